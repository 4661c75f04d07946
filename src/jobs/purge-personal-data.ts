import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../modules/marketplace"
import { PURGE_BATCH, purgePersonalDataWorkflow } from "../workflows/privacy/purge-personal-data"
import { recordExpiry } from "../workflows/privacy/record-expiry"
import type { PurgeCounts } from "../workflows/privacy/steps/empty-payloads"

/** A night's work at most: a hundred thousand orders. What is left goes the next night. */
const BATCHES_A_NIGHT = 1_000

const added = (known: PurgeCounts | undefined, more: PurgeCounts): PurgeCounts => ({
  orders: (known?.orders ?? 0) + more.orders,
  medusa_orders: (known?.medusa_orders ?? 0) + more.medusa_orders,
  customers: (known?.customers ?? 0) + more.customers,
  failed: (known?.failed ?? 0) + more.failed,
})

/** Removes all personal data that has expired, batch by batch; gives how many orders it stood in, and how many failed. */
export async function purgePersonalData(
  container: MedusaContainer,
): Promise<{ purged: number; failed: number }> {
  const total = { purged: 0, failed: 0 }
  const byAccount = new Map<string, PurgeCounts>()
  for (let batch = 0; batch < BATCHES_A_NIGHT; batch++) {
    const { result } = await purgePersonalDataWorkflow(container).run({ input: { limit: PURGE_BATCH } })
    total.purged += result.purged.length
    total.failed += result.failed.length
    for (const [accountId, counts] of Object.entries(result.byAccount)) {
      byAccount.set(accountId, added(byAccount.get(accountId), counts))
    }
    if (result.taken === 0) break
  }
  await recordExpiry(container, byAccount)
  return total
}

/** A queue keeps a message for fourteen days at most; no double of a notice comes after that. */
const NOTICE_DAYS = 30

/** Every night. Tests call {@link purgePersonalData} themselves. */
export default async function purgePersonalDataJob(container: MedusaContainer): Promise<void> {
  if (process.env.NODE_ENV === "test") return
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    await container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE).forgetNotices(NOTICE_DAYS)
    const { purged, failed } = await purgePersonalData(container)
    if (purged + failed === 0) return
    logger.info(`[marketplaces] Expired personal data: removed from ${purged} orders, not from ${failed}`)
  } catch {
    // Not its message: it may quote a value, and values may be personal data.
    logger.error("[marketplaces] Expired personal data could not be removed, the next try is tomorrow night")
  }
}

export const config = { name: "marketplaces-purge-personal-data", schedule: "47 2 * * *" }
