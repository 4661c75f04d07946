import { isBlocking, problem, problemCodes, type Problem } from "../../../connector"
import type { HistoryLine } from "../../../modules/marketplace/store/history"
import type { Settlement } from "../../../modules/marketplace/store/inbox"
import type { Batch, Decision } from "../batch"

/** Why a cancellation at the platform was not carried out here. */
export type CancelConflict = "canceled_after_shipment" | "canceled_after_invoice"

/** What APPLY found out about one decision. */
export type Outcome = {
  orderId: string | null
  /** Why it could not be carried out. */
  failure: string | null
  /** Canceled at the platform after something was done here that is not undone by itself. */
  conflict: CancelConflict | null
  /** Its Medusa order was made before and has been canceled here since. */
  canceledHere: boolean
}

const LONGEST_WAIT_MINUTES = 60

/** Minutes until an order is tried again by itself: 1, 2, 4 ... at most an hour. */
export function retryMinutes(attempts: number): number {
  return Math.min(LONGEST_WAIT_MINUTES, 2 ** Math.min(Math.max(attempts - 1, 0), 10))
}

function retryAt(decision: Decision, now: Date): string {
  return new Date(now.getTime() + retryMinutes(decision.attempts) * 60_000).toISOString()
}

const retryable = (problems: Problem[]): boolean =>
  problems.length > 0 && problems.every((one) => problemCodes[one.code].retryable)

/** The inbox row's new state for a decision and what came of it. Pure. */
export function settleDecision(decision: Decision, outcome: Outcome, now: Date): Settlement {
  const { verdict, before } = decision
  /** What was made stays with its row, so that whoever leaves the order out has it canceled. */
  const owned = outcome.orderId ?? (before.drafted ? decision.orderId : null)
  const settled: Settlement = {
    id: decision.id,
    digest: decision.digest,
    state: before.state,
    rule: null,
    problems: [],
    order_id: outcome.orderId,
    next_attempt_at: null,
  }
  const again = (problems: Problem[]) => (retryable(problems) ? retryAt(decision, now) : null)
  if (outcome.failure) {
    const failed = {
      ...settled,
      order_id: owned,
      problems: [problem("import_failed", { reason: outcome.failure })],
      next_attempt_at: retryAt(decision, now),
    }
    // What was left out stays so: only the tidying up after it is tried again.
    if (verdict.action === "ignore" && before.state === "ignored") return { ...failed, rule: verdict.rule }
    // A draft that stands there is kept with its row, so that the next attempt knows of it.
    const stands = before.state === "imported" || before.draft !== null
    return stands ? failed : { ...failed, state: "ready" }
  }
  switch (verdict.action) {
    case "import":
      return {
        ...settled,
        state: "imported",
        problems: [
          ...(outcome.canceledHere ? [problem("canceled_here_only", { order: decision.reference })] : []),
          ...verdict.remarks,
        ],
      }
    case "review":
      return { ...settled, state: "review", problems: verdict.remarks }
    case "block": {
      const problems = [...verdict.problems, ...verdict.remarks]
      return { ...settled, state: "blocked", problems, next_attempt_at: again(verdict.problems) }
    }
    case "wait":
      return { ...settled, state: "waiting", rule: verdict.rule }
    case "ignore":
      return {
        ...settled,
        state: "ignored",
        rule: verdict.rule,
        order_id: outcome.conflict ? outcome.orderId : null,
      }
    case "cancel":
      return outcome.conflict
        ? {
            ...settled,
            state: "imported",
            problems: [problem(outcome.conflict, { order: decision.reference })],
          }
        : { ...settled, state: "canceled" }
    case "keep":
      return {
        ...settled,
        order_id: owned,
        rule: before.state === "ignored" ? before.rule : null,
        problems: verdict.problems,
        next_attempt_at: again(verdict.problems.filter(isBlocking)),
      }
  }
}

/** True when a decision leaves an order in Medusa with a problem that it did not have and that only a person can settle. */
export function newlyTroubled({ before }: Decision, settled: Settlement): boolean {
  const found = settled.problems.find(isBlocking)
  return (
    settled.state === "imported" &&
    found !== undefined &&
    !problemCodes[found.code].retryable &&
    found.code !== before.problemCode
  )
}

/** The line of history that a settlement leaves, or none when it says nothing new. */
export function historyOf(batch: Batch, decision: Decision, settled: Settlement): HistoryLine | undefined {
  const { before } = decision
  const code = settled.problems[0]?.code ?? null
  const same = settled.state === before.state && settled.rule === before.rule && code === before.problemCode
  if (same && !before.changed) return undefined
  return {
    accountId: batch.accountId,
    subjectType: "order",
    subjectId: decision.id,
    actor: batch.actor,
    actorId: batch.actorId,
    event: settled.problems.some((one) => one.code === "import_failed") ? "import_failed" : settled.state,
    details: {
      ...(settled.rule ? { rule: settled.rule } : {}),
      ...(settled.problems.length ? { problems: settled.problems } : {}),
      ...(settled.order_id ? { order_id: settled.order_id } : {}),
    },
  }
}
