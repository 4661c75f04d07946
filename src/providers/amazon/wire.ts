import { z } from "@medusajs/framework/zod"
import { contractBroken, decimalSchema, money } from "../../connector"

/*
 * Answers of the Orders API v2026-01-01, the Sellers API v1 and the Listings Items API v2021-08-01 as Amazon's models define
 * them, as far as they are used.
 * Unknown fields and unknown "possible values" are let through, since the models call those plain strings; fields the
 * models require are required, and what is there must have the model's type. `null` counts as absent.
 */

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i

/** ISO 8601 with a zone. */
export const wireInstantSchema = z
  .string()
  .refine((text) => INSTANT.test(text) && !Number.isNaN(Date.parse(text)), "must be an ISO 8601 instant")

const text = z.string().nullish()
const instant = wireInstantSchema.nullish()

/** A number as RFC 7159 writes it, with an exponent that an amount of money may have: its digits are written out. */
const WRITTEN = /^-?\d{1,40}(\.\d{1,40})?([eE][+-]?(30|[12]?\d))?$/

/**
 * Amazon's `Decimal` ("Follows RFC 7159 for number representation") as the port's: `1E+3` is `1000`, `0E-8` is `0`. What the
 * port can take as it was written is left so.
 */
const wireDecimalSchema = z
  .string()
  .regex(WRITTEN, "must be a decimal number")
  .transform((written) => (decimalSchema.safeParse(written).success ? written : money.sum(written)))
  .pipe(decimalSchema)

const moneySchema = z.looseObject({
  /** A text; a JSON number has already lost what cannot be brought back. */
  amount: wireDecimalSchema,
  currencyCode: z.string().regex(/^[A-Z]{3}$/, "must be an ISO 4217 code"),
})

/** For information only: an amount that the port cannot hold is left out, and the order goes on without it. */
const unitPriceSchema = moneySchema.extend({
  amount: z.string().transform((written) => wireDecimalSchema.safeParse(written).data ?? null),
})

const rangeSchema = z.looseObject({ earliestDateTime: instant, latestDateTime: instant })

const addressSchema = z.looseObject({
  name: text,
  companyName: text,
  addressLine1: text,
  addressLine2: text,
  addressLine3: text,
  city: text,
  districtOrCounty: text,
  stateOrRegion: text,
  municipality: text,
  postalCode: text,
  countryCode: text,
  phone: text,
  extendedFields: z
    .looseObject({ streetName: text, streetNumber: text, complement: text, neighborhood: text })
    .nullish(),
})

