import { z } from "@medusajs/framework/zod"

/** Shortest and longest distance of automatic imports. */
export const MINIMUM_INTERVAL_MINUTES = 1
export const MAXIMUM_INTERVAL_MINUTES = 24 * 60

const id = z.string().min(1).nullable()

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
