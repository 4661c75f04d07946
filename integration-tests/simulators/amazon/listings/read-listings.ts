import { faultOf, type Fault } from "../faults"
import { csv, csvOf, dateTime, integer, parseQuery, type Query } from "../query-parameters"
import { sellersMarketplaces } from "../sellers-marketplaces"
import { type Answer, invalidInput, notFound, unauthorized } from "../sp-api-answer"
import type { SpApiCall, World } from "../world"
import { itemOf, LISTING_DATA, marketplacesOf, statusOf } from "./item"
import type { Listing } from "./listing"

/** No more than these can be reached by pages, whatever the number of results. */
const PAGEABLE = 1000
const STATUSES = ["BUYABLE", "DISCOVERABLE"] as const
const SORTS = ["sku", "createdDate", "lastUpdatedDate"] as const
const IDENTIFIER_TYPES = ["ASIN", "EAN", "FNSKU", "GTIN", "ISBN", "JAN", "MINSAN", "SKU", "UPC"] as const
type IdentifierType = (typeof IDENTIFIER_TYPES)[number]

const SEARCH_PARAMETERS = [
  "marketplaceIds",
  "issueLocale",
  "includedData",
  "identifiers",
  "identifiersType",
  "variationParentSku",
  "packageHierarchySku",
  "createdAfter",
  "createdBefore",
  "lastUpdatedAfter",
  "lastUpdatedBefore",
  "withIssueSeverity",
  "withStatus",
  "withoutStatus",
  "sortBy",
  "sortOrder",
  "pageSize",
  "pageToken",
]
const FREE_PARAMETERS = new Set(["pageToken", "pageSize", "includedData"])

/** The identifiers by which the simulator's listings can be found; by the others there is none. */
const IDENTIFIER: Partial<Record<IdentifierType, (listing: Listing) => string | undefined>> = {
  SKU: (listing) => listing.sku,
  ASIN: (listing) => listing.asin,
  EAN: (listing) => listing.ean,
  GTIN: (listing) => listing.ean,
}

/** `GET /listings/2021-08-01/items/{sellerId}/{sku}` (Listings Items API 2021-08-01, getListingsItem). */
export function getListingsItem(world: World, call: SpApiCall): Answer {
  const query = parseQuery(call.rawQuery, ["marketplaceIds", "issueLocale", "includedData"])
  const marketplaceIds = listingMarketplaces(world, call, query)
  const included = csvOf(query, "includedData", LISTING_DATA) ?? ["summaries" as const]
  const { sku = "" } = call.parts
  const listing = world.listings(call.grant.sellingPartnerId).find(sku)
  if (!listing || marketplacesOf(listing, marketplaceIds).length === 0)
    throw notFound(`SKU '${sku}' was not found in marketplace ${marketplaceIds.join(",")}.`)
  return { status: 200, body: itemOf(listing, marketplaceIds, included, world.switches) }
}

/** `GET /listings/2021-08-01/items/{sellerId}` (Listings Items API 2021-08-01, searchListingsItems). */
export function searchListingsItems(world: World, call: SpApiCall, faults: readonly Fault[]): Answer {
  const query = parseQuery(call.rawQuery, SEARCH_PARAMETERS)
  const marketplaceIds = listingMarketplaces(world, call, query)
  const included = csvOf(query, "includedData", LISTING_DATA) ?? ["summaries" as const]
  const pageSize = integer(query, "pageSize", 1, 20) ?? 10
  const matches = filterOf(world, query, marketplaceIds)
  const store = world.listings(call.grant.sellingPartnerId)
  const found = sorted(store.all().filter(matches), query)
  if (found.length === 0 && world.switches.searchWithoutResults === "not-found")
    throw notFound(`No listing was found in marketplace ${marketplaceIds.join(",")}.`)

  const owner = `${call.clientId}|${call.grant.sellingPartnerId}`
  const boundParameters = JSON.stringify([...query].filter(([name]) => !FREE_PARAMETERS.has(name)).sort())
  const token = query.get("pageToken")
  const start = token === undefined ? 0 : world.listingPages.redeem(token, owner, boundParameters)
  if (typeof start === "string") throw invalidInput(`"pageToken" is not valid (${start}).`)
  const reachable = Math.min(found.length, PAGEABLE)
  const end =
    faultOf(faults, "empty-page") && start < reachable ? start : Math.min(start + pageSize, reachable)
  const tokenFor = (position: number): string => {
    const early = faultOf(faults, "expire-page-token")
    const lifetime = early ? (early.afterMs ?? 0) : world.switches.pageTokenMs
    return world.listingPages.issue({ owner, boundParameters, position }, lifetime)
  }
  const pagination = {
    ...(end < reachable ? { nextToken: tokenFor(end) } : {}),
    ...(start > 0 ? { previousToken: tokenFor(Math.max(0, start - pageSize)) } : {}),
  }
  return {
    status: 200,
    body: {
      numberOfResults: found.length,
      ...(Object.keys(pagination).length > 0 ? { pagination } : {}),
      items: found
        .slice(start, end)
        .map((listing) => itemOf(listing, marketplaceIds, included, world.switches)),
    },
  }
}

