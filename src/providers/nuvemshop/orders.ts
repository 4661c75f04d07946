import { createHash } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import {
  connectorFailureOf,
  contractBroken,
  isKey,
  notFound,
  problem,
  rejected,
  type Connection,
  type OrderPage,
  type OrderSource,
  type OrderWindow,
  type ReadOrder,
} from "../../connector"
import { credentialsOf } from "./credentials"
import { utc, wireInstantSchema } from "./instants"
import { API } from "./limits"
import { endsBefore, nextPage, totalOf } from "./paging"
import { after, boundsOf, isInside, placeOf, splitWindow } from "./search-place"
import { translateOrder } from "./translate"
import { pathPart, type ApiQuery, type Transport } from "./transport"
import { parseWire } from "./wire"

const PER_PAGE = 200
/** Orders that one search gives at most, whatever its pages. */
const MOST_RESULTS = 10_000
/** Pages of a search by number that are looked through: it finds names and e-mails as well. */
const NUMBER_PAGES = 3
const WITH_FULFILLMENT_ORDERS = { aggregates: "fulfillment_orders" }

const listSchema = z.array(z.unknown())

/** Orders by the API 2025-03, each with its fulfilment orders. */
export class NuvemshopOrders implements OrderSource {
  /** Changes show at once; some seconds are for clocks that differ. */
  readonly visibilityDelaySeconds = 15
  readonly overlapSeconds = 300
  readonly searchOperation = API
  readonly maxWindowDays = 90
  /** What is not paid waits, and activation is held against the payment. */
  readonly countsFrom = "paid"
  readonly platformShips = false

  constructor(private readonly transport: Transport) {}

  /**
   * One page of a window, paid or not. A window with more orders than the platform gives in one search is split by time: its
   * first half is read first, and the token holds the rest.
   * @throws ConnectorError `page_expired`, `throttled`, `unavailable`, `authorization_lost`, `suspended`, `rejected`,
   * `contract_broken` when the page itself is not as documented.
   */
  async search(connection: Connection, window: OrderWindow, pageToken?: string): Promise<OrderPage> {
    const place = placeOf(window, pageToken)
    const found = await this.page(connection, place.page, boundsOf(window.by, place))
    if (!found) return { orders: [], nextPageToken: after(place, "gone") }
    const { orders, total, next } = found
    // The total may end at what can be reached, and no page beyond that need be announced: reaching it is enough to split.
    const goesOn = next !== undefined || orders.length >= PER_PAGE
    if ((total ?? 0) >= MOST_RESULTS || (goesOn && place.page * PER_PAGE >= MOST_RESULTS)) {
      return { orders: [], nextPageToken: splitWindow(place) }
    }
    const field = window.by === "updated" ? "updated_at" : "created_at"
    return {
      // Seconds are the finest the platform compares: what lies beyond the window's own bounds is another window's.
      orders: orders
        .filter((raw) => isInside(place, instantOf(raw, field)))
        .map((raw) => readOrder(raw, storeOf(connection))),
      nextPageToken: after(place, { last: next === undefined, total, perPage: PER_PAGE }),
    }
  }

  /**
   * One order by its id, else by the number that merchants and buyers quote ("#1042").
   * @throws ConnectorError `not_found`, `rejected` with `reference_malformed` (without asking), and as {@link search}.
   */
  async get(connection: Connection, reference: string): Promise<ReadOrder> {
    const typed = /^\s*(#?)\s*(\d{1,20})\s*$/.exec(reference)
    if (!typed) {
      throw rejected(
        "order: not a number of the platform",
        problem("reference_malformed", { reference: reference.slice(0, 60) }),
      )
    }
    const [, hash, digits] = typed
    const raw =
      (hash ? undefined : await this.byId(connection, digits)) ?? (await this.byNumber(connection, digits))
    if (raw === undefined) throw notFound("order: neither an id nor a number of the store", reference)
    return readOrder(raw, storeOf(connection))
  }

  private async byId(connection: Connection, id: string): Promise<unknown> {
    try {
      const { body } = await this.transport.read(connection, {
        name: "order",
        path: `/orders/${pathPart(id)}`,
        query: WITH_FULFILLMENT_ORDERS,
        reference: id,
      })
      if (wordOf(body, "id") !== id) {
        throw contractBroken("id", "order: the answer is another order than the one asked for")
      }
      return body
    } catch (thrown) {
      if (connectorFailureOf(thrown)?.kind === "not_found") return undefined
      throw thrown
    }
  }

  private async byNumber(connection: Connection, number: string): Promise<unknown> {
    for (let page = 1; page <= NUMBER_PAGES; page++) {
      const found = await this.page(connection, page, { q: number })
      const same = found?.orders.find((raw) => wordOf(raw, "number") === number)
      if (same !== undefined || !found?.next) return same
    }
    return undefined
  }

  /** One page of the list; undefined behind the last one, which the platform answers with 404. */
  private async page(connection: Connection, page: number, query: ApiQuery) {
    try {
      const { body, headers } = await this.transport.read(connection, {
        name: "orders",
        path: "/orders",
        query: { ...query, page, per_page: PER_PAGE, ...WITH_FULFILLMENT_ORDERS },
      })
      const orders = parseWire(listSchema, body, "orders")
      return { orders, total: totalOf(headers), next: nextPage(headers) }
    } catch (thrown) {
      if (endsBefore(page, thrown)) return undefined
      throw thrown
    }
  }
}

const storeOf = (connection: Connection): string => credentialsOf(connection).store_id

/** One order of an answer; one that cannot be translated keeps its place with the reason and what was received. */
export function readOrder(raw: unknown, storeId: string): ReadOrder {
  try {
    return { readable: true, order: translateOrder(raw, storeId) }
  } catch (thrown) {
    const failure = connectorFailureOf(thrown)
    // An error of our own code in one odd order must not hide the other orders either.
    const path = failure?.kind === "contract_broken" ? failure.path : "translation"
    const reference = wordOf(raw, "id")
    return {
      readable: false,
      reference: reference !== undefined && isKey(reference) ? reference : `unreadable-${digestOf(raw)}`,
      updatedAt: instantOf(raw, "updated_at"),
      problem: problem("contract_broken", { path }),
      raw,
    }
  }
}

/** A field of what may be an order, as text. */
function wordOf(raw: unknown, name: string): string | undefined {
  const value: unknown = typeof raw === "object" && raw !== null ? Reflect.get(raw, name) : undefined
  if (typeof value === "number") return String(value)
  return typeof value === "string" && value.trim() !== "" ? value : undefined
}

function instantOf(raw: unknown, name: string): string | null {
  const instant = wireInstantSchema.safeParse(wordOf(raw, name))
  return instant.success ? utc(instant.data) : null
}

function digestOf(raw: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(raw) ?? "")
    .digest("hex")
    .slice(0, 16)
}
