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

type ShownPackage = ChannelOrder["packages"][number]

/** A package as we told it. */
export type ToldPackage = {
  packageNumber: number | null
  trackingNumber: string | null
  /** In listings. */
  lines: readonly { reference: string; quantity: number }[]
  /** The platform takes packages without a tracking number: where it shows none it has none, and does not keep it to itself. */
  trackingOptional?: boolean
}

/** Spaces and capitals of a tracking number say nothing. */
const plain = (tracking: string): string => tracking.replace(/\s/g, "").toUpperCase()

function showsTracking({ trackingNumber: shown }: ShownPackage, sent: ToldPackage): boolean {
  if (shown === null) return !(sent.trackingOptional && sent.trackingNumber)
  return sent.trackingNumber ? plain(shown) === plain(sent.trackingNumber) : (sent.trackingOptional ?? false)
}

/** True when some of a platform's packages hold all that we sent. */
const hold = (packages: ShownPackage[], { lines }: ToldPackage): boolean =>
  lines.length > 0 &&
  lines.every(({ reference, quantity }) => {
    const shown = packages.flatMap((one) => one.lines).filter((line) => line.reference === reference)
    return shown.reduce((sum, line) => sum + line.quantity, 0) >= quantity
  })

const isNumber = ({ reference }: ShownPackage): boolean => /^\d{1,9}$/.test(reference)

/**
 * Our package among those of the order, by its number. Where the platform gives packages names of its own, ours is what they hold
 * of it.
 */
export function shownOf(order: Pick<ChannelOrder, "status" | "packages">, sent: ToldPackage): Shown {
  const ours = order.packages.find(({ reference }) => reference === String(sent.packageNumber))
  if (ours) return showsTracking(ours, sent) ? "as_sent" : "other_tracking"
  const named = order.packages.filter((one) => !isNumber(one))
  if (
    hold(
      named.filter((one) => showsTracking(one, sent)),
      sent,
    )
  )
    return "as_sent"
  // There the tracking number may follow later; elsewhere somebody else has sent it.
  if (sent.trackingOptional && hold(named, sent)) return "other_tracking"
  if (order.status === "canceled") return "order_canceled"
  return order.status === "shipped" ? "shipped_in_full" : "absent"
}

/** True when nothing is left to be done for the package. */
export const isConfirmedBy = (shown: Shown): boolean => shown === "as_sent" || shown === "shipped_in_full"
