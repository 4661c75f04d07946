import type { ConnectorFailure, Problem, ProblemCode } from "../../../../connector"
import { problem } from "../../../../connector"
import type { Found, Outcome } from "../../handler"
import { concernsAccount } from "../../rules/concerns-account"

export type NotSent = Extract<Outcome, { outcome: "not_sent" }>

const inMinutes = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000)

/** When something that may have been sent is looked up: not before the platform would show it. */
export const lookUpAt = (sentAt: Date, visibilityDelaySeconds: number): Date =>
  new Date(sentAt.getTime() + visibilityDelaySeconds * 1000)

/** A problem as the platform told it, with the order that it is about. */
export const about = (order: string, found: Problem): Problem => ({
  ...found,
  details: { order, ...found.details },
})

/** Refusals of the connection and not of a package: a person has to act, and then the package goes out as it is. */
const ofConnection: readonly ProblemCode[] = ["access_denied", "application_rejected"]
const refusesConnection = ({ kind, problem: { code } }: ConnectorFailure): boolean =>
  kind === "rejected" && ofConnection.includes(code)

const CONNECTION_REFUSED_MINUTES = 15

/** What a refused or broken call means for the package that it was about. Pure. */
export function outcomeOf(failure: ConnectorFailure, order: string, now: Date, lookUp: Date): Outcome {
  const found = about(order, failure.problem)
  switch (failure.kind) {
    case "throttled":
      return { outcome: "not_sent", problem: found, again: new Date(failure.retryAt) }
    case "unavailable":
      return { outcome: "not_sent", problem: found, again: null }
    // Due again as soon as the account is authorized, or served, again.
    case "authorization_lost":
    case "suspended":
      return { outcome: "not_sent", problem: found, again: now }
    case "rejected":
      return refusesConnection(failure)
        ? { outcome: "not_sent", problem: found, again: inMinutes(now, CONNECTION_REFUSED_MINUTES) }
        : { outcome: "rejected", problem: found }
    case "not_found":
      return { outcome: "rejected", problem: found }
    case "outcome_unknown":
      return { outcome: "unknown", problem: found, lookUpAt: lookUp }
    // An answer that cannot be understood, or that belongs to something else, says nothing of what happened.
    case "contract_broken":
    case "page_expired":
      return {
        outcome: "unknown",
        problem: problem("outcome_unknown", { order, reason: failure.kind }),
        lookUpAt: lookUp,
      }
  }
}

/** After these nobody else can be sent anything for now either. */
export const stopsAll = (failure: ConnectorFailure): boolean =>
  failure.kind === "throttled" ||
  failure.kind === "unavailable" ||
  refusesConnection(failure) ||
  concernsAccount(failure)

/**
 * What it means for the packages behind it, which were not tried. Where the connection was refused they come a minute before it
 * the next time: should the refusal be about that one package after all, it does not hold up the others for ever. Pure.
 */
export const behind = (failure: ConnectorFailure, stop: NotSent): NotSent =>
  refusesConnection(failure) && stop.again ? { ...stop, again: inMinutes(stop.again, -1) } : stop

const UNAVAILABLE_MINUTES = 5
const REFUSED_MINUTES = 60

/** What it means when the order of a package cannot be read: its outcome stays open, unless there is no such order. Pure. */
export function foundWithout(failure: ConnectorFailure, order: string, now: Date): Found {
  const found = about(order, failure.problem)
  switch (failure.kind) {
    case "not_found":
      return { found: "differs", problem: found }
    case "throttled":
      return { found: "not_yet", again: new Date(failure.retryAt), problem: found }
    case "rejected":
    case "contract_broken":
      return { found: "not_yet", again: inMinutes(now, REFUSED_MINUTES), problem: found }
    default:
      return { found: "not_yet", again: inMinutes(now, UNAVAILABLE_MINUTES), problem: found }
  }
}
