import type { Order } from "../../lib/answers"

type LeaveOutReason = NonNullable<Order["left_out"]>["reason"]

/** Why an order is rejected, as a person chooses it. */
export const leaveOutReasons = [
  "fraud",
  "duplicate",
  "wrong_data",
  "no_stock",
  "test_order",
  "other",
] as const satisfies LeaveOutReason[]

/** As long as a note may be. */
export const LONGEST_NOTE = 200

/** What a person gives when rejecting; words alone tell what "other" is. */
export type LeftOut = { reason: LeaveOutReason; note?: string }

/** What is typed so far. */
export type TypedReason = { reason: LeaveOutReason | ""; note: string }

/** What is still missing, by its field; null when nothing is. */
export function missingIn({ reason, note }: TypedReason): "reason" | "note" | null {
  if (!reason) return "reason"
  return reason === "other" && !note.trim() ? "note" : null
}

/** What is sent; null while something is missing. */
export function leftOutOf(typed: TypedReason): LeftOut | null {
  if (missingIn(typed) || !typed.reason) return null
  const note = typed.note.trim()
  return note ? { reason: typed.reason, note } : { reason: typed.reason }
}
