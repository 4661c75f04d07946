import type { MedusaContainer } from "@medusajs/framework/types"
import type { AmazonSimulator } from "../../simulators/amazon"
import type { AdminClient } from "../../support/admin-client"
import type { AdminSession } from "../../support/admin-session"
import type { SeededStore } from "../../support/seed-store"
import { connectStockAccount, type StockAccount, type TestListing } from "../../support/stock-account"

export type StockShop = {
  api: AdminClient
  container: MedusaContainer
  simulator: AmazonSimulator
  store: SeededStore
  admin: AdminSession
  sql: (statement: string) => Promise<Record<string, unknown>[]>
}

type Options = Parameters<typeof connectStockAccount>[4]

/** An account of the shop with these listings. */
export const sellerOf = (
  { container, simulator, store }: StockShop,
  listings: TestListing[],
  options?: Options,
): Promise<StockAccount> => connectStockAccount(container, simulator, store, listings, options)

/** Ten pieces of each are on the shelf. */
export const EIGHT = [
  "SHIRT-S-BLACK",
  "SHIRT-M-BLACK",
  "SWEATPANTS-M",
  "SHORTS-L",
  "MUG-WHITE",
  "CAP-NAVY",
  "BAG-CANVAS",
  "SOCKS-3PACK",
]
