import { z } from "@medusajs/framework/zod"
import {
  problem,
  rejected,
  type Connection,
  type Shipment,
  type ShipmentAnswer,
  type ShipmentSink,
} from "../../../connector"
import type { Complaint } from "../failures"
import { fulfillmentOrderSchema } from "../translate/wire-order"
import { pathPart, type ApiWrite, type Transport } from "../transport"
import { parseWire } from "../wire"
import { sharesOf } from "./allocate"
import { changesFor, type Change } from "./plan"

const fulfillmentOrdersSchema = z.array(fulfillmentOrderSchema)

/** Shipments by the fulfilment orders of the API 2025-03. The carrier is the one that the buyer chose: none is sent. */
export class NuvemshopShipments implements ShipmentSink {
  readonly carriers = []
  readonly carrierOptional = true
  readonly trackingOptional = true
  readonly takesTrackingUrl = true
  /** A change shows at once; some seconds are for a change that is still being made when its answer is lost. */
  readonly visibilityDelaySeconds = 15

  constructor(
    private readonly transport: Transport,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Confirms one package: the fulfilment orders that hold its goods are stepped to DISPATCHED. They are read first, so that a
   * package that arrived already changes nothing.
   * @throws ConnectorError as {@link ShipmentSink.confirm}.
   */
  async confirm(connection: Connection, shipment: Shipment): Promise<ShipmentAnswer> {
    const { reference } = shipment
    const path = `/orders/${pathPart(reference)}/fulfillment-orders`
    const { body, headers } = await this.transport.read(connection, {
      name: "fulfillment orders",
      path,
      reference,
    })
    const told = parseWire(fulfillmentOrdersSchema, body, "fulfillment orders")
    const shares = sharesOf(shipment, told)
    if ("unplaced" in shares) {
      const reason = `no fulfillment order of the platform holds that many of line ${shares.unplaced.join(", ")}`
      throw rejected(`shipment: ${reason}`, problem("shipment_rejected", { order: reference, reason }))
    }
    const about = { single: told.length === 1, language: headers.get("x-main-language") }
    // The platform's clock decides what is in the future.
    const sent = { ...shipment, shippedAt: new Date(Math.min(shipment.shippedAt.getTime(), this.now())) }
    const writes = shares.flatMap((share) => {
      const own = `${path}/${pathPart(share.fulfillmentOrder.id)}`
      return changesFor(share, sent, about).map((change) => ({ change, own }))
    })
    // The notes come last: a package whose number is shown has left with everything that it holds.
    const isNote = ({ change }: (typeof writes)[number]) => change.change !== "order"
    for (const one of [...writes.filter((one) => !isNote(one)), ...writes.filter(isNote)]) {
      await this.transport.write(connection, writeOf(one.change, one.own, reference))
    }
    return { outcome: "confirmed" }
  }
}

function writeOf(change: Change, path: string, order: string): ApiWrite {
  const refusal = ({ reason }: Complaint) => problem("shipment_rejected", { order, reason })
  const common = { body: change.body, reference: order, refusal }
  switch (change.change) {
    case "order":
      return { ...common, name: "fulfillment order", method: "PATCH", path }
    case "add_event":
      return { ...common, name: "tracking event", method: "POST", path: `${path}/tracking-events` }
    case "edit_event":
      return {
        ...common,
        name: "tracking event",
        method: "PUT",
        path: `${path}/tracking-events/${pathPart(change.event ?? "")}`,
      }
  }
}
