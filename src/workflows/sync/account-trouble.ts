import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  connectorFailureOf,
  describeProblem,
  problem,
  type ConnectorFailure,
  type Problem,
  type ProblemCode,
} from "../../connector"
import type { AccountEvent } from "../../modules/marketplace/history-events"
import type { AccountStand } from "../../modules/marketplace/store/account-checks"
import { reasonOf } from "../import/batch"
import type { StoredAccount } from "../account/load-account"
import { credentialsMark } from "../account/rules/credentials-mark"
import { ringBell } from "./bell"
import { standAfter } from "./rules/stand-after"

/** What a failure of the whole account means for it. */
export type Trouble = {
  problem: Problem
  /** When to look again by itself; null = a person must act first. */
  retryAt: Date | null
  needsReauthorization: boolean
  /** The platform serves the account no longer for now; it is asked again at `retryAt`. */
  suspended: boolean
  /** Marks the credentials that it was met with, where they are not those of the account in hand. */
  metWith?: string
}

const UNAVAILABLE_MINUTES = 5
const UNEXPECTED_MINUTES = 15
const SUSPENDED_MINUTES = 60
/**
 * Minutes after which the platform's refusals are looked at again: a request that worked yesterday may be refused during an
 * outage, and a connector is back as soon as a developer has configured it. Everything else waits for a person.
 */
const REFUSED_MINUTES: Partial<Record<ProblemCode, number>> = { request_refused: 60, connector_missing: 15 }

/** What a failed sync means for the account. Lost authorisation and refused applications are never retried by themselves. */
export function troubleOf(thrown: unknown, now: Date): Trouble {
  const failure: ConnectorFailure | undefined = connectorFailureOf(thrown)
  const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  const kind = { needsReauthorization: false, suspended: false }
  if (!failure) {
    const found = problem("import_failed", { reason: reasonOf(thrown) })
    return { problem: found, retryAt: inMinutes(UNEXPECTED_MINUTES), ...kind }
  }
  const found = failure.problem
  switch (failure.kind) {
    case "authorization_lost":
      return { problem: found, retryAt: null, ...kind, needsReauthorization: true }
    case "suspended":
      return { problem: found, retryAt: inMinutes(SUSPENDED_MINUTES), ...kind, suspended: true }
    case "throttled":
      return { problem: found, retryAt: failure.retryAt, ...kind }
    case "rejected": {
      const minutes = REFUSED_MINUTES[found.code]
      return { problem: found, retryAt: minutes === undefined ? null : inMinutes(minutes), ...kind }
    }
    default:
      return { problem: found, retryAt: inMinutes(UNAVAILABLE_MINUTES), ...kind }
  }
}

/** The history's word for a trouble. */
function eventOf({ needsReauthorization, suspended }: Trouble): AccountEvent {
  if (needsReauthorization) return "needs_reauthorization"
  return suspended ? "suspended" : "sync_failed"
}

/**
 * The platform refused credentials that have been replaced since: that says nothing of the account, which is asked again with those
 * that it has now.
 */
const askAgain = ({ row, settings }: Pick<StoredAccount, "row" | "settings">, { state }: AccountStand) => ({
  id: row.id,
  check_due_at: new Date(),
  ...(state === "connected" && settings.import_automatically ? { next_sync_at: new Date() } : {}),
})

/**
 * Keeps the account's trouble, with history; tells the admins' bell when it is new and a person must act. The account is looked at
 * as it stands now, under a lock: several workers that run into the same trouble tell it once, and none undoes what a person did -
 * such as connecting it anew while a call with the old credentials was under way. Gives false when the trouble was of those.
 */
export async function recordTrouble(
  container: MedusaContainer,
  account: Pick<StoredAccount, "row" | "marketplace" | "settings">,
  trouble: Trouble,
): Promise<boolean> {
  const { row, marketplace } = account
  const metWith = trouble.metWith ?? credentialsMark(row)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const rings = await marketplace.inTransaction(async (shared) => {
    const stand = await marketplace.lockAccount(row.id, shared)
    if (!stand) return false
    if (credentialsMark(stand) !== metWith) {
      await marketplace.updateMarketplaceAccounts(askAgain(account, stand), shared)
      return undefined
    }
    const after = standAfter(stand, trouble)
    await marketplace.updateMarketplaceAccounts({ id: row.id, ...after.change }, shared)
    if (after.isNew) {
      const line = {
        accountId: row.id,
        subjectType: "account",
        subjectId: row.id,
        actor: "platform",
      } as const
      const details = { problem: trouble.problem }
      await marketplace.appendHistory([{ ...line, event: eventOf(trouble), details }], shared)
    }
    return after.rings
  })
  if (rings === undefined) {
    logger.info(`[marketplaces] ${row.name}: refused with credentials that have been replaced; asked again`)
    return false
  }
  logger.warn(`[marketplaces] ${row.name}: ${describeProblem(trouble.problem, "en").title}`)
  if (!rings) return true
  const text = describeProblem(trouble.problem, marketplace.options.language)
  await ringBell(container, {
    accountId: row.id,
    title: `${row.name}: ${text.title}`,
    description: `${text.cause} ${text.wayOut}`,
    code: trouble.problem.code,
  })
  return true
}
