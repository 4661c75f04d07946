import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { describeProblem, type Problem } from "../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import type { AccountEvent } from "../../modules/marketplace/history-events"
import type { ReadResource } from "../../modules/marketplace/resources"
import type { ReadingOutcome, ReadingWork } from "./outcome"
import { nextReadingAt, retryReadingAt } from "./rules/next-reading"

type Settled = Pick<ReadingWork, "lease" | "reading"> & Partial<Pick<ReadingWork, "account">>

const events: Record<ReadResource["kind"], AccountEvent> = {
  listings: "listings_read",
  inventory: "platform_stock_read",
}

/** The platform's quota is no trouble: it is waited for. */
const problemOf = (outcome: ReadingOutcome): Problem | null => {
  if (outcome.as === "done") return outcome.problem
  if (outcome.as !== "failed" || outcome.trouble.problem.code === "platform_throttled") return null
  return outcome.trouble.problem
}

/** What is worth a line: what a person asked for, what changed, and trouble that is new or over. An hourly "as before" is not. */
function isWorthTelling(outcome: ReadingOutcome, { reading }: Settled): boolean {
  const found = problemOf(outcome)
  if (found) return found.code !== reading.problem?.code
  if (outcome.as !== "done") return false
  return outcome.changed || reading.requested_by !== null || reading.problem !== null
}

/**
 * Keeps what came of a reading with the reading itself: the account's orders are imported whether its listings can be read or
 * not. What is new is told in the account's history.
 */
export async function settleReading(
  container: MedusaContainer,
  settled: Settled,
  resource: ReadResource | undefined,
  outcome: ReadingOutcome,
): Promise<void> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const { lease, reading, account } = settled
  const found = problemOf(outcome)
  if (found) {
    const { title } = describeProblem(found, "en")
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`[marketplaces] Account ${reading.account_id}, ${reading.resource}: ${title}`)
  }
  if (resource && isWorthTelling(outcome, settled)) {
    const { kind, ...of } = resource
    await marketplace.appendHistory([
      {
        accountId: reading.account_id,
        subjectType: "account",
        subjectId: reading.account_id,
        actor: found ? "platform" : reading.requested_by ? "person" : "schedule",
        actorId: found ? null : reading.requested_by,
        event: events[kind],
        details: {
          ...("marketplace" in of ? { marketplace: of.marketplace } : { location_id: of.locationId }),
          ...(outcome.as === "done" ? outcome.counts : {}),
          ...(found ? { problem: found } : {}),
        },
      },
    ])
  }
  const minimum = resource?.kind === "listings" ? account?.connector.listings?.minimumHours : 0
  if (outcome.as === "waits") {
    await marketplace.putOffReading(lease, { until: outcome.until, problem: null, restart: false })
  }
  if (outcome.as === "failed") {
    // What the platform had in hand for it is asked for anew, and counts against how often it may be asked.
    const isAskedAnew = outcome.restart && reading.progress !== null
    const until = retryReadingAt(outcome.trouble.retryAt, new Date(), isAskedAnew ? minimum : 0)
    await marketplace.putOffReading(lease, { until, problem: found, restart: outcome.restart })
  }
  if (outcome.as === "done" && resource) {
    await marketplace.endReading(lease, {
      position: outcome.position,
      nextReadAt: nextReadingAt(resource.kind, reading.started_at, minimum),
      problem: found,
    })
  }
}
