import type { Connection } from "./connection"
import type { Problem } from "./problem"

/** What the store offers of one listing. */
export type StockLevel = {
  listingKey: string
  sku: string
  /** Listings (packages) that can be sold: a whole number, zero or more. */
  quantity: number
  /**
   * The same, place by place: only where the connector offers {@link LocationSource} and the account says which of the platform's
   * locations its own are. Adds up to `quantity`.
   */
  locations?: LocationLevel[]
}

/** What is offered of a listing at one of the platform's locations. */
export type LocationLevel = { locationId: string; quantity: number }

/** What came of one level. `accepted`: the platform will apply it later, which reading back shows. */
export type StockAnswer =
  | { listingKey: string; outcome: "confirmed" | "accepted" }
  | { listingKey: string; outcome: "rejected"; problem: Problem }
  /** Sent, and no usable answer came. */
  | { listingKey: string; outcome: "unknown" }
  /** Never sent: out of budget, or the platform did not answer; `retryAt` where it is known. */
  | { listingKey: string; outcome: "not_sent"; retryAt: Date | null; problem: Problem }

/** What the platform offers of one listing now. */
export type PlatformStock = {
  listingKey: string
  /** Null: the platform does not tell a quantity (its own stock, or no offer). */
  quantity: number | null
  /**
   * Where the platform sells it in several marketplaces and they show different numbers: all of them, the highest first, which is
   * `quantity`. Left out where they agree. The level counts as set only where all of them show it.
   */
  quantities?: number[]
  /** The same, place by place, where the platform tells it. */
  locations?: LocationLevel[]
  /** Who sends the goods: a listing that the platform sends is never pushed. */
  fulfilledBy: "merchant" | "platform"
}

/** Capability: tell the platform how much there is. */
export interface StockSink {
  /** Most listings in one call of {@link setLevels}; the caller makes chunks of that size. */
  readonly maxLevels: number
  /** Most listings in one call of {@link readLevels}. */
  readonly maxReads: number
  /** How long an accepted level may need until {@link readLevels} shows it. */
  readonly visibilityDelaySeconds: number
  /**
   * Sets levels: an answer for each. Setting a level again does no harm.
   * @throws ConnectorError `authorization_lost` for the whole call; everything else is an answer.
   */
  setLevels(connection: Connection, levels: StockLevel[]): Promise<StockAnswer[]>
  /**
   * Reads what the platform shows; listings that it does not know are left out.
   * @throws ConnectorError `throttled`, `unavailable`, `authorization_lost`, `rejected`, `contract_broken`.
   */
  readLevels(
    connection: Connection,
    listings: { listingKey: string; sku: string }[],
  ): Promise<PlatformStock[]>
}
