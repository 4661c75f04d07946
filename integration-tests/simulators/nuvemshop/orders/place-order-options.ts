import type { ShippingType } from "../fulfillment/fulfillment-order"
import type { BuyerAddress } from "../store/customer"
import type { Coupon, Payment, PaymentStatus, Storefront } from "./order"

export interface LineOptions {
  /** Of the store's products; a name makes a new product where neither is known. */
  sku?: string | null
  variantId?: number
  /** @default 1 */
  quantity?: number
  /** Decimal of one unit. @default what the variant sells for */
  price?: string | number
  /** What the line is called, whatever the product is called now. */
  name?: string
  /** Of a product made for the line. */
  barcode?: string | null
  /** At no price. */
  gift?: boolean
}

export interface BuyerOptions {
  name?: string | null
  email?: string | null
  phone?: string | null
  /** CPF or CNPJ, formatted or plain; null: none given. @default a plain CPF */
  identification?: string | null
  address?: Partial<BuyerAddress>
  company?: { businessName: string; tradeName?: string; stateRegistration?: string }
}

export interface ShippingOptions {
  /** What the buyer pays. @default "0.00" */
  cost?: string | number
  /** What the merchant pays. @default the same */
  merchantCost?: string | number
  /** @default "ship" */
  type?: ShippingType
  /** @default "PAC" */
  option?: string
  /** @default "Correios" */
  carrier?: string
}

/** An order as a buyer places it in the store. */
export interface PlaceOrderOptions {
  storeId?: number
  /** @default the next id and number */
  id?: number
  number?: number
  lines: LineOptions[]
  /** null: the order names nobody. @default "Maria Souza" */
  buyer?: BuyerOptions | null
  /** @default true: the order shows a customer object */
  customer?: boolean
  /** @default "paid" */
  payment?: PaymentStatus
  /** @default "mercadopago" with one instalment by credit card; "offline" has neither */
  gateway?: string
  method?: Payment["method"]
  installments?: number | null
  cardCompany?: string | null
  /** Decimals of each kind of discount. */
  discounts?: { promotion?: string | number; coupon?: string | number; gateway?: string | number }
  coupon?: Omit<Coupon, "id">
  shipping?: ShippingOptions
  /** Fulfillment orders; lines are dealt out over them, and over the store's locations. @default 1 */
  packages?: number
  /** What the total is off from its parts. */
  rounding?: string | number
  storefront?: Storefront
  note?: string | null
  /** @default now */
  createdAt?: Date | string
  /** @default created at, when paid */
  paidAt?: Date | string
  /** Cancelled meanwhile, for orders of the past. @default false */
  cancelled?: boolean
  /** Fields of the answer that are replaced, however wrong. */
  shownAs?: Record<string, unknown>
  /** No webhook and no stock: an order of the past. @default false */
  silent?: boolean
}
