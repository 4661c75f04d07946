import type { Connection } from "./connection"

/** What the platform holds of one listing in its own warehouses, in listings (packages). */
export type HeldStock = {
  listingKey: string
  sku: string | null
  title: string | null
  /** Can be sold now. */
  available: number
  /** Held for buyers, or moved between warehouses. */
  reserved: number
  /** On its way to the platform or being received. */
  inbound: number
  /** Damaged, lost for sale or being looked into. */
  unfulfillable: number
}

/** Capability: read the stock that the platform holds for the merchant (FBA, Full). */
export interface InventorySource {
  /**
   * Everything that is held for a marketplace. The connector reads all pages itself, because their tokens may live for seconds
   * only. Several marketplaces may share one physical stock: the caller reads one marketplace for each of its locations.
   * @throws ConnectorError `throttled`, `unavailable`, `authorization_lost`, `rejected`, `contract_broken`.
   */
  read(connection: Connection, marketplace: string): Promise<HeldStock[]>
}