/** The seller of the path must be the one who authorised, and takes part in each marketplace. */
export function listingMarketplaces(world: World, call: SpApiCall, query: Query): string[] {
  const { sellingPartnerId } = call.grant
  if (call.parts.sellerId !== sellingPartnerId)
    throw unauthorized(`The access token was not issued for seller ${call.parts.sellerId}.`)
  const ids = csv(query, "marketplaceIds")
  if (!ids) throw invalidInput('"marketplaceIds" is missing.')
  sellersMarketplaces(world, call, ids)
  return ids
}

function filterOf(
  world: World,
  query: Query,
  marketplaceIds: readonly string[],
): (listing: Listing) => boolean {
  const identifiers = csv(query, "identifiers", 20)
  const [type] = csvOf(query, "identifiersType", IDENTIFIER_TYPES) ?? []
  if ((identifiers === undefined) !== (type === undefined))
    throw invalidInput('"identifiers" and "identifiersType" must be given together.')
  const families = [identifiers, query.get("variationParentSku"), query.get("packageHierarchySku")]
  if (families.filter((one) => one !== undefined).length > 1)
    throw invalidInput('Only one of "identifiers", "variationParentSku", "packageHierarchySku" can be given.')
  const created = rangeOf(query, "created")
  const updated = rangeOf(query, "lastUpdated")
  const withStatus = csvOf(query, "withStatus", STATUSES)
  const withoutStatus = csvOf(query, "withoutStatus", STATUSES)
  const severity = csvOf(query, "withIssueSeverity", ["WARNING", "ERROR"])
  // The simulator's listings have neither relatives nor issues.
  const none = severity !== undefined || families[1] !== undefined || families[2] !== undefined
  return (listing) => {
    const ids = marketplacesOf(listing, marketplaceIds)
    if (none || ids.length === 0) return false
    const statuses = new Set(ids.flatMap((id) => statusOf(listing, id, world.switches)))
    const identifier = type === undefined ? undefined : IDENTIFIER[type]?.(listing)
    return (
      (!identifiers || (identifier !== undefined && identifiers.includes(identifier))) &&
      created(listing.createdDate) &&
      updated(listing.lastUpdatedDate) &&
      (!withStatus || withStatus.every((status) => statuses.has(status))) &&
      (!withoutStatus || !withoutStatus.some((status) => statuses.has(status)))
    )
  }
}

function rangeOf(query: Query, family: "created" | "lastUpdated"): (time: string) => boolean {
  const after = dateTime(query, `${family}After`, false) ?? Number.NEGATIVE_INFINITY
  const before = dateTime(query, `${family}Before`, false) ?? Number.POSITIVE_INFINITY
  return (time) => Date.parse(time) >= after && Date.parse(time) <= before
}

function sorted(listings: readonly Listing[], query: Query): Listing[] {
  const [by = "lastUpdatedDate"] = csvOf(query, "sortBy", SORTS) ?? []
  const [order = "DESC"] = csvOf(query, "sortOrder", ["ASC", "DESC"]) ?? []
  const direction = order === "ASC" ? 1 : -1
  const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
  return [...listings].sort((a, b) => direction * compare(a[by], b[by]) || compare(a.sku, b.sku))
}
