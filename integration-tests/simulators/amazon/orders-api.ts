import { type Fault, faultOf } from "./faults"
import { fuzzJson } from "./fuzz"
import { trimOrder, withoutUncoveredPersonalData } from "./included-data"
import { compareKeys, type OrderFilter, type SortKey, sortKey } from "./order-store"
import { csv, csvOf, dateTime, integer, parseQuery, type Query } from "./query-parameters"
import { sellersMarketplaces } from "./sellers-marketplaces"
import { type Answer, invalidInput, notFound } from "./sp-api-answer"
import { FULFILLED_BY, FULFILLMENT_STATUSES, INCLUDED_DATA, type IncludedData, type Order } from "./types"
import type { SpApiCall, World } from "./world"

/** Where the next page begins. The bounds are those of the first page. */
export interface ListingPosition {
  filter: OrderFilter
  /** The listing as it was when it began (page stability "snapshot"). */
  snapshot?: Order[]
  index: number
  /** The last order answered (page stability "cursor"). */
  after?: SortKey
  /** A page that only repeats orders (fault "duplicate-orders"): nothing comes after it. */
  repeats?: boolean
}

const SEARCH_PARAMETERS = [
  "createdAfter",
  "createdBefore",
  "lastUpdatedAfter",
  "lastUpdatedBefore",
  "fulfillmentStatuses",
  "marketplaceIds",
  "fulfilledBy",
  "maxResultsPerPage",
  "paginationToken",
  "includedData",
] as const

/** May differ between the pages of one listing. */
const FREE_PARAMETERS = new Set(["maxResultsPerPage", "includedData", "paginationToken"])

const ORDER_ID = /^\d{3}-\d{7}-\d{7}$/

/** `GET /orders/2026-01-01/orders` (Orders API v2026-01-01, searchOrders). */
export function searchOrders(world: World, call: SpApiCall, faults: readonly Fault[]): Answer {
  const query = parseQuery(call.rawQuery, SEARCH_PARAMETERS)
  const requested = filterOf(world, call, query)
  const pageSize = integer(query, "maxResultsPerPage", 1, 100) ?? 100
  const included = csvOf(query, "includedData", INCLUDED_DATA) ?? []
  const token = query.get("paginationToken")
  const boundParameters = JSON.stringify([...query].filter(([name]) => !FREE_PARAMETERS.has(name)).sort())
  const owner = `${call.clientId}|${call.grant.sellingPartnerId}`

  const position =
    token === undefined ? { filter: requested, index: 0 } : redeem(world, token, owner, boundParameters)
  const { filter } = position
  const sort =
    world.switches.sort === "dateFamily" && filter.family === "created" ? "createdTime" : "lastUpdatedTime"
  const listing = position.snapshot ?? world.store(call.grant.sellingPartnerId).search(filter, sort)
  const start = position.after ? firstAfter(listing, position.after, sort) : position.index

  const emptyPage = faultOf(faults, "empty-page") !== undefined && start < listing.length
  const end = emptyPage ? start : Math.min(start + pageSize, listing.length)
  const next = nextStart(faults, position, start, end, listing.length)
  const last = next === undefined ? undefined : listing[next.index - 1]
  const nextToken =
    next === undefined
      ? undefined
      : world.pageTokens.issue(
          {
            owner,
            boundParameters,
            position: {
              filter,
              index: next.index,
              ...(next.repeats ? { repeats: true } : {}),
              ...(world.switches.pageStability === "snapshot" ? { snapshot: listing } : {}),
              ...(world.switches.pageStability === "cursor" && last ? { after: sortKey(last, sort) } : {}),
            },
          },
          faultOf(faults, "expire-page-token")
            ? (faultOf(faults, "expire-page-token")?.afterMs ?? 0)
            : world.switches.pageTokenMs,
        )

  const bound = new Date(filter.before).toISOString()
  return {
    status: 200,
    body: {
      orders: pageOrders(world, call, faults, listing.slice(start, end), included),
      ...(nextToken === undefined ? {} : { pagination: { nextToken } }),
      ...(filter.family === "created" ? { createdBefore: bound } : { lastUpdatedBefore: bound }),
    },
  }
}

/** `GET /orders/2026-01-01/orders/{orderId}` (Orders API v2026-01-01, getOrder). */
export function getOrder(world: World, call: SpApiCall, faults: readonly Fault[]): Answer {
  const { orderId = "" } = call.parts
  const query = parseQuery(call.rawQuery, ["includedData"])
  const included = csvOf(query, "includedData", INCLUDED_DATA) ?? []
  if (!ORDER_ID.test(orderId)) throw invalidInput(`"${orderId}" is not an order id.`)
  const order = world.store(call.grant.sellingPartnerId).visible(orderId)
  if (!order) throw notFound(`Order ${orderId} was not found.`)
  return { status: 200, body: { order: answeredOrder(world, call, faults, order, included) } }
}

