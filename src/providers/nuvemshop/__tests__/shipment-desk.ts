import type { Shipment } from "../../../connector"
import { NuvemshopShipments } from "../shipments/shipments"
import { translateOrder } from "../translate"
import { Transport } from "../transport"
import { aConnection, settingsAt } from "./a-connection"
import { aLine, aWireOrder, type Json } from "./a-wire-order"
import { FulfillmentOrders } from "./fulfillment-orders"
import { LocalServer } from "./local-server"

const NOW = Date.parse("2026-11-03T12:00:00.000Z")

/** Items of a fulfilment order: order lines with their quantities. */
export const items = (...lines: [line: number, quantity: number][]) =>
  lines.map(([external_id, quantity]) => ({ id: `L${external_id}`, external_id, quantity }))

/** Packages of one order, and a platform that has its fulfilment orders. */
export class ShipmentDesk {
  readonly server = new LocalServer()

  /** Confirms a package: number 1 with one piece of line 11 and the code BR1, unless it is said otherwise. */
  confirm(changes: Partial<Shipment> = {}) {
    const sink = new NuvemshopShipments(new Transport(settingsAt(this.server.url)), () => NOW)
    return sink.confirm(aConnection(), {
      reference: "871254203",
      marketplace: "789",
      packageNumber: 1,
      carrier: { code: "", name: null },
      shippingMethod: null,
      trackingNumber: "BR1",
      shippedAt: new Date("2026-11-03T10:00:00.000Z"),
      lines: [{ reference: "11", quantity: 1 }],
      ...changes,
    })
  }

  /** Lets the platform have these fulfilment orders. */
  atPlatform(...orders: Json[]): FulfillmentOrders {
    const told = new FulfillmentOrders(orders.length ? orders : [{}])
    this.server.answer((request) => told.answer(request))
    return told
  }

  /** The changes since they were last asked for, without the reading. */
  changes() {
    const made = this.server.calls().filter(({ call }) => !call.startsWith("GET"))
    this.server.received.length = 0
    return made.map(({ call, sent }) => ({
      call: call.replace("/orders/871254203/fulfillment-orders/", ""),
      sent,
    }))
  }
}

/** Status, numbers and codes as the order shows them when it is read. */
export function shown(told: FulfillmentOrders) {
  const products = [aLine({ id: 11, quantity: 4 }), aLine({ id: 12, quantity: 2 })]
  const order = aWireOrder({ products, fulfillments: told.told, total: "320.00" })
  const { status, packages } = translateOrder(order, "789")
  return { status, packages: packages.map(({ reference, trackingNumber }) => [reference, trackingNumber]) }
}
