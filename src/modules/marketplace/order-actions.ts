import type { MarketplaceOrderState } from "./states"

/** What a person can do with an order of the inbox. */
export const orderActions = ["retry", "approve", "ignore"] as const
export type OrderAction = (typeof orderActions)[number]

/** Why a person leaves an order out. */
export const leaveOutReasons = [
  "fraud",
  "duplicate",
  "wrong_data",
  "no_stock",
  "test_order",
  "other",
] as const
export type LeaveOutReason = (typeof leaveOutReasons)[number]
/** A reason, and words of the person's own; words alone tell what "other" is. */
export type LeftOut = { reason: LeaveOutReason; note: string | null }

/** Longest note to a reason. */
export const LONGEST_NOTE = 200

/** The states from which each is allowed. Screens offer by it and the database refuses by it. */
export const actionStates = {
  retry: ["waiting", "blocked", "ready", "review", "imported", "ignored"],
  approve: ["review"],
  ignore: ["waiting", "blocked", "ready", "review"],
} as const satisfies Record<OrderAction, readonly MarketplaceOrderState[]>

/** Actions that have the order decided again: not possible once its payload has gone with the buyer's personal data. */
export const needPayload: readonly OrderAction[] = ["retry", "approve"]

/** What a person can do with an order now. */
export function actionsOn(order: {
  state: MarketplaceOrderState
  personal_data_purged_at: Date | string | null
}): OrderAction[] {
  return orderActions.filter(
    (action) =>
      actionStates[action].some((allowed: MarketplaceOrderState) => allowed === order.state) &&
      !(order.personal_data_purged_at && needPayload.includes(action)),
  )
}
