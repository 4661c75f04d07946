import type { LoadedFulfillment, OrderedLine } from "../load-fulfillments"
import type { FulfilledLine } from "./packages"

/** Listings of each line, by the platform's reference, that other fulfilments of the order hold. */
export type HeldElsewhere = ReadonlyMap<string, number>

/**
 * Pieces of a line in a fulfilment. Medusa writes one item for each inventory item of a kit, in pieces of that item; all of them
 * leave together, so that any of them tells.
 */
function unitsOf(items: LoadedFulfillment["items"], line: OrderedLine): number {
  const known = items.find(({ inventoryItemId }) => inventoryItemId && line.required.has(inventoryItemId))
  const item = known ?? items[0]
  return item.quantity / ((item.inventoryItemId && line.required.get(item.inventoryItemId)) || 1)
}

/**
 * The goods of the platform's order in a fulfilment; fees and lines that were added here are none. In one order, whatever the
 * database gives first: otherwise the same shipment would seem to have changed.
 */
export function fulfilledLines(
  { items, lines }: Pick<LoadedFulfillment, "items" | "lines">,
  elsewhere: HeldElsewhere,
): FulfilledLine[] {
  const sorted = [...lines.values()].sort((left, right) => (left.id < right.id ? -1 : 1))
  return sorted.flatMap((line) => {
    const its = items.filter(({ lineItemId }) => lineItemId === line.id)
    if (!line.reference || !its.length) return []
    const { reference, title, sku, quantity, listingsOrdered, shippedBefore } = line
    return [
      {
        reference,
        title,
        sku,
        units: unitsOf(its, line),
        perPackage: quantity / listingsOrdered,
        open: listingsOrdered - shippedBefore - (elsewhere.get(reference) ?? 0),
      },
    ]
  })
}
