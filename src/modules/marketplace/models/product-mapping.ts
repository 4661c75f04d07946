import { model } from "@medusajs/framework/utils"

export const mappingStates = ["unmapped", "mapped", "ignored"] as const
export const matchedByValues = ["sku", "barcode", "title", "person", "created"] as const

/** What a listing of the platform is in Medusa. */
const ProductMapping = model
  .define("product_mapping", {
    id: model.id({ prefix: "mpmap" }).primaryKey(),
    account_id: model.text(),
    listing_key: model.text().searchable(),
    sku: model.text().searchable().nullable(),
    title: model.text().searchable(),
    fulfilled_by: model.enum(["merchant", "platform"]).nullable(),
    variant_id: model.text().nullable(),
    /** Variant units in one listing: 6 for a six-pack. */
    units_per_package: model.number().default(1),
    packaging: model.text().nullable(),
    matched_by: model.enum([...matchedByValues]).nullable(),
    state: model.enum([...mappingStates]).default("unmapped"),
    platform_product_id: model.text().nullable(),
    /** EAN, UPC or ISBN as the platform states it. */
    barcode: model.text().nullable(),
    /** What the platform offered when it was last read, and when that was. */
    platform_quantity: model.number().nullable(),
    /** The same place by place, where the account tells stock by location: `[{ locationId, quantity }]`. */
    platform_levels: model.json().nullable(),
    platform_read_at: model.dateTime().nullable(),
    /** By location that stands for the platform's warehouses: packages that it told last of there, those on their way included. */
    held_at: model.json().nullable(),
    /** Seen in the platform's list of listings; null = known from orders only. */
    listed_at: model.dateTime().nullable(),
    /** By marketplace: `{ active, at }` of the last reading that showed it there. */
    listed_in: model.json().nullable(),
    /** False: listed, but for sale in none of its marketplaces. */
    active: model.boolean().nullable(),
    /** A variant that may be meant, found by its barcode or title; a person accepts it. */
    proposed_variant_id: model.text().nullable(),
    proposed_by: model.enum(["barcode", "title"]).nullable(),
  })
  .indexes([
    { on: ["account_id", "listing_key"], unique: true, where: "deleted_at IS NULL" },
    { on: ["variant_id"], where: "deleted_at IS NULL" },
  ])
  // One check: two unnamed ones would get the same name.
  .checks([
    (columns) =>
      `${columns.units_per_package} > 0 AND (${columns.state} = 'mapped') = (${columns.variant_id} IS NOT NULL)`,
  ])

export default ProductMapping
