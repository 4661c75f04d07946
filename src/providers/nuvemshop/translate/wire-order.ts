import { z } from "@medusajs/framework/zod"
import { wireInstantSchema, zonedDateSchema } from "../instants"
import { amountSchema, countSchema, idSchema, moneySchema, objectOrNothing, priceSchema, text } from "../wire"

/* Orders and fulfilment orders of the API 2025-03, as far as they are used. */

const addressSchema = objectOrNothing({
  first_name: text,
  last_name: text,
  name: text,
  phone: text,
  /** The street. */
  address: text,
  /** The house. */
  number: text,
  /** The complement. */
  floor: text,
  /** The quarter (bairro). */
  locality: text,
  city: text,
  /** A name in words ("São Paulo"). */
  province: text,
  zipcode: text,
  country: text,
  /** What helps to find the house. */
  customs: objectOrNothing({ reference: text, between_streets: text }).catch(undefined),
})

const lineSchema = z.looseObject({
  id: idSchema,
  product_id: idSchema.nullish(),
  variant_id: idSchema.nullish(),
  name: text,
  /** Of one piece, after the product's own promotion and before what is taken off the order. */
  price: priceSchema,
  quantity: countSchema,
  sku: text,
  barcode: text,
})

const trackingEventSchema = z.looseObject({
  id: idSchema,
  status: text,
  description: text,
  happened_at: text,
})

/** A fulfilment order: the part of an order that leaves one place. */
export const fulfillmentOrderSchema = z.looseObject({
  id: idSchema,
  number: text,
  status: z.string(),
  line_items: z
    .array(z.looseObject({ id: idSchema, external_id: idSchema.nullish(), quantity: countSchema }))
    .nullish(),
  shipping: objectOrNothing({
    type: text,
    carrier: objectOrNothing({ name: text }),
    option: objectOrNothing({ name: text }),
    consumer_cost: moneySchema.nullish().catch(undefined),
    max_delivery_date: text,
  }),
  tracking_info: objectOrNothing({ code: text, url: text }),
  tracking_events: z.array(trackingEventSchema).nullish(),
  fulfilled_at: text,
})
export type WireFulfillmentOrder = z.infer<typeof fulfillmentOrderSchema>

/** Numbers of fulfilment orders, or themselves where they were asked for. */
const fulfillmentsSchema = z.array(z.union([z.string(), z.number(), fulfillmentOrderSchema])).nullish()

/** One order. */
export const wireOrderSchema = z.looseObject({
  id: idSchema,
  number: idSchema.nullish(),
  status: z.string(),
  payment_status: z.string(),
  shipping_status: text,
  contact_email: text,
  contact_name: text,
  contact_phone: text,
  contact_identification: text,
  billing_name: text,
  billing_phone: text,
  billing_address: text,
  billing_number: text,
  billing_floor: text,
  billing_locality: text,
  billing_zipcode: text,
  billing_city: text,
  billing_province: text,
  billing_country: text,
  billing_business_name: text,
  billing_trade_name: text,
  shipping_address: addressSchema,
  customer: objectOrNothing({ name: text, email: text, identification: text, phone: text }),
  products: z.array(lineSchema),
  discount: amountSchema.nullish(),
  discount_coupon: amountSchema.nullish(),
  discount_gateway: amountSchema.nullish(),
  promotional_discount: objectOrNothing({ total_discount_amount: amountSchema.nullish() }),
  total: priceSchema,
  coupon: z.array(z.looseObject({ type: text })).nullish(),
  currency: z.string().regex(/^[A-Za-z]{3}$/, "must be an ISO 4217 code"),
  gateway: text,
  gateway_name: text,
  payment_details: objectOrNothing({ method: text, installments: text }),
  fulfillments: fulfillmentsSchema,
  fulfillment_orders: fulfillmentsSchema,
  created_at: wireInstantSchema,
  updated_at: wireInstantSchema,
  paid_at: wireInstantSchema.nullish(),
  completed_at: zonedDateSchema.nullish().catch(undefined),
  /** Only in the older version of the API. */
  shipping_option: text,
  shipping_cost_customer: priceSchema.nullish(),
})
export type WireOrder = z.infer<typeof wireOrderSchema>
export type WireAddress = NonNullable<WireOrder["shipping_address"]>

/** The fulfilment orders that came with the order; null where it names them only. */
export function fulfillmentOrdersOf(order: WireOrder): WireFulfillmentOrder[] | null {
  const told = [...(order.fulfillments ?? []), ...(order.fulfillment_orders ?? [])]
  const whole = told.filter((one) => typeof one === "object")
  if (whole.length === 0 && told.length > 0) return null
  return whole.length === 0 ? null : [...new Map(whole.map((one) => [one.id, one])).values()]
}
