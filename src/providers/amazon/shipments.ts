import {
  problem,
  rejected,
  type Connection,
  type Problem,
  type ProblemCode,
  type Shipment,
  type ShipmentAnswer,
  type ShipmentSink,
} from "../../connector"
import { carrierFields, carriers, OTHER } from "./carriers"
import type { Complaint } from "./failures"
import { pathPart, type Transport } from "./transport"

/** How far before now a shipping date lies at least: Amazon refuses one in the future by its own clock. */
const CLOCK_DIFFERENCE_MS = 120_000

/** Shipments by the Orders API v0 (platform page "confirmShipment"); for orders that the merchant sends. */
export class AmazonShipments implements ShipmentSink {
  readonly carriers = carriers
  /** Amazon shows changes of an order about two minutes late; half a minute is for clocks that differ. */
  readonly visibilityDelaySeconds = 150

  constructor(
    private readonly transport: Transport,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Confirms one package; the same package number again edits carrier and tracking at Amazon.
   * @throws ConnectorError as {@link ShipmentSink.confirm}.
   */
  async confirm(connection: Connection, shipment: Shipment): Promise<ShipmentAnswer> {
    if (shipment.carrier.code === OTHER && !shipment.carrier.name?.trim()) {
      throw rejected(`confirmShipment: the carrier "${OTHER}" has no name`, unknownCarrier(shipment))
    }
    const { status } = await this.transport.write(connection, {
      operation: "confirmShipment",
      method: "POST",
      path: `/orders/v0/orders/${pathPart(shipment.reference)}/shipmentConfirmation`,
      body: this.bodyOf(shipment),
      reference: shipment.reference,
      refusal: (complaint) => refusalOf(complaint, shipment),
    })
    // 204 is the documented yes; another success says only that the request was taken.
    return { outcome: status === 204 ? "confirmed" : "accepted" }
  }

  /** Amazon refuses a date in the future, and one before the order was created. */
  private shipDateOf({ shippedAt, placedAt }: Shipment): Date {
    const now = this.now()
    const past = Math.min(shippedAt.getTime(), now - CLOCK_DIFFERENCE_MS)
    return new Date(Math.min(Math.max(past, placedAt?.getTime() ?? past), now))
  }

  private bodyOf(shipment: Shipment) {
    return {
      marketplaceId: shipment.marketplace,
      packageDetail: {
        // Digits as a text: since January 2026 Amazon no longer takes a number.
        packageReferenceId: String(shipment.packageNumber),
        ...carrierFields(shipment.carrier),
        ...(shipment.shippingMethod === null ? {} : { shippingMethod: shipment.shippingMethod }),
        trackingNumber: shipment.trackingNumber,
        shipDate: this.shipDateOf(shipment).toISOString(),
        orderItems: shipment.lines.map(({ reference, quantity }) => ({ orderItemId: reference, quantity })),
      },
    }
  }
}

/**
 * What Amazon's words mean, first match first. Amazon documents neither codes nor texts of these refusals: they are those
 * that sellers have reported. Whatever is not listed is a refusal that a person has to look at.
 */
const meanings: [words: RegExp, code: ProblemCode][] = [
  [/PackageToUpdateNotFound|already (been )?(fulfilled|shipped)/i, "order_already_shipped"],
  // Said with the metric InvalidPackageVersion: it holds for ever.
  [/maximum number of allowed updates/i, "shipment_rejected"],
  [/InvalidPackageVersion|again later|temporar|concurrent/i, "shipment_refused_for_now"],
  // A complaint about the tracking number names the carrier as well, and another carrier would not help.
  [/^(?!.*tracking).*carrier/i, "carrier_unknown"],
]

function refusalOf({ words, reason }: Complaint, shipment: Shipment): Problem {
  const code = meanings.find(([pattern]) => pattern.test(words))?.[1] ?? "shipment_rejected"
  const said = words || reason
  return code === "carrier_unknown"
    ? unknownCarrier(shipment, said)
    : problem(code, { order: shipment.reference, reason: said })
}

function unknownCarrier(shipment: Shipment, reason?: string): Problem {
  return problem("carrier_unknown", {
    order: shipment.reference,
    carrier: shipment.carrier.name ?? shipment.carrier.code,
    suggestion: "none_near",
    ...(reason === undefined ? {} : { reason }),
  })
}
