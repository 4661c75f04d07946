import type { UnfulfillableReason } from "./fba-item"

/** Event types of the inventory ledger's detail view. */
export type LedgerEventType =
  "Receipts" | "Shipments" | "CustomerReturns" | "Adjustments" | "VendorReturns" | "WhseTransfers"

/** One movement of units at Amazon; the quantity is signed. */
export interface LedgerEvent {
  at: number
  marketplaceId: string
  sku: string
  asin: string
  fnSku: string
  title: string
  type: LedgerEventType
  referenceId: string
  quantity: number
  fulfillmentCenter: string
  disposition: string
  reason: string
}

/** How the ledger names the state of units. */
export const DISPOSITIONS: Readonly<Record<"sellable" | UnfulfillableReason, string>> = {
  sellable: "SELLABLE",
  customerDamaged: "CUSTOMER_DAMAGED",
  warehouseDamaged: "WAREHOUSE_DAMAGED",
  distributorDamaged: "DISTRIBUTOR_DAMAGED",
  carrierDamaged: "CARRIER_DAMAGED",
  defective: "DEFECTIVE",
  expired: "EXPIRED",
}
