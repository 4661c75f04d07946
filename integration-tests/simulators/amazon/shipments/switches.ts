/** What Amazon's documents leave open about confirmShipment. */
export interface ShipmentSwitches {
  /** A packageReferenceId sent as a JSON number, which was taken until January 2026. @default "refuse" */
  packageReferenceNumber: "refuse" | "accept"
  /** How far in the future a shipDate may lie. @default 0 */
  shipDateSkewMs: number
  /** The text for an order item that the order does not have; both have been seen. @default "nonexistent" */
  unknownOrderItem: "nonexistent" | "invalid-id"
  /** The text for a cancelled order: that its items do not exist (as seen), or that it cannot be shipped. @default "nonexistent-item" */
  cancelledOrderText: "nonexistent-item" | "not-shippable"
  /** Items of a known packageReferenceId that are not those of the package. @default "keep" (they are not read) */
  packageEditItems: "keep" | "replace" | "refuse"
  /** A known packageReferenceId when the whole order is shipped. @default "edit" */
  shippedOrderEdit: "edit" | "refuse"
  /** Edits of one package before InvalidPackageVersion. @default 100 */
  maxPackageUpdates: number
  /** A carrierCode that is not in the known list, to the letter. @default "accept" (a free text in the model) */
  unknownCarrier: "accept" | "refuse"
  /** Whether items of the programme TRANSPARENCY need a code for each unit. @default "optional" */
  transparencyCodes: "optional" | "required"
  /** From a confirmation until orders show it, on top of visibilityDelayMs. @default 0 */
  packageVisibilityDelayMs: number
}

export const DEFAULT_SHIPMENT_SWITCHES: Readonly<ShipmentSwitches> = {
  packageReferenceNumber: "refuse",
  shipDateSkewMs: 0,
  unknownOrderItem: "nonexistent",
  cancelledOrderText: "nonexistent-item",
  packageEditItems: "keep",
  shippedOrderEdit: "edit",
  maxPackageUpdates: 100,
  unknownCarrier: "accept",
  transparencyCodes: "optional",
  packageVisibilityDelayMs: 0,
}
