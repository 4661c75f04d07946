import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../modules/marketplace"
import { releaseHoldsOfRemoved } from "../workflows/account/release-holds"
import { reasonOf } from "../workflows/import/batch"
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

/** A queue keeps a message for fourteen days at most; no double of a notice comes after that. */
const NOTICE_DAYS = 30

/** Forgets what else is of no use any more; where that fails it is tried again the next night. */
async function forgetTheRest(container: MedusaContainer): Promise<void> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const rest: [string, () => Promise<unknown>][] = [
    ["consents", () => marketplace.forgetAuthorizations()],
    ["notices", () => marketplace.forgetNotices(NOTICE_DAYS)],
    ["reservations of removed accounts", () => releaseHoldsOfRemoved(container)],
  ]
  for (const [what, forget] of rest) {
    try {
      await forget()
    } catch (thrown) {
      logger.error(`[marketplaces] Old ${what} could not be forgotten: ${reasonOf(thrown)}`)
    }
  }
}

/**
 * Removes all personal data that has expired, batch by batch, and then what else is of no use any more; gives how many orders the
 * data stood in, and how many failed.
 */
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
  await forgetTheRest(container)
  return total
}

/** Every night. Tests call {@link purgePersonalData} themselves. */
export default async function purgePersonalDataJob(container: MedusaContainer): Promise<void> {
  if (process.env.NODE_ENV === "test") return
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const { purged, failed } = await purgePersonalData(container)
    if (purged + failed === 0) return
    logger.info(`[marketplaces] Expired personal data: removed from ${purged} orders, not from ${failed}`)
  } catch (thrown) {
    logger.error(
      `[marketplaces] Expired personal data could not be removed, the next try is tomorrow night: ${reasonOf(thrown)}`,
    )
  }
}

export const config = { name: "marketplaces-purge-personal-data", schedule: "47 2 * * *" }
