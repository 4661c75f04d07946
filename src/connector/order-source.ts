import type { ChannelOrder } from "./channel-order"
import type { Connection } from "./connection"
import type { Problem } from "./problem"

/** A window of orders: by last change (schedule) or by the day they were placed (a person's period). Bounds are inclusive. */
export type OrderWindow = { by: "updated" | "placed"; fromUtc: Date; toUtc: Date }

/**
 * One order of a page. An order that could not be read keeps its place with the problem and what was received, so that
 * one broken answer never hides another order nor gets lost.
 */
export type ReadOrder =
  | { readable: true; order: ChannelOrder }
  | { readable: false; reference: string; updatedAt: string | null; problem: Problem; raw: unknown }

export type OrderPage = {
  orders: ReadOrder[]
  /** Where to go on; undefined on the last page. Opaque: stored and handed back as it is. */
  nextPageToken?: string
  /** Upper bound the platform really applied, when it says so: the next window begins there. */
  visibleUntilUtc?: Date
}

/** Capability: bring orders. */
export interface OrderSource {
  /** How long the platform needs until a change shows in a search; windows end that long before now. */
  readonly visibilityDelaySeconds: number
  /** How far windows overlap, against changes that became visible late and equal timestamps. */
  readonly overlapSeconds: number
  /** The operation whose budget one page of {@link search} spends; the import interval is planned from its rate. */
  readonly searchOperation: string
  /** Longest window of one search, in days: longer periods are read in pieces. */
  readonly maxWindowDays: number
  /**
   * The platform's words (`platformStatus`) for orders that are paid and still have to be sent: by them a store is told what
   * is late to ship. Left out, nothing is.
   */
  readonly openStatuses?: readonly string[]
  /**
   * Which instant of an order is held against the account's activation date: when it was placed, or when it was paid (an order
   * that is not paid yet then waits, whenever it was placed).
   * @default "placed"
   */
  readonly countsFrom?: "placed" | "paid"
  /**
   * False where the merchant sends every order: the platform has no warehouse that a location of the store would stand for.
   * @default true
   */
  readonly platformShips?: boolean
  /**
   * One page of a window. The same window with the same token gives the same page as far as the platform allows.
   * @throws ConnectorError `page_expired`, `throttled`, `unavailable`, `authorization_lost`, `rejected`.
   */
  search(connection: Connection, window: OrderWindow, pageToken?: string): Promise<OrderPage>
  /**
   * One order by the platform's reference, or by the number that people know it by where that is another; `order.reference` of
   * what comes back tells which it is.
   * @throws ConnectorError `not_found`, or `rejected` with `reference_malformed` when it cannot be one of the platform's.
   */
  get(connection: Connection, reference: string): Promise<ReadOrder>
}
