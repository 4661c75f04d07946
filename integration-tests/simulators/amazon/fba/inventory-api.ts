import { type Fault, faultOf } from "../faults"
import { csv, csvOf, dateTime, parseQuery, type Query } from "../query-parameters"
import { sellersMarketplaces } from "../sellers-marketplaces"
import { type Answer, invalidInput } from "../sp-api-answer"
import type { SpApiCall, World } from "../world"
import { type FbaItem, reservedUnits, totalUnits, unfulfillableUnits } from "./fba-item"

const PARAMETERS = [
  "details",
  "granularityType",
  "granularityId",
  "startDateTime",
  "sellerSkus",
  "sellerSku",
  "nextToken",
  "marketplaceIds",
]

/** `GET /fba/inventory/v1/summaries` (FBA Inventory API v1). */
export function getInventorySummaries(world: World, call: SpApiCall, faults: readonly Fault[]): Answer {
  const query = parseQuery(call.rawQuery, PARAMETERS)
  const marketplaceId = marketplaceOfQuery(query)
  const shown = sellersMarketplaces(world, call, [marketplaceId]).length > 0
  const { sellingPartnerId } = call.grant
  const stock = world.fba(sellingPartnerId)
  if (!stock.used) throw invalidInput("The selling partner does not use Fulfillment by Amazon.")
  const [details] = csvOf(query, "details", ["true", "false"]) ?? []
  const matching = rowFilter(world, query)
  const token = query.get("nextToken")
  const bound = JSON.stringify([...query].filter(([name]) => name !== "nextToken").sort())
  const after = token === undefined ? undefined : redeemed(world, token, sellingPartnerId, bound)

  const rows = (shown ? stock.list(marketplaceId) : [])
    .filter(matching)
    .filter(({ sku }) => after === undefined || sku > after)
  const page = rows.slice(0, world.switches.fbaPageSize)
  const last = page.at(-1)
  const omit = faultOf(faults, "omit-rows")
  const omitted = omit ? (omit.count ?? 1) : 0
  const expiry = faultOf(faults, "expire-page-token")
  const lifetimeMs = expiry ? (expiry.afterMs ?? 0) : world.switches.fbaPageTokenMs
  const nextToken =
    rows.length > page.length && last
      ? world.fbaPageTokens.issue(
          { owner: sellingPartnerId, boundParameters: bound, position: { after: last.sku } },
          lifetimeMs,
        )
      : undefined
  return {
    status: 200,
    body: {
      payload: {
        granularity: { granularityType: "Marketplace", granularityId: marketplaceId },
        inventorySummaries: page
          .slice(omitted)
          .map((item) =>
            summaryOf(item, details === "true" && !world.switches.fbaRowsWithoutDetails.includes(item.sku)),
          ),
      },
      ...(nextToken === undefined ? {} : { pagination: { nextToken } }),
    },
  }
}

/** Exactly one marketplace, named as the granularity as well. */
function marketplaceOfQuery(query: Query): string {
  const [type] = csvOf(query, "granularityType", ["Marketplace"]) ?? []
  const [marketplaceId] = csv(query, "marketplaceIds", 1) ?? []
  const granularityId = query.get("granularityId")
  if (type === undefined) throw invalidInput('"granularityType" is needed.')
  if (granularityId === undefined) throw invalidInput('"granularityId" is needed.')
  if (marketplaceId === undefined) throw invalidInput('"marketplaceIds" is needed.')
  if (granularityId !== marketplaceId)
    throw invalidInput('"granularityId" must be the marketplace of "marketplaceIds".')
  return marketplaceId
}

function rowFilter(world: World, query: Query): (item: FbaItem) => boolean {
  const skus = csv(query, "sellerSkus", 50)
  const sku = query.get("sellerSku")
  if (skus && sku !== undefined) throw invalidInput('"sellerSku" cannot be given with "sellerSkus".')
  const wanted = skus ?? (sku === undefined ? undefined : [sku])
  const since = dateTime(query, "startDateTime", world.switches.acceptDateOnly)
  const oldest = new Date(world.now())
  oldest.setUTCMonth(oldest.getUTCMonth() - 18)
  if (since !== undefined && since < oldest.getTime())
    throw invalidInput('"startDateTime" must not be more than 18 months ago.')
  return (item) =>
    (wanted === undefined || wanted.includes(item.sku)) && (since === undefined || item.changedAt >= since)
}

function redeemed(world: World, token: string, owner: string, bound: string): string {
  const found = world.fbaPageTokens.redeem(token, owner, bound)
  if (typeof found === "string") throw invalidInput(`"nextToken" is refused: ${found}.`)
  return found.after
}

function summaryOf(item: FbaItem, withDetails: boolean): unknown {
  return {
    asin: item.asin,
    fnSku: item.fnSku,
    sellerSku: item.sku,
    condition: item.condition,
    ...(withDetails ? { inventoryDetails: detailsOf(item) } : {}),
    lastUpdatedTime: new Date(item.updatedAt).toISOString(),
    productName: item.title,
    totalQuantity: totalUnits(item),
    stores: [],
  }
}

function detailsOf(item: FbaItem): unknown {
  const { unfulfillable, researching } = item
  return {
    fulfillableQuantity: item.fulfillable,
    inboundWorkingQuantity: item.inboundWorking,
    inboundShippedQuantity: item.inboundShipped,
    inboundReceivingQuantity: item.inboundReceiving,
    reservedQuantity: {
      totalReservedQuantity: reservedUnits(item),
      pendingCustomerOrderQuantity: item.pendingCustomerOrder,
      pendingTransshipmentQuantity: item.pendingTransshipment,
      fcProcessingQuantity: item.fcProcessing,
    },
    researchingQuantity: {
      totalResearchingQuantity: researching,
      researchingQuantityBreakdown: [
        { name: "researchingQuantityInShortTerm", quantity: researching },
        { name: "researchingQuantityInMidTerm", quantity: 0 },
        { name: "researchingQuantityInLongTerm", quantity: 0 },
      ],
    },
    unfulfillableQuantity: {
      totalUnfulfillableQuantity: unfulfillableUnits(item),
      customerDamagedQuantity: unfulfillable.customerDamaged ?? 0,
      warehouseDamagedQuantity: unfulfillable.warehouseDamaged ?? 0,
      distributorDamagedQuantity: unfulfillable.distributorDamaged ?? 0,
      carrierDamagedQuantity: unfulfillable.carrierDamaged ?? 0,
      defectiveQuantity: unfulfillable.defective ?? 0,
      expiredQuantity: unfulfillable.expired ?? 0,
    },
  }
}
