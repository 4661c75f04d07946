import { z } from "@medusajs/framework/zod"

/** Shortest and longest distance of automatic imports. */
export const MINIMUM_INTERVAL_MINUTES = 1
export const MAXIMUM_INTERVAL_MINUTES = 24 * 60

const id = z.string().min(1).nullable()

/** Where a carrier is chosen for: the more exact one counts first. */
export const carrierSources = ["shipping_option", "fulfillment_provider"] as const

/** Which of the platform's carriers goods travel with that leave by a shipping option or a fulfilment provider. */
export const carrierChoiceSchema = z.strictObject({
  source: z.enum(carrierSources),
  /** Id of the shipping option or of the fulfilment provider. */
  source_id: z.string().min(1).max(200),
  /** A code of the platform's list; held against it, capitals aside, when it is saved. */
  carrier: z.string().trim().min(1).max(100),
  /** Name of a carrier that the platform does not list; only with the code that takes one. */
  carrier_name: z.string().trim().min(1).max(100).nullable().default(null),
})
export type CarrierChoice = z.infer<typeof carrierChoiceSchema>

/** A place of the store and the platform's location that it is. */
export const locationChoiceSchema = z.strictObject({
  /** Id of the stock location. */
  location_id: z.string().min(1).max(200),
  /** Id of the location at the platform. */
  platform_location: z.string().min(1).max(200),
})
export type LocationChoice = z.infer<typeof locationChoiceSchema>

/** Longest time, in days, for which a person can have personal data kept before it is removed by itself. */
export const MOST_PERSONAL_DATA_DAYS = 3650

/** What a person decides about an account. Every field has a default, so that an empty object is a working account. */
export const accountSettingsSchema = z.strictObject({
  /** False between a consent that the dashboard began and the end of its wizard, so that whoever left it finds back. */
  set_up: z.boolean().default(true),
  /** Import by schedule; by hand it always works. */
  import_automatically: z.boolean().default(true),
  /** Minutes between automatic imports; stretched where the platform's quota does not allow it. */
  interval_minutes: z.number().int().min(MINIMUM_INTERVAL_MINUTES).max(MAXIMUM_INTERVAL_MINUTES).default(5),
  /** Orders wait as drafts until a person approves them. */
  review_first: z.boolean().default(false),
  /** Too little stock: `take` the order (it is already sold) or `block` it with `stock_short`. */
  stock_policy: z.enum(["take", "block"]).default("take"),
  /** A listing without a variant: `block` the order, or create the product as a `draft`. */
  unmapped_policy: z.enum(["block", "draft"]).default("block"),
  /**
   * How a listing without a mapping finds its product: by exactly its SKU, or else also by its barcode, else by an identical
   * description, where just one product fits.
   */
  product_match: z.enum(["sku", "sku_barcode_title"]).default("sku"),
  /**
   * Who an order's customer is: whoever has its e-mail, or whoever has the same name and the same tax document (CPF, CNPJ); where
   * one of the two differs, somebody else.
   */
  customer_rule: z.enum(["email", "name_and_document"]).default("email"),
  /** An order without a valid tax document under that rule: its customer goes by `email`, or is a `new` one each time. */
  customer_without_document: z.enum(["email", "new"]).default("email"),
  /** Admin user who counts as the salesperson of the account's orders; empty = nobody. */
  salesperson_id: id.default(null),
  /** The platform states no price (replacements): `block` with `amount_unknown`, or take it as `zero`. */
  unpriced_policy: z.enum(["block", "zero"]).default("block"),
  sales_channel_id: id.default(null),
  /** Region of imported orders; empty = the region that holds the buyer's country and currency. */
  region_id: id.default(null),
  /** Where merchant-fulfilled orders are reserved; empty = the sales channel's first location. */
  stock_location_id: id.default(null),
  /** Stands for the platform's own warehouses (FBA). */
  platform_location_id: id.default(null),
  /** Shipping option that imported orders carry, so that they can be fulfilled with one click. */
  shipping_option_id: id.default(null),
  /**
   * Legal hold: the law makes the merchant keep the buyers' data of this account (invoices, a dispute), so nothing of it is
   * removed while this is on. What has expired meanwhile goes as soon as it is off again.
   */
  keep_personal_data: z.boolean().default(false),
  /** Days after delivery after which the buyers' data is removed; empty = as long as the platform allows. */
  personal_data_days: z.number().int().min(1).max(MOST_PERSONAL_DATA_DAYS).nullable().default(null),
  /** Which of the platform's locations the store's are; empty = all stock stands at the platform's default location. */
  location_map: z.array(locationChoiceSchema).max(100).default([]),
  /** Carriers of what the store ships. */
  carriers: z.array(carrierChoiceSchema).max(200).default([]),
  /** Who gets the digest of rejected shipments by e-mail, beside the bell; empty = nobody. */
  shipment_problem_email: z.email().max(200).nullable().default(null),
  /** Listings held back from what is offered, so that two channels do not sell the last one twice. */
  stock_buffer: z.number().int().min(0).max(1_000_000).default(0),
  /** Most listings offered of each, however many there are; empty = all. */
  stock_cap: z.number().int().min(0).max(1_000_000).nullable().default(null),
  /** Stock is held for orders that wait for their payment at the platform. */
  reserve_waiting_orders: z.boolean().default(false),
  /**
   * Percent of the listings that may be set to zero, or raised, within an hour. More than that stops and asks a person: it is
   * rather a mistake than trade. 100 = never asks.
   */
  stock_brake_percent: z.number().int().min(1).max(100).default(30),
  /** Read the platform's listings and stock by schedule. */
  read_listings: z.boolean().default(true),
  /** Write the stock that the platform holds to the platform location. */
  read_platform_stock: z.boolean().default(true),
  /** Free label that reports can group by. */
  team: z.string().max(100).nullable().default(null),
})

export type AccountSettings = z.infer<typeof accountSettingsSchema>

/** A partial change of the settings: what is not named stays. */
export const accountSettingsChangeSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(accountSettingsSchema.shape).map(([name, field]) => [name, field.unwrap().optional()]),
  ) as {
    [Name in keyof typeof accountSettingsSchema.shape]: z.ZodOptional<
      ReturnType<(typeof accountSettingsSchema.shape)[Name]["unwrap"]>
    >
  },
)
