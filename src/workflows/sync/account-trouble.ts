import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  connectorFailureOf,
  describeProblem,
  problem,
  type ConnectorFailure,
  type Problem,
} from "../../connector"
import { reasonOf } from "../import/batch"
import type { LoadedAccount } from "../account/load-account"

/** When to look again after a failure of the whole account; null = a person must act first. */
export type Trouble = { problem: Problem; retryAt: Date | null; needsReauthorization: boolean }

const UNAVAILABLE_MINUTES = 5
const UNEXPECTED_MINUTES = 15

/** What a failed sync means for the account. Lost authorisation and refused applications are never retried by themselves. */
export function troubleOf(thrown: unknown, now: Date): Trouble {
  const failure: ConnectorFailure | undefined = connectorFailureOf(thrown)
  const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  if (!failure) {
    const found = problem("import_failed", { reason: reasonOf(thrown) })
    return { problem: found, retryAt: inMinutes(UNEXPECTED_MINUTES), needsReauthorization: false }
  }
  switch (failure.kind) {
    case "authorization_lost":
      return { problem: failure.problem, retryAt: null, needsReauthorization: true }
    case "throttled":
      return { problem: failure.problem, retryAt: failure.retryAt, needsReauthorization: false }
    case "rejected": {
      // A request that worked yesterday may be refused during an outage of the platform: looked at again, later.
      const refused = failure.problem.code === "request_refused"
      return {
        problem: failure.problem,
        retryAt: refused ? inMinutes(60) : null,
        needsReauthorization: false,
      }
    }
    default:
      return {
        problem: failure.problem,
        retryAt: inMinutes(UNAVAILABLE_MINUTES),
        needsReauthorization: false,
      }
  }
}

/** Keeps the account's trouble, with history; tells the admins' bell when it is new and a person must act. */
export async function recordTrouble(
  container: MedusaContainer,
  account: LoadedAccount,
  trouble: Trouble,
): Promise<void> {
  const { row, marketplace } = account
  const known = row.problem as Problem | null
  const isNew = known?.code !== trouble.problem.code
  await marketplace.updateMarketplaceAccounts({
    id: row.id,
    problem: trouble.problem,
    next_sync_at: row.state === "connected" ? trouble.retryAt : null,
    ...(trouble.needsReauthorization && row.state !== "paused"
      ? { state: "needs_reauthorization" as const }
      : {}),
  })
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`[marketplaces] ${row.name}: ${describeProblem(trouble.problem, "en").title}`)
  if (!isNew) return
  await marketplace.appendHistory([
    {
      accountId: row.id,
      subjectType: "account",
      subjectId: row.id,
      actor: "platform",
      event: trouble.needsReauthorization ? "needs_reauthorization" : "sync_failed",
      details: { problem: trouble.problem },
    },
  ])
  if (trouble.retryAt === null) await notifyAdmins(container, row, trouble.problem)
}

/** A line in the admin's bell. */
export async function notifyAdmins(
  container: MedusaContainer,
  account: { id: string; name: string },
  found: Problem,
): Promise<void> {
  const text = describeProblem(found, "en")
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: "",
    channel: "feed",
    template: "admin-ui",
    data: {
      title: `${account.name}: ${text.title}`,
      description: `${text.cause} ${text.wayOut}`,
      code: found.code,
      account_id: account.id,
    },
  })
}
