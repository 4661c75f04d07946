import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { connectorFailureOf, describeProblem } from "../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { receiveNotices } from "./receive-notices"
import { noticesState } from "./rules/notices-state"

/** Seconds that one question waits at the feed for something to come. */
const WAIT_SECONDS = 20
const PAUSE_AFTER_FAILURE_MS = 15_000

/** Feeds that this process watches now, and until when. */
const watched = new Map<string, number>()

/**
 * Connectors with a feed to which an account is subscribed from this installation; one that was subscribed before that was kept
 * becomes this installation's.
 */
async function feedsInUse(marketplace: MarketplaceModuleService): Promise<string[]> {
  const feeds = marketplace.connectorIds().filter((id) => marketplace.connector(id)?.changes)
  if (!feeds.length) return []
  const accounts = await marketplace.listMarketplaceAccounts(
    { provider_id: feeds, state: "connected", notices_since: { $ne: null } },
    { select: ["id", "provider_id", "notices_since", "notices_in"] },
  )
  const installation = await marketplace.installation()
  const own = accounts.filter((account) => noticesState(account, installation) === "on")
  const unnamed = own.filter(({ notices_in }) => notices_in === null)
  if (unnamed.length) {
    const claimed = unnamed.map(({ id }) => ({ id, notices_in: installation }))
    await marketplace.updateMarketplaceAccounts(claimed)
  }
  return [...new Set(own.map(({ provider_id }) => provider_id))]
}

async function watch(container: MedusaContainer, providerId: string): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  while ((watched.get(providerId) ?? 0) > Date.now()) {
    try {
      await receiveNotices(container, providerId, WAIT_SECONDS, AbortSignal.timeout(WAIT_SECONDS * 2_000))
    } catch (thrown) {
      const failure = connectorFailureOf(thrown)
      const reason = failure ? describeProblem(failure.problem, "en").cause : String(thrown)
      logger.warn(
        `[marketplaces] Notices of ${providerId} cannot be had, the schedule goes on without them: ${reason}`,
      )
      await wait(PAUSE_AFTER_FAILURE_MS, undefined, { ref: false })
    }
  }
  watched.delete(providerId)
}

/**
 * Watches every feed in use for the next `milliseconds`; a feed that is watched already is watched that much longer. Gives
 * control back at once: a job that waited itself would keep its worker from everything else. Several processes may watch one
 * feed, each notice goes to one of them.
 */
export async function watchNotices(container: MedusaContainer, milliseconds: number): Promise<void> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  for (const providerId of await feedsInUse(marketplace)) {
    const isWatched = watched.has(providerId)
    watched.set(providerId, Date.now() + milliseconds)
    if (!isWatched) void watch(container, providerId)
  }
}
