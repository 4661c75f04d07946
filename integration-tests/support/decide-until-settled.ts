import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { importDueOrders } from "../../src/workflows/import/import-due-orders"

/**
 * Decides and imports what is due, as the schedule does minute by minute, until the order is neither in somebody's
 * hand nor due: a subscriber that follows an event may have had it in hand, as it was before.
 */
export async function decideUntilSettled(container: MedusaContainer, accountId: string, reference: string) {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  for (let round = 0; round < 200; round++) {
    await importDueOrders(container, { accountId, actor: "schedule" })
    const [row] = await marketplace.listMarketplaceOrders({ account_id: accountId, reference })
    const isDue = row?.next_attempt_at && row.next_attempt_at.getTime() <= Date.now()
    if (!row?.lease_token && !isDue) return row
    await wait(50)
  }
  throw new Error(`Order ${reference} is still being worked on`)
}
