import { claimUnits, returnUnits } from "../products/stock"
import type { Store } from "../store/store"
import type { World } from "../world"
import type { Order } from "./order"

/** Units of an order leave the store's stock, once. */
export function claimStock(world: World, store: Store, order: Order): void {
  if (order.claimed.length > 0) return
  for (const line of order.lines) {
    const { taken, unclaimed } = claimUnits(world, store, line.variantId, line.quantity)
    line.unclaimed = unclaimed
    order.claimed.push(...taken.map((one) => ({ variantId: line.variantId, ...one })))
  }
}

/** What an order took comes back. */
export function restock(world: World, store: Store, order: Order): void {
  for (const claim of order.claimed) returnUnits(world, store, claim)
  order.claimed = []
}
