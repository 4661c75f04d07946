import type { Problem } from "../../../connector"
import type { AccountState } from "../../../modules/marketplace/states"
import type { AccountStand } from "../../../modules/marketplace/store/account-checks"
import { isSuspended } from "../../account/rules/is-suspended"
import type { Trouble } from "../account-trouble"

/** What is written down of an account in trouble; what is not named stays. */
export type StandChange = {
  state?: AccountState
  problem?: Problem
  next_sync_at?: Date | null
  check_due_at?: Date | null
}

export type StandAfter = {
  change: StandChange
  /** The history tells of it. */
  isNew: boolean
  /** So does the bell: not of what it has told already. */
  rings: boolean
}

const NOTHING: StandAfter = { change: {}, isNew: false, rings: false }

/** Nothing gets better until somebody does something. */
const asksForPerson = ({ retryAt, suspended, problem }: Trouble): boolean =>
  retryAt === null || suspended || problem.code === "connector_missing"

function changeOf(stand: AccountStand, trouble: Trouble): StandChange | undefined {
  const { problem, retryAt } = trouble
  const wasSuspended = isSuspended(stand)
  const offByPerson = stand.state === "paused" && !wasSuspended
  if (trouble.suspended) {
    // Whoever switched it off, or must renew it, has the say: the platform would otherwise bring it back by itself.
    if (offByPerson || stand.state === "needs_reauthorization") return undefined
    return { state: "paused", problem, next_sync_at: null, check_due_at: retryAt }
  }
  if (trouble.needsReauthorization && !offByPerson) {
    return { state: "needs_reauthorization", problem, next_sync_at: null, check_due_at: null }
  }
  // What keeps us from asking a suspended account says nothing of whether it still is.
  if (wasSuspended) return retryAt ? { check_due_at: retryAt } : {}
  return { problem, next_sync_at: stand.state === "connected" ? retryAt : null }
}

/** What a trouble makes of an account as it stands. A person's own pause stays, whatever the platform says. Pure. */
export function standAfter(stand: AccountStand, trouble: Trouble): StandAfter {
  const change = changeOf(stand, trouble)
  if (!change) return NOTHING
  const isNewProblem = change.problem !== undefined && change.problem.code !== stand.problem?.code
  const moves = change.state !== undefined && change.state !== stand.state
  return { change, isNew: isNewProblem || moves, rings: isNewProblem && asksForPerson(trouble) }
}
