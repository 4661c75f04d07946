import { z } from "@medusajs/framework/zod"
import { decimalSchema } from "./money"
import { problemSchema } from "./problem"

/** A text that can be stored: PostgreSQL takes neither NUL nor half a surrogate pair, and refuses the whole page with it. */
const text = z
  .string()
  .refine((value) => isStorable(value), "must be a text without NUL and broken characters")

/** Longest key (order reference, line reference, listing key ...): keys are indexed. */
const LONGEST_KEY = 200
const key = text.min(1).max(LONGEST_KEY)

/** True when a text can be stored as it is. */
export const isStorable = (value: string): boolean => !value.includes("\u0000") && !/\p{Cs}/u.test(value)

/** True when a text can be the key of an order, a line or a listing. */
export const isKey = (value: string): boolean =>
  value !== "" && value.length <= LONGEST_KEY && isStorable(value)

/** An instant in UTC as ISO 8601 with `Z`. */
export const instantSchema = z.iso.datetime({ offset: false })

/** Where an order stands at the platform, in the five words every platform is translated into. */
export const channelOrderStatuses = ["pending", "open", "partially_shipped", "shipped", "canceled"] as const

/** Who sends the goods: the merchant from an own warehouse, or the platform from the stock it holds (FBA, Full). */
export const fulfillers = ["merchant", "platform"] as const

export const chargeKinds = ["item", "shipping", "gift_wrap", "cod_fee", "delivery_tip", "other"] as const

/**
 * One kind of money inside a line or an order. What the buyer pays for it is `amount - discount`, plus `tax` unless the
 * amounts of the line already include tax (`taxInclusive`).
 */
export const chargeSchema = z.object({
  kind: z.enum(chargeKinds),
  /** Before discount; for a whole line, not for one unit. */
  amount: decimalSchema,
  /** How much is taken off; zero or positive, whatever sign the platform uses. */
  discount: decimalSchema,
  /** Tax that belongs to this charge after its discount; zero where the platform states none. */
  tax: decimalSchema,
})

const oneOfEachKind = (charges: { kind: string }[]): boolean =>
  new Set(charges.map(({ kind }) => kind)).size === charges.length

export const channelOrderLineSchema = z.object({
  /** The platform's own reference of the line; unique inside the order. */
  reference: key,
  /** What the line is mapped by: the seller's SKU, or the platform's product id where there is none. */
  listingKey: key,
  sku: text.nullable(),
  /** EAN, UPC or ISBN, digits only; left out where the platform does not tell it. */
  barcode: text.nullable().optional(),
  platformProductId: text.nullable(),
  title: text,
  /** Listings ordered (packages, when a listing is a package of several units). 0 = canceled before shipping. */
  quantity: z.number().int().nonnegative(),
  quantityShipped: z.number().int().nonnegative(),
  /** As the platform states it, for information: totals come from `charges`. */
  unitPrice: decimalSchema.nullable(),
  /** True when the charges' amounts and discounts already contain their tax (European and Brazilian shops). */
  taxInclusive: z.boolean(),
  /** `null`: the platform did not say what the line costs. Unknown is not zero. */
  charges: z.array(chargeSchema).refine(oneOfEachKind, "must hold each kind of charge once").nullable(),
  /** What the buyer pays for the line with everything, tax included; `null` when unknown. */
  total: decimalSchema.nullable(),
})

export const addressSchema = z.object({
  name: text.nullable(),
  company: text.nullable(),
  line1: text.nullable(),
  line2: text.nullable(),
  city: text.nullable(),
  region: text.nullable(),
  postalCode: text.nullable(),
  /** ISO 3166-1 alpha-2, upper case. */
  countryCode: text.nullable(),
  phone: text.nullable(),
})

export const buyerSchema = z.object({
  name: text.nullable(),
  /** The buyer's own or the platform's relay address. */
  email: text.nullable(),
  phone: text.nullable(),
  /** Tax document (CPF, CNPJ, VAT number ...) without formatting. */
  document: text.nullable(),
  company: text.nullable(),
})

export const packageSchema = z.object({
  reference: text,
  carrier: text.nullable(),
  trackingNumber: text.nullable(),
  shippedAt: instantSchema.nullable(),
  lines: z.array(z.object({ reference: text, quantity: z.number().int() })),
})

/** The one shape that every platform's order is translated into. Validated when it enters. */
export const channelOrderSchema = z.object({
  reference: key,
  /** The number by which merchants and buyers know the order, where that is not its `reference`. */
  number: key.nullable().optional(),
  /** The platform's id of the marketplace (country or site) where the order was placed. */
  marketplace: key,
  placedAt: instantSchema,
  updatedAt: instantSchema,
  paidAt: instantSchema.nullable(),
  status: z.enum(channelOrderStatuses),
  /** The platform's own word for the status, for screens and history. */
  platformStatus: text,
  fulfilledBy: z.enum(fulfillers),
  /** Set when the order lies outside what a store can import; the code says why (`foreign_channel`, `unfulfillable`). */
  outOfScope: z.enum(["foreign_channel", "unfulfillable"]).nullable(),
  /** ISO 4217, upper case; `null` while the platform has not told any amount. */
  currency: text.length(3).nullable(),
  lines: z.array(channelOrderLineSchema),
  /** Charges that belong to no line; those for shipping become the order's shipping, the others lines of their own. */
  adjustments: z.array(chargeSchema.extend({ title: text, taxInclusive: z.boolean() })),
  /** What the buyer pays for everything; `null` when unknown. */
  total: decimalSchema.nullable(),
  /** What of it the platform has given back to the buyer; left out where the platform does not tell. */
  refundedTotal: decimalSchema.nullable().optional(),
  /** Sum of all taxes; `null` when unknown. */
  taxTotal: decimalSchema.nullable(),
  /** True when the platform itself hands the tax to the state, so that the seller never receives it. */
  taxCollectedByPlatform: z.boolean(),
  buyer: buyerSchema.nullable(),
  shippingAddress: addressSchema.nullable(),
  billingAddress: addressSchema.nullable(),
  shippingService: text.nullable(),
  shipBy: instantSchema.nullable(),
  deliverBy: instantSchema.nullable(),
  /** As the platform says it, e.g. "credit_card". */
  paymentMethod: text.nullable(),
  /** In how many instalments the buyer pays; left out where the platform does not tell. */
  installments: z.number().int().positive().nullable().optional(),
  packages: z.array(packageSchema),
  /** The order this one replaces or exchanges, if any. */
  replaces: text.nullable(),
  /** What the translation had to assume, as warnings such as `tax_basis_assumed`. Shown to people as remarks. */
  assumptions: z.array(problemSchema),
  /** The untouched answer of the platform. */
  raw: z.unknown(),
})

export type ChannelOrder = z.infer<typeof channelOrderSchema>
export type ChannelOrderLine = z.infer<typeof channelOrderLineSchema>
export type ChannelOrderStatus = (typeof channelOrderStatuses)[number]
export type Charge = z.infer<typeof chargeSchema>
export type ChargeKind = (typeof chargeKinds)[number]
export type Address = z.infer<typeof addressSchema>
export type Buyer = z.infer<typeof buyerSchema>
export type OrderAdjustment = ChannelOrder["adjustments"][number]
export type ShippedPackage = z.infer<typeof packageSchema>
