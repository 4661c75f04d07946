import type { Connection } from "./connection"
import type { LocalizedText } from "./connector"

/** A carrier as the platform names it. */
export type PlatformCarrier = {
  /** What is sent, exactly as the platform writes it. */
  code: string
  /** What people read; left out where the code says it already. */
  label?: LocalizedText
  /** The platform's word for carriers that it does not list: a name has to come with it. */
  takesName?: boolean
}

/** One package of an order, as the store says that it was sent. */
export type Shipment = {
  /** The platform's reference of the order. */
  reference: string
  marketplace: string
  /**
   * 1, 2, 3 ... inside the order; the same for ever, so that sending a package again edits it at the platform and never makes
   * another.
   */
  packageNumber: number
  /**
   * A code of {@link ShipmentSink.carriers}, with the name where the carrier takes one. Where {@link ShipmentSink.carrierOptional}
   * the code is any name, and empty where the store names none.
   */
  carrier: { code: string; name: string | null }
  /** How it travels, as people say it; null = not known. */
  shippingMethod: string | null
  /** Empty only where {@link ShipmentSink.trackingOptional} and the store has none. */
  trackingNumber: string
  /** Where the buyer follows the package; only where {@link ShipmentSink.takesTrackingUrl}; null = not known. */
  trackingUrl?: string | null
  shippedAt: Date
  /** When the buyer placed the order, as the platform told it; left out where that is not known. */
  placedAt?: Date
  /** Listings (not variant units) in this package, by the platform's line references. */
  lines: { reference: string; quantity: number }[]
}

/** `confirmed`: the platform has it. `accepted`: it will look at it; the order shows later what came of it. */
export type ShipmentAnswer = { outcome: "confirmed" | "accepted" }

/** Capability: tell the platform what was sent. */
export interface ShipmentSink {
  /** Carriers of the platform's list, in the order in which people look for them. */
  readonly carriers: readonly PlatformCarrier[]
  /** True where the platform keeps no list and asks for no carrier: {@link carriers} is empty, any name is taken. */
  readonly carrierOptional?: boolean
  /** True where a package may be confirmed without a tracking number. */
  readonly trackingOptional?: boolean
  /** True where the platform shows the buyer an address at which to follow the package: a changed one is told anew. */
  readonly takesTrackingUrl?: boolean
  /**
   * How long the platform may need until a confirmed package shows in {@link OrderSource.get}: an unknown outcome is looked up
   * after that long, and not earlier taken for "did not happen".
   */
  readonly visibilityDelaySeconds: number
  /**
   * Confirms one package. Confirming the same package number again changes carrier and tracking at the platform.
   * @throws ConnectorError `rejected` (problem `shipment_rejected`, `order_already_shipped`, `carrier_unknown` ...): nothing
   * happened, for good; with `access_denied` or `application_rejected` nothing happened, and it is tried again later;
   * `throttled`, `authorization_lost`, `not_found`: nothing happened; `unavailable`: certainly nothing happened (the request was
   * never sent, or the platform's edge refused it); `outcome_unknown`: it was sent and no usable answer came.
   */
  confirm(connection: Connection, shipment: Shipment): Promise<ShipmentAnswer>
}
