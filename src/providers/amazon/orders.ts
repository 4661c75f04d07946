import { createHash } from "node:crypto"
import {
  connectorFailureOf,
  contractBroken,
  isKey,
  problem,
  rejected,
  type Connection,
  type OrderPage,
  type OrderSource,
  type OrderWindow,
  type ReadOrder,
} from "../../connector"
import { pathPart, type ApiQuery, type Transport } from "./transport"
import { translateOrder } from "./translate"
import { getOrderSchema, parseWire, searchOrdersSchema, utc, wireInstantSchema } from "./wire"

const ORDERS_PATH = "/orders/2026-01-01/orders"
const REFERENCE = /^\d{3}-\d{7}-\d{7}$/

/** Everything the translation uses; without it Amazon answers with ids and times only. */
const INCLUDED_DATA = [
  "BUYER",
  "RECIPIENT",
  "PROCEEDS",
  "PROMOTION",
  "CANCELLATION",
  "FULFILLMENT",
  "PACKAGES",
  "TAX",
  "PAYMENT",
] as const

/** Orders by the Orders API v2026-01-01 (platform pages "searchOrders" and "getOrder"). */
export class AmazonOrders implements OrderSource {
  /** Amazon refuses windows that end nearer to now than two minutes; half a minute is for clocks that differ. */
  readonly visibilityDelaySeconds = 150
  readonly overlapSeconds = 300
  readonly searchOperation = "searchOrders"
  /** Amazon sets no limit; shorter pieces keep the pages of one window well inside the 24 hours a page token lives. */
  readonly maxWindowDays = 30
  readonly openStatuses = ["UNSHIPPED", "PARTIALLY_SHIPPED"] as const

  constructor(private readonly transport: Transport) {}

  /**
   * One page of a window. Marketplaces and statuses are not filtered: one call serves them all, and an order of a
   * marketplace that nobody enabled must be seen to be told.
   * @throws ConnectorError `page_expired` when Amazon no longer accepts the page token, `throttled`, `unavailable`,
   * `authorization_lost`, `rejected`, `contract_broken` when the page itself (not one of its orders) is not as documented.
   */
  async search(connection: Connection, window: OrderWindow, pageToken?: string): Promise<OrderPage> {
    const body = await this.transport.read(connection, {
      operation: "searchOrders",
      path: ORDERS_PATH,
      // With a page token every other parameter must be the same as for the first page.
      query: {
        ...boundsOf(window),
        maxResultsPerPage: 100,
        includedData: INCLUDED_DATA,
        paginationToken: pageToken,
      },
      paged: pageToken !== undefined,
    })
    const page = parseWire(searchOrdersSchema, body, "searchOrders")
    const told = window.by === "updated" ? page.lastUpdatedBefore : page.createdBefore
    return {
      orders: page.orders.map(readOrder),
      nextPageToken: page.pagination?.nextToken || undefined,
      // Never later than what was asked for: between the two there may be orders that this window did not bring.
      visibleUntilUtc: told ? new Date(Math.min(Date.parse(told), window.toUtc.getTime())) : undefined,
    }
  }

  /**
   * One order by its number of the form 123-1234567-1234567.
   * @throws ConnectorError `not_found`, `rejected` with `reference_malformed` (without asking Amazon), and as
   * {@link search}.
   */
  async get(connection: Connection, reference: string): Promise<ReadOrder> {
    if (!isOrderReference(reference)) {
      const shown = reference.slice(0, 60)
      throw rejected(
        "getOrder: not an Amazon order number",
        problem("reference_malformed", { reference: shown }),
      )
    }
    const body = await this.transport.read(connection, {
      operation: "getOrder",
      path: `${ORDERS_PATH}/${pathPart(reference)}`,
      query: { includedData: INCLUDED_DATA },
      reference,
    })
    const { order } = parseWire(getOrderSchema, body, "getOrder")
    if (typeof order.orderId === "string" && order.orderId !== reference) {
      throw contractBroken("order.orderId", "getOrder: the answer is another order than the one asked for")
    }
    return readOrder(order)
  }
}

/** True when a text has the form of Amazon's order numbers. */
export function isOrderReference(text: string): boolean {
  return REFERENCE.test(text)
}

/** One order of an answer; one that cannot be translated keeps its place with the reason and what was received. */
export function readOrder(raw: unknown): ReadOrder {
  try {
    return { readable: true, order: translateOrder(raw) }
  } catch (thrown) {
    const failure = connectorFailureOf(thrown)
    // An error of our own code in one odd order must not hide the other orders either.
    const path = failure?.kind === "contract_broken" ? failure.path : "translation"
    const reference = fieldOf(raw, "orderId")
    return {
      readable: false,
      reference: reference !== undefined && isKey(reference) ? reference : `unreadable-${digestOf(raw)}`,
      updatedAt: updatedAtOf(raw),
      problem: problem("contract_broken", { path }),
      raw,
    }
  }
}

function boundsOf(window: OrderWindow): ApiQuery {
  const from = window.fromUtc.toISOString()
  const to = window.toUtc.toISOString()
  return window.by === "updated"
    ? { lastUpdatedAfter: from, lastUpdatedBefore: to }
    : { createdAfter: from, createdBefore: to }
}

function fieldOf(raw: unknown, name: string): string | undefined {
  const value =
    typeof raw === "object" && raw !== null ? Object.entries(raw).find(([key]) => key === name) : undefined
  return typeof value?.[1] === "string" && value[1].trim() !== "" ? value[1] : undefined
}

function updatedAtOf(raw: unknown): string | null {
  const instant = wireInstantSchema.safeParse(fieldOf(raw, "lastUpdatedTime"))
  return instant.success ? utc(instant.data) : null
}

function digestOf(raw: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(raw) ?? "")
    .digest("hex")
    .slice(0, 16)
}
