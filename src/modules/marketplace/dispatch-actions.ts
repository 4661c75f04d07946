import { problemCodes, type ProblemCode } from "../../connector"
import type { DispatchState } from "./states"

/** What a person can do with something that is owed to a platform. */
export const dispatchActions = ["retry", "withdraw"] as const
export type DispatchAction = (typeof dispatchActions)[number]

/**
 * The states from which each is allowed. Screens offer by it and the database refuses by it. Trying again what is on its way
 * (`sent`, `unknown`) has the platform asked now; nothing is sent twice by it.
 */
export const dispatchActionStates = {
  retry: ["owed", "sent", "unknown", "rejected", "withdrawn"],
  withdraw: ["owed", "rejected", "unknown"],
} as const satisfies Record<DispatchAction, readonly DispatchState[]>

/** A shipment whose body has gone with the buyer's personal data can be sent no more. */
export const isExpired = (dispatch: { kind: string; sealed_body: string | null }): boolean =>
  dispatch.kind === "shipment" && dispatch.sealed_body === null

/** What a person can do with a dispatch now. */
export function actionsOnDispatch(dispatch: {
  kind: string
  state: DispatchState
  sealed_body: string | null
}): DispatchAction[] {
  return dispatchActions.filter(
    (action) =>
      dispatchActionStates[action].some((allowed: DispatchState) => allowed === dispatch.state) &&
      !(action === "retry" && isExpired(dispatch)),
  )
}

/** States in which there is still something to do by itself, or by a person. */
export const openStates = ["owed", "sent", "rejected", "unknown"] as const satisfies DispatchState[]

const codes = Object.keys(problemCodes) as ProblemCode[]

/**
 * Problems by which something that is owed has failed. What only waits for the platform to answer again - it is out of order,
 * or the budget is spent - has not.
 */
export const failingCodes: ProblemCode[] = codes.filter((code) => {
  const { severity, owner, retryable } = problemCodes[code]
  return severity === "error" && !(owner === "platform" && retryable)
})

/** How it stands, in a word for people. */
export const standings = ["waiting", "sending", "synchronised", "failed", "unknown", "withdrawn"] as const
export type Standing = (typeof standings)[number]

export function standingOf(
  dispatch: { state: DispatchState; problem_code: string | null; lease_until: Date | string | null },
  now: Date,
): Standing {
  switch (dispatch.state) {
    case "owed":
      return failingCodes.some((code) => code === dispatch.problem_code) ? "failed" : "waiting"
    case "sent":
      return "sending"
    case "confirmed":
      return "synchronised"
    case "rejected":
      return "failed"
    case "withdrawn":
      return "withdrawn"
    case "unknown":
      return dispatch.lease_until && new Date(dispatch.lease_until) > now ? "sending" : "unknown"
  }
}
