import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { RuleVariant } from "./rules/context"
import { lineProductOf, type SoldVariant } from "./rules/line-product"

type VariantRow = SoldVariant & {
  id: string
  sku: string | null
  manage_inventory: boolean
  inventory_items?: ({
    inventory_item_id: string
    required_quantity: number
    inventory?: { sku: string | null }
  } | null)[]
}

const VARIANT_FIELDS = [
  "id",
  "sku",
  "title",
  "barcode",
  "thumbnail",
  "manage_inventory",
  "product.id",
  "product.title",
  "product.subtitle",
  "product.handle",
  "product.thumbnail",
  "product.type.value",
  "product.collection.title",
  "inventory_items.inventory_item_id",
  "inventory_items.required_quantity",
  "inventory_items.inventory.sku",
]

function ruleVariant(row: VariantRow): RuleVariant {
  return {
    id: row.id,
    sku: row.sku,
    manageInventory: row.manage_inventory,
    product: lineProductOf(row),
    inventory: (row.inventory_items ?? []).flatMap((item) =>
      item
        ? [
            {
              inventoryItemId: item.inventory_item_id,
              sku: item.inventory?.sku ?? null,
              required: item.required_quantity,
            },
          ]
        : [],
    ),
  }
}

/** Variants by id or SKU, with their products and inventory items: one query, whatever their number. */
export async function loadVariants(
  container: MedusaContainer,
  filters: { id?: string[]; sku?: string[] },
): Promise<RuleVariant[]> {
  const wanted = (["id", "sku"] as const).flatMap((name) =>
    filters[name]?.length ? [{ [name]: filters[name] }] : [],
  )
  if (!wanted.length) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: VARIANT_FIELDS,
    filters: { $or: wanted },
  })
  return (data as VariantRow[]).map(ruleVariant)
}
