import type { ChannelOrder } from "../../../../connector"

/** What a platform's order shows of one of our packages. */
export type Shown =
  /** The package is there with our tracking number. */
  | "as_sent"
  /** Its number is there with another tracking number: an edit that has not arrived. */
  | "other_tracking"
  /** It is not listed, and the order is shipped in full: nothing of it is left to be sent. */
  | "shipped_in_full"
  | "order_canceled"
  | "absent"

/** Spaces and capitals of a tracking number say nothing. */
const plain = (tracking: string): string => tracking.replace(/\s/g, "").toUpperCase()

export function shownOf(
  order: Pick<ChannelOrder, "status" | "packages">,
  sent: { packageNumber: number | null; trackingNumber: string | null },
): Shown {
  const ours = order.packages.find(({ reference }) => reference === String(sent.packageNumber))
  if (ours) {
    // A platform that keeps the tracking number to itself shows all that it can.
    const same =
      ours.trackingNumber === null || plain(ours.trackingNumber) === plain(sent.trackingNumber ?? "")
    return same ? "as_sent" : "other_tracking"
  }
  if (order.status === "canceled") return "order_canceled"
  return order.status === "shipped" ? "shipped_in_full" : "absent"
}

/** True when nothing is left to be done for the package. */
export const isConfirmedBy = (shown: Shown): boolean => shown === "as_sent" || shown === "shipped_in_full"
