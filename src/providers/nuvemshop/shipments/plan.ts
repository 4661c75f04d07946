import { contractBroken, type Shipment } from "../../../connector"
import { noteText, type PackageNote } from "../translate/package-notes"
import { hasLeft, notesOf } from "../translate/packages"
import type { Share } from "./allocate"

type TrackingInfo = { code?: string; url?: string | null; notify_customer: boolean }

/** One change of a fulfilment order. */
export type Change =
  | { change: "order"; body: { status?: string; tracking_info?: TrackingInfo } }
  | { change: "add_event" | "edit_event"; event?: string; body: TrackingEventBody }
export type TrackingEventBody = { status: "dispatched"; description: string; happened_at: string }

type Package = Pick<Shipment, "packageNumber" | "trackingNumber" | "trackingUrl" | "shippedAt">

/** What leads from each state to DISPATCHED: one step at a time, since the platform documents no other way. */
const stepsFrom: Record<string, readonly string[]> = {
  UNPACKED: ["PACKED", "DISPATCHED"],
  PACKED: ["DISPATCHED"],
  READY_FOR_SHIP: ["DISPATCHED"],
}

/**
 * What is to be changed at a fulfilment order so that it shows the package; nothing where it does already, so that confirming
 * again does no harm. Pure.
 *
 * The platform keeps one tracking code for a fulfilment order. The last package that came to it is that code; a package that is not
 * the whole order is noted with its number as a tracking event, by which it is known again.
 * @throws ConnectorError `contract_broken` for a state that is none that is documented.
 */
export function changesFor(
  { fulfillmentOrder, pieces, of }: Share,
  sent: Package,
  about: { single: boolean; language: string | null },
): Change[] {
  const { status, shipping, tracking_info } = fulfillmentOrder
  const left = hasLeft(fulfillmentOrder)
  // What is not goods knows one state only, and no parcels.
  if (shipping?.type === "non-shippable") {
    return left ? [] : [{ change: "order", body: { status: "DELIVERED" } }]
  }
  const steps = left ? [] : stepsFrom[status]
  if (!steps) throw contractBroken("status", "The fulfilment order's state is none that is documented")

  const notes = notesOf(fulfillmentOrder)
  const noted = notes.find(({ packageNumber }) => packageNumber === sent.packageNumber)
  const note: PackageNote = {
    packageNumber: sent.packageNumber,
    pieces,
    of,
    trackingNumber: sent.trackingNumber,
  }
  const shown = { code: tracking_info?.code ?? "", url: tracking_info?.url ?? "" }
  // A code that belongs to another package stays: only the package that is shown now, or a new one, sets it.
  const mayTell = status !== "DELIVERED" && (!noted || noted.trackingNumber === shown.code)
  const tracking = mayTell ? trackingOf(sent, shown) : undefined
  const changes: Change[] = steps.map((step): Change => ({
    change: "order",
    body: step === "DISPATCHED" && tracking ? { status: step, tracking_info: tracking } : { status: step },
  }))
  if (left && tracking) changes.push({ change: "order", body: { tracking_info: tracking } })
  const isWhole = about.single && pieces === of && notes.length === 0
  if (isWhole || (noted && isSame(noted, note))) return changes
  const body: TrackingEventBody = {
    status: "dispatched",
    description: noteText(note, about.language),
    happened_at: sent.shippedAt.toISOString(),
  }
  return [
    ...changes,
    noted ? { change: "edit_event", event: noted.event, body } : { change: "add_event", body },
  ]
}

const isSame = (left: PackageNote, right: PackageNote): boolean =>
  left.trackingNumber === right.trackingNumber && left.pieces === right.pieces && left.of === right.of

/**
 * What is new of number and address; nothing where the store has neither. An address that was shown goes with its number: whether
 * a change leaves what it does not name, the platform does not say.
 */
function trackingOf(
  { trackingNumber, trackingUrl }: Package,
  shown: { code: string; url: string },
): TrackingInfo | undefined {
  const isNewCode = trackingNumber !== "" && trackingNumber !== shown.code
  const isNewUrl = trackingNumber === shown.code && (trackingUrl ?? "") !== "" && trackingUrl !== shown.url
  if (!isNewCode && !isNewUrl) return undefined
  const url = trackingUrl || (shown.url === "" ? undefined : null)
  return {
    ...(trackingNumber === "" ? {} : { code: trackingNumber }),
    ...(url === undefined ? {} : { url }),
    notify_customer: true,
  }
}
