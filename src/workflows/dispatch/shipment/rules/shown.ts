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
  /** It was handed to the platform before. */
  attempted?: boolean
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

const isOurs = ({ reference }: ShownPackage, { packageNumber }: ToldPackage): boolean =>
  reference === String(packageNumber)

const pieces = (lines: ToldPackage["lines"], of: string): number =>
  lines.reduce((sum, { reference, quantity }) => sum + (reference === of ? quantity : 0), 0)

/**
 * The platform shows what we handed over as a part of something larger that has left: it has not heard yet that it was a part. A
 * platform that knows no packages is told that last.
 */
const isHalfTold = (packages: ShownPackage[], told: ToldPackage): boolean =>
  (told.attempted ?? false) &&
  packages.some(
    (one) =>
      (isOurs(one, told) || (!isNumber(one) && showsTracking(one, told))) &&
      one.lines.some(({ reference }) => pieces(told.lines, reference) > 0) &&
      one.lines.some(({ reference }) => pieces(one.lines, reference) > pieces(told.lines, reference)),
  )

/**
 * Our package among those of the order, by its number. Where the platform gives packages names of its own, ours is what they hold
 * of it. `others` are further packages of the order that were handed over: one that is told by half makes an order look shipped.
 */
export function shownOf(
  order: Pick<ChannelOrder, "status" | "packages">,
  sent: ToldPackage,
  others: readonly ToldPackage[] = [],
): Shown {
  const { packages, status } = order
  const halfTold = isHalfTold(packages, sent)
  const shown = halfTold ? undefined : shownAmong(packages, sent)
  if (shown) return shown
  if (status === "canceled") return "order_canceled"
  const inFull = status === "shipped" && !halfTold && !others.some((one) => isHalfTold(packages, one))
  return inFull ? "shipped_in_full" : "absent"
}

function shownAmong(packages: ShownPackage[], sent: ToldPackage): Shown | undefined {
  const ours = packages.find((one) => isOurs(one, sent))
  if (ours) return showsTracking(ours, sent) ? "as_sent" : "other_tracking"
  const named = packages.filter((one) => !isNumber(one))
  const withNumber = named.filter((one) => showsTracking(one, sent))
  if (hold(withNumber, sent)) return "as_sent"
  // There the tracking number may follow later; elsewhere somebody else has sent it.
  return sent.trackingOptional && hold(named, sent) ? "other_tracking" : undefined
}

/** True when nothing is left to be done for the package. */
export const isConfirmedBy = (shown: Shown): boolean => shown === "as_sent" || shown === "shipped_in_full"
