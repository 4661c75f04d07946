import type { World } from "../world"
import type { FbaMonth } from "./month"

/** The seller owns what the month begins with. */
export function openFbaMonth(world: World, month: FbaMonth, sellingPartnerId?: string): void {
  const stock = world.fba(sellingPartnerId)
  for (const [sku, fulfillable] of Object.entries(month.opening)) {
    const title = month.titles[sku]
    stock.set({
      sku,
      marketplace: month.marketplaceId,
      fulfillable,
      ...(title === undefined ? {} : { title }),
    })
  }
}

/** Lets one day of a month happen. Days are played in their order, each once. */
export function playFbaDay(world: World, month: FbaMonth, index: number, sellingPartnerId?: string): void {
  const day = month.days[index]
  if (!day) throw new Error(`The month has no day ${index}.`)
  const stock = world.fba(sellingPartnerId)
  const orders = world.store(sellingPartnerId)
  const { marketplaceId } = month
  const at = new Date(day.date.getTime() + 12 * 3_600_000)
  for (const { sku, quantity } of day.announced) stock.announce(sku, marketplaceId, quantity)
  for (const { sku, quantity, referenceId } of day.received)
    stock.receive(sku, marketplaceId, quantity, { at, referenceId })
  for (const { sku, quantity, reason } of day.adjusted)
    stock.adjust(sku, marketplaceId, quantity, { at, reason })
  for (const orderId of day.shipped) orders.ship(orderId, { at })
  orders.add(day.orders)
  for (const { sku, quantity, orderId, sellable } of day.returned) {
    const state = sellable ? "sellable" : "customerDamaged"
    stock.takeBack(sku, marketplaceId, quantity, { at, referenceId: orderId, state })
  }
}
