import type { Shipment } from "../../../connector"
import { hasLeft, notesOf } from "../translate/packages"
import type { WireFulfillmentOrder } from "../translate/wire-order"

/** What of a package a fulfilment order holds. */
export type Share = {
  fulfillmentOrder: WireFulfillmentOrder
  pieces: number
  /** Pieces of the fulfilment order in all. */
  of: number
}

type Package = Pick<Shipment, "packageNumber" | "trackingNumber" | "lines">

/** Lines of a package that no fulfilment order holds, or not as many of them. */
export type Unplaced = { unplaced: string[] }

/** True when the fulfilment order shows this very package: confirming it again stays with it. */
function carries(one: WireFulfillmentOrder, { packageNumber, trackingNumber }: Package): boolean {
  const notes = notesOf(one)
  if (notes.length > 0) return notes.some((note) => note.packageNumber === packageNumber)
  // The note is written last: without one it is the code, or that there is none, by which a lost answer is found again.
  return hasLeft(one) && (one.tracking_info?.code ?? "") === trackingNumber
}

/** Pieces of each order line in a fulfilment order. */
function contentsOf({ line_items }: WireFulfillmentOrder): Map<string, number> {
  const contents = new Map<string, number>()
  for (const { external_id, quantity } of line_items ?? []) {
    if (external_id) contents.set(external_id, (contents.get(external_id) ?? 0) + quantity)
  }
  return contents
}

const countOf = (contents: Map<string, number>): number =>
  [...contents.values()].reduce((sum, quantity) => sum + quantity, 0)

/**
 * Which fulfilment orders a package is of. A line may stand in several of them (several places): first comes the one that shows the
 * package already, then those that the package fills, then others that have not left, and at last those that have, of which the
 * package is a later part.
 */
export function sharesOf(sent: Package, fulfillmentOrders: WireFulfillmentOrder[]): Share[] | Unplaced {
  const open = new Map<string, number>()
  for (const { reference, quantity } of sent.lines) {
    if (quantity > 0) open.set(reference, (open.get(reference) ?? 0) + quantity)
  }
  const rank = (one: WireFulfillmentOrder): number => {
    if (carries(one, sent)) return 0
    if (hasLeft(one)) return 3
    return [...contentsOf(one)].every(([line, quantity]) => (open.get(line) ?? 0) >= quantity) ? 1 : 2
  }
  const shares: Share[] = []
  let candidates = fulfillmentOrders
  while (open.size > 0 && candidates.length > 0) {
    // Ranks change with what is taken; the order in which the platform lists them decides among equals.
    const ranked = candidates.map((one) => ({ one, rank: rank(one) }))
    const { one } = ranked.reduce((best, other) => (other.rank < best.rank ? other : best))
    candidates = candidates.filter((other) => other !== one)
    const contents = contentsOf(one)
    let pieces = 0
    for (const [line, quantity] of contents) {
      const wanted = open.get(line) ?? 0
      const taken = Math.min(wanted, quantity)
      pieces += taken
      if (wanted > taken) open.set(line, wanted - taken)
      else open.delete(line)
    }
    if (pieces > 0) shares.push({ fulfillmentOrder: one, pieces, of: countOf(contents) })
  }
  return open.size > 0 ? { unplaced: [...open.keys()] } : shares
}
