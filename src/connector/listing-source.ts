import type { Connection } from "./connection"

/** A product as the platform sells it in one marketplace. */
export type ChannelListing = {
  /** What orders name it by: the seller's SKU, or the platform's product id where there is none. */
  listingKey: string
  sku: string | null
  platformProductId: string | null
  title: string
  /** EAN, UPC or ISBN, digits only; null where the platform does not tell it. */
  barcode: string | null
  fulfilledBy: "merchant" | "platform"
  /** What the platform offers; null where it is the platform's own stock or not told. */
  quantity: number | null
  /** False: listed, but not for sale now. */
  active: boolean
}

/** A piece of a marketplace's listings, or word that the platform is still at it. */
export type ListingPage = {
  listings: ChannelListing[]
  /** Where to go on; undefined = this was the last piece. Opaque: stored and handed back as it is. */
  next?: string
  /** The platform prepares its answer: go on no earlier than after this many seconds. */
  waitSeconds?: number
}

/** Capability: read what the platform sells for the merchant. */
export interface ListingSource {
  /** Hours between two readings that the platform allows at most this often. */
  readonly minimumHours: number
  /**
   * One piece of the listings of a marketplace; `progress` is what the last piece gave as `next`.
   * @throws ConnectorError `throttled`, `unavailable`, `authorization_lost`, `rejected`, `page_expired` (begin again),
   * `contract_broken`.
   */
  read(connection: Connection, marketplace: string, progress?: string): Promise<ListingPage>
}
