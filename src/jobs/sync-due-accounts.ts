import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../modules/marketplace"
import { dueDispatchEvents } from "../workflows/dispatch/dispatch-due"
import { sweepEvents } from "../workflows/dispatch/shipment/events"
import { reasonOf } from "../workflows/import/batch"
import { ReadingEvents } from "../workflows/reading/events"
import { planReadings } from "../workflows/reading/plan-readings"
import { sweepConvertedDrafts } from "../workflows/review/sweep-converted"
import { SyncEvents } from "../workflows/sync/events"
import { WebhookEvents } from "../workflows/webhooks/events"

/** Accounts and runs handed out in one go; what is left is due again a minute later. */
const AT_ONCE = 20

/**
 * Finds what is due and hands it to whichever process is free, by events. Accounts and runs are leased first, so that two
 * processes that look at the same time hand out different ones; a lease whose event gets lost runs out by itself.
 */
export async function handOutDueWork(container: MedusaContainer): Promise<void> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const { automaticImport } = marketplace.options
  const accounts = automaticImport ? await marketplace.takeDueAccounts(AT_ONCE) : []
  const runs = await marketplace.takeDueRuns(AT_ONCE)
  if (automaticImport) await planReadings(container)
  const readings = await marketplace.takeDueReadings({ limit: AT_ONCE, onlyRequested: !automaticImport })
  const inboxes = await marketplace.accountsWithDueOrders(AT_ONCE)
  const dispatches = await dueDispatchEvents(container, AT_ONCE)
  const checks = await marketplace.accountsDueForCheck(AT_ONCE)
  const events: { name: string; data: Record<string, string> }[] = [
    ...accounts.map(({ id, token }) => ({ name: SyncEvents.SYNC_DUE, data: { account_id: id, token } })),
    ...runs.map(({ id, token }) => ({ name: SyncEvents.RUN_DUE, data: { run_id: id, token } })),
    ...readings.map(({ id, token }) => ({
      name: ReadingEvents.READING_DUE,
      data: { reading_id: id, token },
    })),
    ...inboxes.map((id) => ({ name: SyncEvents.ORDERS_DUE, data: { account_id: id } })),
    ...dispatches,
    ...checks.map((id) => ({ name: WebhookEvents.CHECK_DUE, data: { account_id: id } })),
    ...sweepEvents(new Date()),
  ]
  if (events.length) await container.resolve(Modules.EVENT_BUS).emit(events)
  await sweepConvertedDrafts(container)
}

/** Every minute. Tests call {@link handOutDueWork} themselves. */
export default async function syncDueAccounts(container: MedusaContainer): Promise<void> {
  if (process.env.NODE_ENV === "test") return
  try {
    await handOutDueWork(container)
  } catch (thrown) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `[marketplaces] Due work could not be handed out, the next try is in a minute: ${reasonOf(thrown)}`,
      )
  }
}

export const config = { name: "marketplaces-sync-due-accounts", schedule: "* * * * *" }
