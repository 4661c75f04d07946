import { connectorFailureOf, type ProblemCode } from "../../../../connector"
import type { RefusalCode } from "../../../../workflows/refusals/codes"

/** Problems of the platform that a consent can end in. */
const problems = [
  "authorization_lost",
  "account_suspended",
  "access_denied",
  "application_rejected",
  "request_refused",
  "platform_unavailable",
  "platform_throttled",
  "contract_broken",
] as const satisfies ProblemCode[]

/** Refusals of ours that a consent can end in. */
const refusals = [
  "authorization_expired",
  "consent_refused",
  "other_seller",
  "other_marketplaces",
] as const satisfies RefusalCode[]

/**
 * Every reason that a browser is sent back to the admin with, as `?failed=`: the screens have a text for each. `signed_out`: nobody
 * is signed in here, so that the consent is nobody's.
 */
export const callbackFailures = [...problems, ...refusals, "signed_out", "unexpected"] as const
export type CallbackFailure = (typeof callbackFailures)[number]

/** Why a consent failed. What is not foreseen is `unexpected`: its message may hold anything and is not for an address. */
export function callbackFailureOf(thrown: unknown): CallbackFailure {
  const code = connectorFailureOf(thrown)?.problem.code ?? codeOf(thrown)
  return callbackFailures.find((known) => known === code) ?? "unexpected"
}

/** What a workflow throws is a copy and no `Error`; the code is still on it. */
function codeOf(thrown: unknown): unknown {
  return typeof thrown === "object" && thrown !== null && "code" in thrown ? thrown.code : undefined
}
