import { authorizationLost, suspended, type ConnectorFailure, type ProblemCode } from "../../../connector"

/** True when a failure is not about what was asked: nothing of the account can be sent or read until a person has acted. */
export const concernsAccount = (failure: ConnectorFailure | undefined): boolean =>
  failure?.kind === "authorization_lost" || failure?.kind === "suspended"

const failures: Partial<Record<ProblemCode, (message: string) => Error>> = {
  authorization_lost: authorizationLost,
  account_suspended: suspended,
}

/** The failure of the account that an answer's problem stands for, if it is one. */
export const accountFailure = (code: ProblemCode): Error | undefined =>
  failures[code]?.("Nothing could be sent")
