import { z } from "@medusajs/framework/zod"
import { decimalSchema } from "./money"
import { problemSchema } from "./problem"

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
  reference: z.string().min(1),
  /** What the line is mapped by: the seller's SKU, or the platform's product id where there is none. */
  listingKey: z.string().min(1),
  sku: z.string().nullable(),
  platformProductId: z.string().nullable(),
  title: z.string(),
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
  name: z.string().nullable(),
  company: z.string().nullable(),
  line1: z.string().nullable(),
  line2: z.string().nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  postalCode: z.string().nullable(),
  /** ISO 3166-1 alpha-2, upper case. */
  countryCode: z.string().nullable(),
  phone: z.string().nullable(),
})

export const buyerSchema = z.object({
  name: z.string().nullable(),
  /** The buyer's own or the platform's relay address. */
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** Tax document (CPF, CNPJ, VAT number ...) without formatting. */
  document: z.string().nullable(),
  company: z.string().nullable(),
})

export const packageSchema = z.object({
  reference: z.string(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  shippedAt: instantSchema.nullable(),
  lines: z.array(z.object({ reference: z.string(), quantity: z.number().int() })),
})

/** The one shape that every platform's order is translated into. Validated when it enters. */
export const channelOrderSchema = z.object({
  reference: z.string().min(1),
  /** The platform's id of the marketplace (country or site) where the order was placed. */
  marketplace: z.string().min(1),
  placedAt: instantSchema,
  updatedAt: instantSchema,
  paidAt: instantSchema.nullable(),
  status: z.enum(channelOrderStatuses),
  /** The platform's own word for the status, for screens and history. */
  platformStatus: z.string(),
  fulfilledBy: z.enum(fulfillers),
  /** Set when the order lies outside what a store can import; the code says why (`foreign_channel`, `unfulfillable`). */
  outOfScope: z.enum(["foreign_channel", "unfulfillable"]).nullable(),
  /** ISO 4217, upper case; `null` while the platform has not told any amount. */
  currency: z.string().length(3).nullable(),
  lines: z.array(channelOrderLineSchema),
  /** Charges that belong to no line. */
  adjustments: z.array(chargeSchema.extend({ title: z.string(), taxInclusive: z.boolean() })),
  /** What the buyer pays for everything; `null` when unknown. */
  total: decimalSchema.nullable(),
  /** Sum of all taxes; `null` when unknown. */
  taxTotal: decimalSchema.nullable(),
  /** True when the platform itself hands the tax to the state, so that the seller never receives it. */
  taxCollectedByPlatform: z.boolean(),
  buyer: buyerSchema.nullable(),
  shippingAddress: addressSchema.nullable(),
  billingAddress: addressSchema.nullable(),
  shippingService: z.string().nullable(),
  shipBy: instantSchema.nullable(),
  deliverBy: instantSchema.nullable(),
  paymentMethod: z.string().nullable(),
  packages: z.array(packageSchema),
  /** The order this one replaces or exchanges, if any. */
  replaces: z.string().nullable(),
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
