import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../modules/marketplace"
import { reasonOf } from "../workflows/import/batch"
import { NoticeEvents } from "../workflows/notices/events"
import { watchNotices } from "../workflows/notices/watch-notices"

/** Accounts handed out in one go; what is left is due again a minute later. */
const AT_ONCE = 20
/** A little longer than until the next tick, so that a feed is watched without a gap. */
const WATCH_MS = 75_000

/** Hands out accounts whose notices a crash or a refusal left behind. */
export async function handOutDueNotices(container: MedusaContainer): Promise<void> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const accounts = await marketplace.accountsWithDueNotices(AT_ONCE)
  const events = accounts.map((id) => ({ name: NoticeEvents.NOTICES_DUE, data: { account_id: id } }))
  if (events.length) await container.resolve(Modules.EVENT_BUS).emit(events)
}

/** Every minute: keeps watching the platforms' notices. Tests call what it calls themselves. */
export default async function watchNoticesJob(container: MedusaContainer): Promise<void> {
  if (process.env.NODE_ENV === "test") return
  const { options } = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  if (!options.automaticImport) return
  try {
    await watchNotices(container, WATCH_MS)
    await handOutDueNotices(container)
  } catch (thrown) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`[marketplaces] Notices could not be watched, the next try is in a minute: ${reasonOf(thrown)}`)
  }
}

export const config = { name: "marketplaces-watch-notices", schedule: "* * * * *" }