const itemSchema = z.looseObject({
  orderItemId: z.string().min(1),
  quantityOrdered: z.number().int().nonnegative(),
  product: z.looseObject({
    asin: text,
    title: text,
    sellerSku: text,
    price: z.looseObject({ unitPrice: unitPriceSchema.nullish() }).nullish(),
  }),
  proceeds: z
    .looseObject({
      proceedsTotal: moneySchema.nullish(),
      breakdowns: z
        .array(
          z.looseObject({
            type: z.string(),
            subtotal: moneySchema,
            detailedBreakdowns: z
              .array(z.looseObject({ subtype: text, value: moneySchema.nullish() }))
              .nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
  fulfillment: z.looseObject({ quantityFulfilled: z.number().int().nonnegative().nullish() }).nullish(),
  tax: z.looseObject({ taxCollections: z.array(z.looseObject({ model: text })).nullish() }).nullish(),
})

const packageSchema = z.looseObject({
  packageReferenceId: z.string(),
  shipTime: instant,
  carrier: text,
  trackingNumber: text,
  packageStatus: z.looseObject({ status: z.string() }).nullish(),
  packageItems: z
    .array(z.looseObject({ orderItemId: z.string(), quantity: z.number().int().nonnegative() }))
    .nullish(),
})

/** One order. */
export const wireOrderSchema = z.looseObject({
  orderId: z.string().min(1),
  createdTime: wireInstantSchema,
  lastUpdatedTime: wireInstantSchema,
  associatedOrders: z.array(z.looseObject({ orderId: text, associationType: text })).nullish(),
  salesChannel: z.looseObject({ channelName: z.string().min(1), marketplaceId: text }),
  buyer: z.looseObject({ buyerName: text, buyerEmail: text, buyerCompanyName: text }).nullish(),
  recipient: z.looseObject({ deliveryAddress: addressSchema.nullish() }).nullish(),
  proceeds: z
    .looseObject({
      grandTotal: moneySchema.nullish(),
      breakdowns: z.array(z.looseObject({ type: z.string(), status: text, subtotal: moneySchema })).nullish(),
    })
    .nullish(),
  payment: z
    .looseObject({ paymentExecutions: z.array(z.looseObject({ paymentMethod: text })).nullish() })
    .nullish(),
  tax: z
    .looseObject({
      taxRegistrations: z
        .array(
          z.looseObject({
            entityType: text,
            taxRegistrationType: text,
            taxRegistrationNumber: text,
            taxRegistrationAddress: addressSchema.nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
  fulfillment: z
    .looseObject({
      fulfillmentStatus: z.string(),
      fulfilledBy: text,
      fulfillmentServiceLevel: text,
      shipByWindow: rangeSchema.nullish(),
      deliverByWindow: rangeSchema.nullish(),
    })
    .nullish(),
  orderItems: z.array(itemSchema),
  packages: z.array(packageSchema).nullish(),
})

/** `searchOrders`. Orders are read one by one afterwards, so that a broken one does not break the page. */
export const searchOrdersSchema = z.looseObject({
  orders: z.array(z.unknown()),
  pagination: z.looseObject({ nextToken: text }).nullish(),
  lastUpdatedBefore: instant,
  createdBefore: instant,
})

/** `getOrder`. */
export const getOrderSchema = z.looseObject({ order: z.looseObject({}) })

/** `getMarketplaceParticipations`. */
export const participationsSchema = z.looseObject({
  payload: z.array(
    z.looseObject({
      marketplace: z.looseObject({
        id: z.string().min(1),
        name: z.string(),
        countryCode: z.string(),
        defaultCurrencyCode: z.string(),
      }),
      participation: z.looseObject({ isParticipating: z.boolean() }),
      storeName: text,
    }),
  ),
})

/** `getListingsItem`, and one of the items of `searchListingsItems`. */
export const listingSchema = z.looseObject({
  sku: z.string().min(1),
  fulfillmentAvailability: z
    .array(
      z.looseObject({
        fulfillmentChannelCode: z.string(),
        quantity: z.number().int().nonnegative().nullish(),
      }),
    )
    .nullish(),
})

/** `searchListingsItems`. */
export const searchListingsSchema = z.looseObject({ items: z.array(listingSchema) })

/** `patchListingsItem`: the answer to a submission comes with HTTP 200 whether it was accepted or not. */
export const submissionSchema = z.looseObject({
  status: z.enum(["ACCEPTED", "INVALID"]),
  submissionId: z.string(),
  issues: z.array(z.looseObject({ code: z.string(), message: z.string(), severity: z.string() })).nullish(),
})

export type WireListing = z.infer<typeof listingSchema>
export type WireSubmission = z.infer<typeof submissionSchema>
export type WireOrder = z.infer<typeof wireOrderSchema>
export type WireItem = WireOrder["orderItems"][number]
export type WireAddress = z.infer<typeof addressSchema>
export type WireMoney = z.infer<typeof moneySchema>

/**
 * What was received, if it is what `schema` says.
 * @throws ConnectorError `contract_broken` with the path of the first difference; the value itself is not repeated.
 */
export function parseWire<Output>(schema: z.ZodType<Output>, received: unknown, subject: string): Output {
  const parsed = schema.safeParse(received)
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0].path.join(".") || subject
  throw contractBroken(path, `${subject}: "${path}" is missing or not what the platform documents`)
}

/** An instant of the platform as ISO 8601 in UTC with `Z` and milliseconds. */
export function utc(received: string): string {
  return new Date(received).toISOString()
}

/** A text without blanks around it; `null` where there is none. */
export function textOf(received: string | null | undefined): string | null {
  const trimmed = received?.trim()
  return trimmed ? trimmed : null
}
