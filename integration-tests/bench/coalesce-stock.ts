import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { collectChange } from "../../src/workflows/dispatch/stock/collect-changes"
import { DEFAULT_SKUS, DEMO_APPLICATION, PUBLISHED_LIMITS, startAmazonSimulator } from "../simulators/amazon"
import type { SeededStore } from "../support/seed-store"
import { connectStockAccount } from "../support/stock-account"

export type CoalescedStock = {
  changes: number
  listings: number
  calls: number
  changesPerCall: number
  seconds: number
}

const QUIET_MS = 2_000

/**
 * Changes of stock, one after the other over all listings as sales make them, while what is owed is sent at the pace that Amazon
 * publishes; over when nothing is left to send. The subscriber's part is called here: this process handles no events.
 */
export async function coalesceStock(
  container: MedusaContainer,
  store: SeededStore,
  changes: number,
): Promise<CoalescedStock> {
  const simulator = await startAmazonSimulator({
    port: Number(new URL(process.env.AMAZON_ENDPOINT ?? "").port),
    applications: [DEMO_APPLICATION],
    limits: { searchListingsItems: { rate: 1000, burst: 1000 } },
  })
  try {
    const listings = DEFAULT_SKUS.map((sku) => ({ sku, quantity: 100 }))
    const settings = { stock_brake_percent: 100 }
    const account = await connectStockAccount(container, simulator, store, listings, { settings })
    await account.limit("patchListingsItem", PUBLISHED_LIMITS.patchListingsItem)
    await account.owe()
    await account.send()
    const before = account.pushes()

    const startedAt = Date.now()
    let changing = true
    const sending = (async () => {
      for (let quietSince = Date.now(); changing || Date.now() - quietSince < QUIET_MS; await wait(50)) {
        if (Object.keys(await account.send()).length) quietSince = Date.now()
      }
    })()
    for (let change = 0; change < changes; change++) {
      const sku = DEFAULT_SKUS[change % DEFAULT_SKUS.length]
      await account.stock(sku, 1_000 + change)
      collectChange(container, { inventory_item_ids: [store.inventoryItemIds[sku]] })
    }
    changing = false
    await sending
    const calls = account.pushes() - before
    return {
      changes,
      listings: listings.length,
      calls,
      changesPerCall: Math.round((changes / calls) * 10) / 10,
      seconds: Math.round((Date.now() - startedAt - QUIET_MS) / 100) / 10,
    }
  } finally {
    await simulator.close()
  }
}
