import { connectorFailureOf, problem, problemCodes, type Problem } from "../../../connector"
import type { ClaimedDispatch } from "../../../modules/marketplace/store/dispatches/claim"
import type { DispatchSettlement } from "../../../modules/marketplace/store/dispatches/settle"
import { reasonOf } from "../../import/batch"
import { retryMinutes } from "../../import/rules/settle-decision"
import type { Found, Outcome, Prepared } from "../handler"

/** What of a claimed row decides about it. */
export type SettledRow = Pick<ClaimedDispatch, "id" | "revision" | "state" | "attempts" | "problem_code">

/** Why something is not sent, for good or for now. */
export type NotSent = Extract<Prepared, { send: false }>

const inMinutes = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

/** The next try by itself: where the problem may pass, after 1, 2, 4 ... at most 60 minutes; not before the platform says so. */
function retryAt(found: Problem, attempts: number, now: Date): Date | null {
  if (!problemCodes[found.code].retryable) return null
  const said = new Date(found.details.retry_at ?? "")
  return said > now ? said : inMinutes(now, retryMinutes(attempts))
}

/** Of what a process that died was sending. */
const interrupted = problem("outcome_unknown", { reason: "sending interrupted" })
/** A look-up that leaves it open is not repeated at once, whatever the handler says. */
const LOOK_AGAIN_MS = 1000

type Change = Omit<DispatchSettlement, "id" | "revision" | "problem" | "next_attempt_at"> & {
  problem?: Problem
  next?: Date | null
}

const settled = (row: SettledRow, { problem: found, next, ...change }: Change): DispatchSettlement => ({
  id: row.id,
  revision: row.revision,
  problem: found ?? null,
  next_attempt_at: next?.toISOString() ?? null,
  ...change,
})

/** What hinders it is told when it is new, and not once more with every try. */
const whenNew = (row: SettledRow, found: Problem | undefined): Pick<DispatchSettlement, "line"> =>
  found && found.code !== row.problem_code ? { line: { event: "put_off" } } : {}

/** What is still owed, and hindered by a problem. */
function putOff(
  row: SettledRow,
  found: Problem,
  again: Date | null | undefined,
  now: Date,
): DispatchSettlement {
  const attempts = row.attempts + 1
  const next = again ?? retryAt(found, attempts, now)
  return settled(row, { state: "owed", problem: found, attempts, next, ...whenNew(row, found) })
}

/** What becomes of a row whose outcome was open, by what the platform shows. Pure. */
export function settleFound(row: SettledRow, found: Found, now: Date): DispatchSettlement {
  const { attempts } = row
  switch (found.found) {
    case "confirmed":
      return settled(row, {
        state: "confirmed",
        attempts,
        line: { event: "confirmed", details: { looked_up: true } },
      })
    case "absent": {
      // At once after the first try; a platform that swallows it again and again is given time.
      const next = attempts > 1 ? inMinutes(now, retryMinutes(attempts - 1)) : now
      return settled(row, {
        state: "owed",
        attempts,
        next,
        line: { event: "looked_up", details: { found: "absent" } },
      })
    }
    case "not_yet": {
      const why = found.problem ?? (row.state === "unknown" ? interrupted : undefined)
      return settled(row, {
        state: row.state,
        problem: why,
        attempts,
        next: new Date(Math.max(found.again.getTime(), now.getTime() + LOOK_AGAIN_MS)),
        ...whenNew(row, why),
      })
    }
    case "differs": {
      const next = retryAt(found.problem, attempts + 1, now)
      return settled(row, {
        state: next ? "owed" : "rejected",
        problem: found.problem,
        attempts: attempts + 1,
        next,
        line: { event: next ? "owed" : "rejected", details: { looked_up: true } },
      })
    }
  }
}

/** What becomes of a row that is not sent, by what the store holds now. Pure. */
export function settlePrepared(row: SettledRow, prepared: NotSent, now: Date): DispatchSettlement {
  if (prepared.as === "held") {
    return settled(row, { state: "owed", attempts: row.attempts, next: prepared.again })
  }
  if (prepared.as === "problem") return putOff(row, prepared.problem, prepared.again, now)
  const line = { event: prepared.as, actor: "schedule", details: { not_sent: true } } as const
  return settled(row, { state: prepared.as, attempts: row.attempts, line })
}

/** What becomes of a row that was handed to the platform, by its answer. Pure. */
export function settleOutcome(row: SettledRow, came: Outcome, now: Date): DispatchSettlement {
  const attempts = row.attempts + 1
  switch (came.outcome) {
    case "confirmed":
      return settled(row, { state: "confirmed", attempts, line: { event: "confirmed" } })
    case "accepted":
      return settled(row, { state: "sent", attempts, next: came.lookUpAt, line: { event: "sent" } })
    case "rejected":
      return settled(row, {
        state: "rejected",
        problem: came.problem,
        attempts,
        next: retryAt(came.problem, attempts, now),
        line: { event: "rejected" },
      })
    // It is not about this row: nothing that is changed here would make it due again.
    case "not_sent":
      return putOff(
        row,
        came.problem,
        came.again ?? retryAt(came.problem, attempts, now) ?? inMinutes(now, 60),
        now,
      )
    case "unknown":
      return settled(row, {
        state: "unknown",
        problem: came.problem,
        attempts,
        next: came.lookUpAt,
        line: { event: "unknown" },
      })
  }
}

/**
 * What becomes of a row when the work on its batch broke off. What had been handed over already may have arrived: it is looked
 * up. Everything else keeps its state and is tried again. Pure.
 */
export function settleThrown(
  row: SettledRow,
  thrown: unknown,
  handedOver: boolean,
  now: Date,
): DispatchSettlement {
  const attempts = row.attempts + 1
  const failure = connectorFailureOf(thrown)
  if (handedOver) {
    const found = problem("outcome_unknown", { reason: failure?.kind ?? reasonOf(thrown) })
    const next = inMinutes(now, retryMinutes(attempts))
    return settled(row, { state: "unknown", problem: found, attempts, next, line: { event: "unknown" } })
  }
  const found = failure?.problem ?? problem("dispatch_failed", { reason: reasonOf(thrown) })
  const kept = putOff(row, found, failure?.kind === "throttled" ? new Date(failure.retryAt) : null, now)
  return row.state === "unknown" || row.state === "sent"
    ? { ...kept, state: row.state, next_attempt_at: kept.next_attempt_at ?? inMinutes(now, 60).toISOString() }
    : kept
}
