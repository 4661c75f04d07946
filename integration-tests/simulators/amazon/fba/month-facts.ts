import type { Order } from "../types"
import type { FbaDay } from "./month"

/** What a test has to find of one SKU after the month: opening + received + returned + adjusted - shipped = closing + reserved. */
export interface FbaSkuFacts {
  opening: number
  received: number
  shipped: number
  /** Signed. */
  adjusted: number
  /** Sellable units that came back. */
  returned: number
  /** Units that came back damaged: not sellable, and no part of the sum. */
  returnedDamaged: number
  /** Set aside for orders that are not shipped at the end. */
  reserved: number
  /** Sellable units at the end. */
  closing: number
}

/** State of one SKU at the end of a day. */
export interface FbaDayFacts {
  fulfillable: number
  reserved: number
  inbound: number
  /** The least that was sellable at any moment of the day. */
  lowest: number
}

export interface FbaMonthFacts {
  bySku: Record<string, FbaSkuFacts>
  /** State by SKU at the end of each day. */
  byDay: Record<string, FbaDayFacts>[]
  /** Orders and when they left Amazon: index of the day, or undefined when they wait still. */
  orders: {
    orderId: string
    placedOn: number
    shippedOn: number | undefined
    units: Record<string, number>
  }[]
}

/** Plays the days on paper. */
export function factsOf(opening: Readonly<Record<string, number>>, days: readonly FbaDay[]): FbaMonthFacts {
  const bySku: FbaMonthFacts["bySku"] = {}
  const now: Record<string, FbaDayFacts> = {}
  for (const [sku, quantity] of Object.entries(opening)) {
    bySku[sku] = {
      opening: quantity,
      received: 0,
      shipped: 0,
      adjusted: 0,
      returned: 0,
      returnedDamaged: 0,
      reserved: 0,
      closing: 0,
    }
    now[sku] = { fulfillable: quantity, reserved: 0, inbound: 0, lowest: quantity }
  }
  const add = (sku: string, fact: keyof FbaSkuFacts, quantity: number, sellable: number): void => {
    const facts = bySku[sku]
    const state = now[sku]
    if (!facts || !state) throw new Error(`The month has no SKU ${sku}.`)
    facts[fact] += quantity
    state.fulfillable += sellable
    state.lowest = Math.min(state.lowest, state.fulfillable)
    if (fact === "reserved") state.reserved += quantity
  }
  const orders: FbaMonthFacts["orders"] = []
  const byDay = days.map((day, index) => {
    for (const state of Object.values(now)) state.lowest = state.fulfillable
    for (const { sku, quantity } of day.announced) moveInbound(now, sku, quantity)
    for (const { sku, quantity } of day.received) {
      moveInbound(now, sku, -quantity)
      add(sku, "received", quantity, quantity)
    }
    for (const { sku, quantity } of day.adjusted) add(sku, "adjusted", quantity, quantity)
    for (const order of orders.filter(({ orderId }) => day.shipped.includes(orderId))) {
      order.shippedOn = index
      for (const [sku, quantity] of Object.entries(order.units)) {
        add(sku, "reserved", -quantity, 0)
        add(sku, "shipped", quantity, 0)
      }
    }
    for (const order of day.orders) {
      const units = unitsOf(order)
      const left = order.fulfillment?.fulfillmentStatus === "SHIPPED"
      orders.push({ orderId: order.orderId, placedOn: index, shippedOn: left ? index : undefined, units })
      for (const [sku, quantity] of Object.entries(units))
        add(sku, left ? "shipped" : "reserved", quantity, -quantity)
    }
    for (const { sku, quantity, sellable } of day.returned)
      add(sku, sellable ? "returned" : "returnedDamaged", quantity, sellable ? quantity : 0)
    return structuredClone(now)
  })
  for (const [sku, facts] of Object.entries(bySku)) facts.closing = now[sku]?.fulfillable ?? 0
  return { bySku, byDay, orders }
}

function moveInbound(now: Record<string, FbaDayFacts>, sku: string, quantity: number): void {
  const state = now[sku]
  if (state) state.inbound += quantity
}

function unitsOf(order: Order): Record<string, number> {
  const units: Record<string, number> = {}
  for (const item of order.orderItems) {
    const sku = item.product.sellerSku
    if (sku !== undefined) units[sku] = (units[sku] ?? 0) + item.quantityOrdered
  }
  return units
}
