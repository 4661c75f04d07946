import { problem, type Problem } from "./problem"

/** What a connector call may end in. Workflows decide by `kind`; they never see an HTTP status. */
export type ConnectorFailure =
  /** The account's authorisation is gone: a person must connect it again. Never retried. */
  | { kind: "authorization_lost"; problem: Problem }
  /** Out of budget; not before `retryAt`. */
  | { kind: "throttled"; retryAt: Date; problem: Problem }
  /** The platform does not answer properly; later it may. */
  | { kind: "unavailable"; problem: Problem }
  /** The platform serves this account no longer until the merchant has settled something there (unpaid, suspended). */
  | { kind: "suspended"; problem: Problem }
  /** The platform understood and said no. */
  | { kind: "rejected"; problem: Problem }
  | { kind: "not_found"; problem: Problem }
  /** A write may or may not have happened: look before trying again. */
  | { kind: "outcome_unknown"; problem: Problem }
  /** The page token is no longer accepted: read the window again from its start. */
  | { kind: "page_expired"; problem: Problem }
  /** The answer is not what the platform's contract says, at `path`. */
  | { kind: "contract_broken"; path: string; problem: Problem }

/**
 * The one error type of the port. It is recognised by its brand and not by `instanceof`, because a third-party connector
 * may carry its own copy of this package.
 */
export class ConnectorError extends Error {
  readonly connectorFailure: ConnectorFailure

  constructor(failure: ConnectorFailure, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = "ConnectorError"
    this.connectorFailure = failure
  }
}

/**
 * The failure a thrown value stands for, or undefined when it is not a connector's. What a workflow throws is a copy of the
 * error that is no `Error` any more; the brand is still on it.
 */
export function connectorFailureOf(thrown: unknown): ConnectorFailure | undefined {
  if (typeof thrown === "object" && thrown !== null && "connectorFailure" in thrown) {
    return (thrown as ConnectorError).connectorFailure
  }
  return undefined
}

export const authorizationLost = (message: string, details: Record<string, string> = {}): ConnectorError =>
  new ConnectorError({ kind: "authorization_lost", problem: problem("authorization_lost", details) }, message)

export const suspended = (message: string, details: Record<string, string> = {}): ConnectorError =>
  new ConnectorError({ kind: "suspended", problem: problem("account_suspended", details) }, message)

export const throttled = (retryAt: Date, operation: string): ConnectorError =>
  new ConnectorError(
    {
      kind: "throttled",
      retryAt,
      problem: problem("platform_throttled", { operation, retry_at: retryAt.toISOString() }),
    },
    `${operation}: the platform's quota is spent until ${retryAt.toISOString()}`,
  )

export const unavailable = (
  message: string,
  details: Record<string, string>,
  cause?: unknown,
): ConnectorError =>
  new ConnectorError({ kind: "unavailable", problem: problem("platform_unavailable", details) }, message, {
    cause,
  })

export const rejected = (message: string, found: Problem): ConnectorError =>
  new ConnectorError({ kind: "rejected", problem: found }, message)

export const notFound = (message: string, reference: string): ConnectorError =>
  new ConnectorError({ kind: "not_found", problem: problem("order_not_found", { reference }) }, message)

/** A write was sent and no usable answer came: it may have happened. */
export const outcomeUnknown = (message: string, reason: string, cause?: unknown): ConnectorError =>
  new ConnectorError({ kind: "outcome_unknown", problem: problem("outcome_unknown", { reason }) }, message, {
    cause,
  })

export const pageExpired = (message: string): ConnectorError =>
  new ConnectorError(
    { kind: "page_expired", problem: problem("platform_unavailable", { reason: "page token expired" }) },
    message,
  )

export const contractBroken = (path: string, message: string): ConnectorError =>
  new ConnectorError(
    { kind: "contract_broken", path, problem: problem("contract_broken", { path }) },
    message,
  )
