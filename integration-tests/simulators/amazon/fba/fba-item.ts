/** Why units are held that cannot be sold, as FBA inventory v1 names it. */
export const UNFULFILLABLE_REASONS = [
  "customerDamaged",
  "warehouseDamaged",
  "distributorDamaged",
  "carrierDamaged",
  "defective",
  "expired",
] as const
export type UnfulfillableReason = (typeof UNFULFILLABLE_REASONS)[number]

/** Units of one SKU in Amazon's hands or on their way to it. */
export interface FbaQuantities {
  /** Can be sold now. */
  fulfillable: number
  inboundWorking: number
  inboundShipped: number
  inboundReceiving: number
  pendingCustomerOrder: number
  pendingTransshipment: number
  fcProcessing: number
  researching: number
  unfulfillable: Partial<Record<UnfulfillableReason, number>>
}

/** What a test sets: quantities left out are zero, texts left out follow from the SKU. */
export interface FbaStockOptions extends Partial<FbaQuantities> {
  sku: string
  /** Marketplace id or code ("DE"). */
  marketplace: string
  asin?: string
  fnSku?: string
  /** @default "NewItem" */
  condition?: string
  /** @default the SKU */
  title?: string
}

export interface FbaItem extends FbaQuantities {
  sku: string
  asin: string
  fnSku: string
  condition: string
  title: string
  /** Milliseconds since 1970 of the last change of any quantity. */
  updatedAt: number
  /** The same without changes of inbound quantities, which `startDateTime` does not see. */
  changedAt: number
}

export const NO_QUANTITIES: Readonly<FbaQuantities> = {
  fulfillable: 0,
  inboundWorking: 0,
  inboundShipped: 0,
  inboundReceiving: 0,
  pendingCustomerOrder: 0,
  pendingTransshipment: 0,
  fcProcessing: 0,
  researching: 0,
  unfulfillable: {},
}

/** Ten characters that are the same for the same SKU. */
function digest(sku: string): string {
  let value = 7
  for (const character of sku) value = (value * 31 + (character.codePointAt(0) ?? 0)) % 3_656_158_440_062_976
  return value.toString(36).toUpperCase().padStart(10, "0").slice(-10)
}

export function itemOf(options: FbaStockOptions, at: number): FbaItem {
  const { sku, asin, fnSku, condition, title, marketplace: _, ...quantities } = options
  return {
    ...NO_QUANTITIES,
    ...quantities,
    unfulfillable: { ...quantities.unfulfillable },
    sku,
    asin: asin ?? `B0${digest(sku).slice(2)}`,
    fnSku: fnSku ?? `X0${digest(sku).slice(2)}`,
    condition: condition ?? "NewItem",
    title: title ?? sku,
    updatedAt: at,
    changedAt: at,
  }
}

export function unfulfillableUnits({ unfulfillable }: FbaQuantities): number {
  return UNFULFILLABLE_REASONS.reduce((sum, reason) => sum + (unfulfillable[reason] ?? 0), 0)
}

export function reservedUnits(item: FbaQuantities): number {
  return item.pendingCustomerOrder + item.pendingTransshipment + item.fcProcessing
}

/** Everything in the warehouses and on its way to them. */
export function totalUnits(item: FbaQuantities): number {
  const inbound = item.inboundWorking + item.inboundShipped + item.inboundReceiving
  return item.fulfillable + inbound + reservedUnits(item) + item.researching + unfulfillableUnits(item)
}
