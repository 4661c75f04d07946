import type { FulfillmentStatus } from "../types"

/** Shares between 0 and 1: how often an order (or a line, where said) has something. */
export interface OrderShares {
  /** Replacement or exchange order: no amounts, and a reference to the first order. */
  replacement: number
  /** No buyer block. */
  missingBuyer: number
  /** No delivery address. */
  missingAddress: number
  /** An address or a buyer without a name. */
  missingName: number
  /** Amazon Business order. */
  business: number
  /** Delivery tip of the whole order. */
  deliveryTip: number
  /** Same lastUpdatedTime as another order of the run. */
  sameUpdateTime: number
  /** Buyer asked to cancel. */
  cancellationRequest: number
  /** The same SKU on two lines. */
  repeatedSku: number
  /** Easy Ship (only where it exists: BR and IN). */
  easyShip: number
  /** Lines: shipping paid by the buyer. */
  shipping: number
  /** Lines: gift wrap. */
  giftWrap: number
  /** Orders: cash on delivery with a fee. */
  codFee: number
  /** Lines: a charge of type OTHER. */
  other: number
  /** Lines: discount on the item; half of them on shipping as well. */
  discount: number
  /** Lines: quantity 0 (cancelled before shipping). */
  zeroQuantity: number
  /** Lines: an amount that the quantity does not divide. */
  unevenAmount: number
  /** Lines of tax-inclusive marketplaces: no TAX breakdown at all. */
  taxLeftOut: number
  /** Lines: title with characters outside ASCII. */
  unicodeTitle: number
}

export interface OrderMix {
  /** Share of orders fulfilled by Amazon. @default 0.3 */
  fbaShare: number
  /** Weights of the statuses. */
  statuses: Partial<Record<FulfillmentStatus, number>>
  lines: { min: number; max: number }
  /** Units of a line. */
  quantity: { min: number; max: number }
  shares: Partial<OrderShares>
}

export const DEFAULT_SHARES: Readonly<OrderShares> = {
  replacement: 0.04,
  missingBuyer: 0.05,
  missingAddress: 0.04,
  missingName: 0.05,
  business: 0.1,
  deliveryTip: 0.06,
  sameUpdateTime: 0.15,
  cancellationRequest: 0.04,
  repeatedSku: 0.12,
  easyShip: 0.3,
  shipping: 0.4,
  giftWrap: 0.1,
  codFee: 0.08,
  other: 0.03,
  discount: 0.25,
  zeroQuantity: 0.03,
  unevenAmount: 0.25,
  taxLeftOut: 0.4,
  unicodeTitle: 0.2,
}

export const DEFAULT_MIX: Readonly<OrderMix> = {
  fbaShare: 0.3,
  statuses: {
    UNSHIPPED: 40,
    SHIPPED: 25,
    PARTIALLY_SHIPPED: 9,
    PENDING: 10,
    PENDING_AVAILABILITY: 3,
    CANCELLED: 10,
    UNFULFILLABLE: 3,
  },
  lines: { min: 1, max: 20 },
  quantity: { min: 1, max: 12 },
  shares: {},
}

/** No peculiarity at all. */
export const NO_SHARES: Readonly<OrderShares> = {
  replacement: 0,
  missingBuyer: 0,
  missingAddress: 0,
  missingName: 0,
  business: 0,
  deliveryTip: 0,
  sameUpdateTime: 0,
  cancellationRequest: 0,
  repeatedSku: 0,
  easyShip: 0,
  shipping: 0,
  giftWrap: 0,
  codFee: 0,
  other: 0,
  discount: 0,
  zeroQuantity: 0,
  unevenAmount: 0,
  taxLeftOut: 0,
  unicodeTitle: 0,
}

/** Only merchant-fulfilled orders that wait for shipment, each with that many lines and nothing peculiar. */
export function plainUnshipped(lines: number): Partial<OrderMix> {
  return {
    fbaShare: 0,
    statuses: { UNSHIPPED: 1 },
    lines: { min: lines, max: lines },
    quantity: { min: 1, max: 3 },
    shares: NO_SHARES,
  }
}
