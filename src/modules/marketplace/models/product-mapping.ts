import { model } from "@medusajs/framework/utils"

export const mappingStates = ["unmapped", "mapped", "ignored"] as const
export const matchedByValues = ["sku", "person", "created"] as const

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
