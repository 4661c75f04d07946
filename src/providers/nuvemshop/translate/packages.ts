import type { ShippedPackage } from "../../../connector"
import { utc, wireInstantSchema } from "../instants"
import { textOf } from "../wire"
import { noteOf, type PackageNote } from "./package-notes"
import { fulfillmentOrdersOf, type WireFulfillmentOrder, type WireOrder } from "./wire-order"

/** States of a fulfilment order that has left the merchant. */
const goneStates = new Set(["DISPATCHED", "READY_FOR_PICKUP", "DELIVERED", "MARKED_AS_FULFILLED"])

/** True when the fulfilment order, or a first package of it, has left. */
export function hasLeft({ status }: Pick<WireFulfillmentOrder, "status">): boolean {
  return goneStates.has(status)
}

/** Packages of a fulfilment order that were noted as tracking events: the last word on each number. */
export function notesOf(one: WireFulfillmentOrder): (PackageNote & { event: string; at: string | null })[] {
  const notes = (one.tracking_events ?? []).flatMap(({ id, description, happened_at }) => {
    const note = noteOf(description)
    return note ? [{ ...note, event: id, at: instantOf(happened_at) }] : []
  })
  return [...new Map(notes.map((note) => [note.packageNumber, note])).values()]
}

/** Pieces of a fulfilment order that have left and that have not. */
export function sentQuantity(one: WireFulfillmentOrder): { gone: number; left: number } {
  const all = (one.line_items ?? []).reduce((sum, { quantity }) => sum + quantity, 0)
  if (!hasLeft(one)) return { gone: 0, left: Math.max(all, 1) }
  const notes = notesOf(one)
  // Delivered is delivered, and without notes the fulfilment order went as a whole.
  if (notes.length === 0 || one.status === "DELIVERED") return { gone: all, left: 0 }
  const noted = notes.reduce((sum, { pieces }) => sum + pieces, 0)
  const gone = Math.min(all, noted)
  return { gone, left: all - gone }
}

/** Pieces that have left, by order line. Of a fulfilment order that left in part, lines count in their order. */
export function sentByLine(order: WireOrder): Map<string, number> {
  const sent = new Map<string, number>()
  for (const one of fulfillmentOrdersOf(order) ?? []) {
    let { gone } = sentQuantity(one)
    for (const { external_id, quantity } of one.line_items ?? []) {
      const count = Math.min(quantity, gone)
      gone -= count
      if (external_id) sent.set(external_id, (sent.get(external_id) ?? 0) + count)
    }
  }
  return sent
}

/**
 * What has left, package by package, under the numbers that we confirmed them by. An order with a single fulfilment order that
 * left as a whole is its package 1; several without notes are packages of their own names.
 */
export function packagesOf(order: WireOrder): ShippedPackage[] {
  const told = fulfillmentOrdersOf(order) ?? []
  const packages = told.filter(hasLeft).flatMap((one): ShippedPackage[] => {
    const notes = notesOf(one)
    const carrier = textOf(one.shipping?.carrier?.name)
    if (notes.length > 0) {
      return notes.map(({ packageNumber, trackingNumber, at }) => ({
        reference: String(packageNumber),
        carrier,
        trackingNumber: textOf(trackingNumber),
        shippedAt: at,
        lines: [],
      }))
    }
    return [
      {
        reference: told.length === 1 ? "1" : one.id,
        carrier,
        trackingNumber: textOf(one.tracking_info?.code),
        shippedAt: instantOf(one.fulfilled_at),
        lines: (one.line_items ?? []).flatMap(({ external_id, quantity }) =>
          external_id ? [{ reference: external_id, quantity }] : [],
        ),
      },
    ]
  })
  // A package that has goods of several fulfilment orders is noted at each of them.
  return [...new Map(packages.map((one) => [one.reference, one])).values()]
}

function instantOf(received: string | null | undefined): string | null {
  const instant = wireInstantSchema.safeParse(received)
  return instant.success ? utc(instant.data) : null
}