/** Exactly one date family; an upper bound after the lower one and at least two minutes before now. */
function filterOf(world: World, call: SpApiCall, query: Query): OrderFilter {
  const { acceptDateOnly, upperBoundLagMs, afterNewerThanBound } = world.switches
  const createdAfter = dateTime(query, "createdAfter", acceptDateOnly)
  const createdBefore = dateTime(query, "createdBefore", acceptDateOnly)
  const lastUpdatedAfter = dateTime(query, "lastUpdatedAfter", acceptDateOnly)
  const lastUpdatedBefore = dateTime(query, "lastUpdatedBefore", acceptDateOnly)
  if ((createdAfter === undefined) === (lastUpdatedAfter === undefined)) {
    throw invalidInput('Exactly one of "createdAfter" and "lastUpdatedAfter" must be given.')
  }
  if (createdAfter !== undefined && lastUpdatedBefore !== undefined) {
    throw invalidInput('"lastUpdatedBefore" cannot be given with "createdAfter".')
  }
  if (lastUpdatedAfter !== undefined && createdBefore !== undefined) {
    throw invalidInput('"createdBefore" cannot be given with "lastUpdatedAfter".')
  }
  const family = createdAfter !== undefined ? "created" : "lastUpdated"
  const after = createdAfter ?? lastUpdatedAfter ?? 0
  const newest = world.now().getTime() - upperBoundLagMs
  const before = createdBefore ?? lastUpdatedBefore
  if (before !== undefined && before < after)
    throw invalidInput(`"${family}Before" is before "${family}After".`)
  if (before !== undefined && before > newest) {
    throw invalidInput(`"${family}Before" must be at least two minutes before the time of the request.`)
  }
  if (before === undefined && after > newest && afterNewerThanBound === "refuse") {
    throw invalidInput(`"${family}After" must be at least two minutes before the time of the request.`)
  }
  const statuses = csvOf(query, "fulfillmentStatuses", FULFILLMENT_STATUSES)
  const fulfilledBy = csvOf(query, "fulfilledBy", FULFILLED_BY)
  const marketplaceIds = marketplacesOf(world, call, query)
  return {
    family,
    after,
    before: before ?? newest,
    ...(statuses ? { statuses } : {}),
    ...(fulfilledBy ? { fulfilledBy } : {}),
    ...(marketplaceIds ? { marketplaceIds } : {}),
  }
}

function marketplacesOf(world: World, call: SpApiCall, query: Query): string[] | undefined {
  const ids = csv(query, "marketplaceIds", 50)
  sellersMarketplaces(world, call, ids ?? [])
  return ids
}

function redeem(world: World, token: string, owner: string, boundParameters: string): ListingPosition {
  const position = world.pageTokens.redeem(token, owner, boundParameters)
  if (typeof position !== "string") return position
  const reason = {
    unknown: "is not valid",
    foreign: "is not valid",
    expired: "has expired",
    parameters: "was issued for other parameters",
  }[position]
  throw invalidInput(`"paginationToken" ${reason}.`)
}

function firstAfter(
  listing: readonly Order[],
  key: SortKey,
  sort: "createdTime" | "lastUpdatedTime",
): number {
  const index = listing.findIndex((order) => compareKeys(sortKey(order, sort), key) > 0)
  return index < 0 ? listing.length : index
}

function nextStart(
  faults: readonly Fault[],
  position: ListingPosition,
  start: number,
  end: number,
  length: number,
): { index: number; repeats?: boolean } | undefined {
  if (position.repeats) return undefined
  const duplicate = faultOf(faults, "duplicate-orders")
  // At least one order of the page is not repeated, or the listing would never end.
  const count = duplicate ? Math.min(duplicate.count ?? 1, Math.max(0, end - start - 1)) : 0
  if (end < length) return { index: end - count }
  return count > 0 ? { index: end - count, repeats: true } : undefined
}

function pageOrders(
  world: World,
  call: SpApiCall,
  faults: readonly Fault[],
  page: readonly Order[],
  included: readonly IncludedData[],
): unknown[] {
  let orders = [...page]
  const omit = faultOf(faults, "omit-orders")
  if (omit) {
    const missing = new Set(world.random.shuffle(orders).slice(0, omit.count ?? 1))
    orders = orders.filter((order) => !missing.has(order))
  }
  if (faultOf(faults, "reorder"))
    orders = orders.length === 2 ? orders.reverse() : world.random.shuffle(orders)
  return orders.map((order) => answeredOrder(world, call, faults, order, included))
}

function answeredOrder(
  world: World,
  call: SpApiCall,
  faults: readonly Fault[],
  order: Order,
  included: readonly IncludedData[],
): unknown {
  const trimmed = trimOrder(order, included, world.switches.unitPriceNeedsProceeds)
  const answered = withoutUncoveredPersonalData(trimmed, order, call.grant.roles, world.now())
  const fault = faultOf(faults, "mutate")
  if (!fault || (fault.orderIds && !fault.orderIds.includes(order.orderId))) return answered
  if (fault.mutate) return fault.mutate(answered, world.random)
  return fuzzJson(answered, world.random, fault.changes ?? 1)
}
