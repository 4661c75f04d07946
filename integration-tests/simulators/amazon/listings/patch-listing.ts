import { csvOf, parseQuery } from "../query-parameters"
import { type Answer, notFound, SpApiError } from "../sp-api-answer"
import type { SpApiCall, World } from "../world"
import {
  AVAILABILITY,
  fulfilledByAmazon,
  invalidChannelCode,
  invalidProductType,
  invalidQuantity,
  type ListingIssue,
  missingChannelCode,
  refusedByTest,
  unknownAttribute,
  unknownSku,
} from "./issues"
import { marketplacesOf } from "./item"
import {
  isAmazonChannel,
  type Listing,
  type MarketplaceAvailability,
  MERCHANT_CHANNEL,
  type SubmittedEntry,
} from "./listing"
import { type Patch, type PatchRequest, patchRequest } from "./patch-request"
import { listingMarketplaces } from "./read-listings"
import type { ListingSwitches } from "./switches"

const PREVIEW = "VALIDATION_PREVIEW"

/**
 * `PATCH /listings/2021-08-01/items/{sellerId}/{sku}` (Listings Items API 2021-08-01, patchListingsItem), for the
 * attribute fulfillment_availability. A submission that is refused comes with HTTP 200 and status INVALID; an accepted
 * one is seen in the attributes at once, and holds later.
 */
export function patchListingsItem(world: World, call: SpApiCall): Answer {
  const query = parseQuery(call.rawQuery, ["marketplaceIds", "includedData", "mode", "issueLocale"])
  const marketplaceIds = listingMarketplaces(world, call, query)
  const [mode] = csvOf(query, "mode", [PREVIEW]) ?? []
  const included = csvOf(query, "includedData", ["identifiers", "issues"]) ?? ["issues"]
  const request = patchRequest(call.body)
  const { sku = "" } = call.parts
  const store = world.listings(call.grant.sellingPartnerId)
  const listing = store.find(sku)
  const listed = listing && marketplacesOf(listing, marketplaceIds).length > 0
  if (!listed && world.switches.patchUnknownSku === "not-found")
    throw notFound(`SKU '${sku}' was not found in marketplace ${marketplaceIds.join(",")}.`)

  const issues = listing && listed ? issuesOf(world.switches, listing, request) : [unknownSku(sku)]
  const submissionId = world.random.bytes(16).toString("hex")
  const preview = mode === PREVIEW
  if (listing && issues.length === 0 && !preview) {
    for (const patch of request.patches) submit(world, call, listing, marketplaceIds, patch, submissionId)
    store.touch(listing)
  }
  const status = issues.length > 0 ? "INVALID" : preview ? "VALID" : "ACCEPTED"
  const identifiers =
    listing && listed && issues.length === 0
      ? marketplacesOf(listing, marketplaceIds).map((marketplaceId) => ({
          marketplaceId,
          asin: listing.asin,
        }))
      : []
  const shown = preview && included.includes("identifiers") ? { identifiers } : {}
  return { status: 200, body: { sku, status, submissionId, issues, ...shown } }
}

function issuesOf(switches: ListingSwitches, listing: Listing, request: PatchRequest): ListingIssue[] {
  const issues = request.patches.flatMap((patch) => patchIssues(switches, listing, patch))
  const { productType } = request
  const strange = productType !== "PRODUCT" && productType !== listing.productType
  if (strange && switches.wrongProductType === "refuse") issues.push(invalidProductType(productType))
  if (listing.refusal) issues.push(refusedByTest(listing.refusal))
  return issues
}

/** Only whole attributes can be patched, and only this one is known here. */
function patchIssues(
  switches: ListingSwitches,
  listing: Listing,
  { op, path, value }: Patch,
): ListingIssue[] {
  const attribute = path.slice("/attributes/".length)
  if (attribute !== AVAILABILITY) return [unknownAttribute(attribute)]
  return value.flatMap((entry) => {
    const { fulfillment_channel_code: code, quantity } = entry
    if (code === undefined || code === "") {
      if (switches.missingChannelCode === "issue") return [missingChannelCode()]
      throw new SpApiError(400, "InvalidInput", "Invalid parameters provided.")
    }
    if (typeof code !== "string" || (code !== MERCHANT_CHANNEL && !isAmazonChannel(code)))
      return [invalidChannelCode(code)]
    const units = typeof quantity === "number" && Number.isSafeInteger(quantity) && quantity >= 0
    if (quantity !== undefined && !units) return [invalidQuantity(quantity)]
    const ofAmazon = Object.values(listing.availability).some(({ effective }) =>
      effective.some((known) => isAmazonChannel(known.fulfillmentChannelCode)),
    )
    const refuses = switches.merchantQuantityOfAmazonSku === "invalid"
    return refuses && ofAmazon && code === MERCHANT_CHANNEL && op !== "delete"
      ? [fulfilledByAmazon(listing.sku)]
      : []
  })
}

function submit(
  world: World,
  call: SpApiCall,
  listing: Listing,
  marketplaceIds: string[],
  { op, value }: Patch,
  submissionId: string,
): void {
  const store = world.listings(call.grant.sellingPartnerId)
  for (const sent of value) {
    const entry: SubmittedEntry = { ...sent, fulfillment_channel_code: String(sent.fulfillment_channel_code) }
    const channel = entry.fulfillment_channel_code
    const quantity = typeof entry.quantity === "number" ? entry.quantity : undefined
    const units = quantity === undefined ? {} : { quantity }
    const at = world.now()
    for (const [marketplaceId, availability] of store.reached(listing, marketplaceIds)) {
      keepSubmitted(availability, op, { ...entry, marketplace_id: marketplaceId })
      if (listing.stuck) continue
      // How many units lie in Amazon's warehouses is not the seller's to say.
      const effect = isAmazonChannel(channel) ? {} : units
      const due = at.getTime() + world.switches.listingEffectDelayMs
      availability.pending.push({
        at: due,
        channel,
        ...effect,
        ...(op === "delete" ? { removes: true } : {}),
      })
    }
    const patch = { at: at.toISOString(), sku: listing.sku, submissionId, marketplaceIds, op, channel }
    store.log({ ...patch, ...units })
  }
}

/** Entries are told apart by their channel; `merge` keeps the fields it does not name, `add` and `replace` drop them. */
function keepSubmitted(availability: MarketplaceAvailability, op: Patch["op"], entry: SubmittedEntry): void {
  const index = availability.submitted.findIndex(
    (known) => known.fulfillment_channel_code === entry.fulfillment_channel_code,
  )
  const known = availability.submitted[index]
  const others = availability.submitted.filter((one) => one !== known)
  if (op === "delete") availability.submitted = others
  else if (known) availability.submitted[index] = op === "merge" ? { ...known, ...entry } : entry
  else availability.submitted.push(entry)
}
