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
import { reasonOf } from "../import/batch"
import type { StoredAccount } from "../account/load-account"
import { ringBell } from "./bell"

/** What a failure of the whole account means for it. */
export type Trouble = {
  problem: Problem
  /** When to look again by itself; null = a person must act first. */
  retryAt: Date | null
  needsReauthorization: boolean
}

const UNAVAILABLE_MINUTES = 5
const UNEXPECTED_MINUTES = 15
/**
 * Minutes after which the platform's refusals are looked at again: a request that worked yesterday may be refused during an
 * outage, and a connector is back as soon as a developer has configured it. Everything else waits for a person.
 */
const REFUSED_MINUTES: Partial<Record<ProblemCode, number>> = { request_refused: 60, connector_missing: 15 }

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
      const minutes = REFUSED_MINUTES[failure.problem.code]
      return {
        problem: failure.problem,
        retryAt: minutes === undefined ? null : inMinutes(minutes),
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
  account: Pick<StoredAccount, "row" | "marketplace">,
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
  if (!asksForPerson(trouble)) return
  const text = describeProblem(trouble.problem, marketplace.options.language)
  await ringBell(container, {
    accountId: row.id,
    title: `${row.name}: ${text.title}`,
    description: `${text.cause} ${text.wayOut}`,
    code: trouble.problem.code,
  })
}

/** Nothing gets better until somebody does something: the bell rings. */
const asksForPerson = ({ retryAt, problem: found }: Trouble): boolean =>
  retryAt === null || found.code === "connector_missing"
