import type { Order } from "../../lib/answers"

const SOON_MS = 3_000
/** Its draft may be edited on another page, and the order goes on as that leaves it. */
const REVIEW_MS = 5_000
/** Orders come and change at their platforms at any time. */
const LATER_MS = 15_000

type Moving = Pick<Order, "state" | "next_attempt_at">

/** True while the order is about to change without anybody doing anything: it is due, or its import is on its way. */
const isMoving = ({ state, next_attempt_at }: Moving): boolean =>
  state === "ready" || (next_attempt_at !== null && Date.parse(next_attempt_at) <= Date.now())

/** Milliseconds until a list of orders is looked at again: soon while more are on their way or one shown is about to change. */
export const paceOfOrders = (shown: Moving[] | undefined, isImporting: boolean): number =>
  isImporting || shown?.some(isMoving) ? SOON_MS : LATER_MS

/** Milliseconds until one order is looked at again. */
export function paceOfOrder(shown: Moving | undefined): number {
  if (shown && isMoving(shown)) return SOON_MS
  return shown?.state === "review" ? REVIEW_MS : LATER_MS
}
