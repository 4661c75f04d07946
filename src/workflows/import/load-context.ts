import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { ChannelOrder } from "../../connector"
import type { NotedListing } from "../../modules/marketplace/store/mappings"
import { ruleAccount, type LoadedAccount } from "../account/load-account"
import {
  stockKey,
  type DecideContext,
  type RuleMapping,
  type RuleRegion,
  type RuleVariant,
} from "./rules/context"
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

async function loadRegions(container: MedusaContainer): Promise<RuleRegion[]> {
  const regions = await container
    .resolve(Modules.REGION)
    .listRegions(
      {},
      { select: ["id", "currency_code"], relations: ["countries"], order: { created_at: "ASC" } },
    )
  return regions.map((region) => ({
    id: region.id,
    currency: region.currency_code.toLowerCase(),
    countries: (region.countries ?? []).map((country) => country.iso_2 ?? ""),
  }))
}

/** The first stock location of each sales channel. */
export async function loadLocations(container: MedusaContainer): Promise<Map<string, string>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "sales_channel", fields: ["id", "stock_locations.id"] })
  const channels = data as { id: string; stock_locations?: ({ id: string } | null)[] }[]
  return new Map(
    channels.flatMap(({ id, stock_locations }) =>
      stock_locations?.[0] ? [[id, stock_locations[0].id]] : [],
    ),
  )
}

async function loadAvailable(
  container: MedusaContainer,
  variants: RuleVariant[],
): Promise<Map<string, number>> {
  const items = [
    ...new Set(variants.flatMap((variant) => variant.inventory.map((item) => item.inventoryItemId))),
  ]
  if (!items.length) return new Map()
  const levels = await container
    .resolve(Modules.INVENTORY)
    .listInventoryLevels(
      { inventory_item_id: items },
      { select: ["inventory_item_id", "location_id", "stocked_quantity", "reserved_quantity"] },
    )
  return new Map(
    levels.map((level) => [
      stockKey(level.inventory_item_id, level.location_id),
      Number(level.stocked_quantity) - Number(level.reserved_quantity),
    ]),
  )
}

/** What the listings of some orders are: the stored mappings, and the variants that carry exactly their SKU. */
async function loadMappings(container: MedusaContainer, account: LoadedAccount, orders: ChannelOrder[]) {
  const lines = orders.flatMap((order) =>
    order.lines.map((line) => ({ ...line, fulfilledBy: order.fulfilledBy })),
  )
  const keys = [...new Set(lines.map((line) => line.listingKey))]
  const rows = keys.length
    ? await account.marketplace.listProductMappings(
        { account_id: account.row.id, listing_key: keys },
        { take: keys.length },
      )
    : []
  const known = new Map(rows.map((row) => [row.listing_key, row]))
  const open = lines.filter((line) => (known.get(line.listingKey)?.state ?? "unmapped") === "unmapped")
  const variants = await loadVariants(container, {
    id: [...new Set(rows.flatMap((row) => row.variant_id ?? []))],
    sku: [...new Set(open.flatMap((line) => line.sku ?? []))],
  })

  const bySku = new Map(variants.flatMap((variant) => (variant.sku ? [[variant.sku, variant] as const] : [])))
  const mappings = new Map<string, RuleMapping>(
    rows.map((row) => [
      row.listing_key,
      { variantId: row.variant_id, units: row.units_per_package, state: row.state },
    ]),
  )
  const noted: NotedListing[] = []
  for (const line of open) {
    const match = line.sku ? bySku.get(line.sku) : undefined
    if (match) mappings.set(line.listingKey, { variantId: match.id, units: 1, state: "mapped" })
    if (!match && known.has(line.listingKey)) continue
    noted.push({
      listing_key: line.listingKey,
      sku: line.sku,
      title: line.title,
      fulfilled_by: line.fulfilledBy,
      variant_id: match?.id ?? null,
      matched_by: match ? "sku" : null,
    })
  }
  return { mappings, variants, noted }
}

/** What the store knows about some orders, by a handful of queries whatever their number. */
export async function loadContext(
  container: MedusaContainer,
  account: LoadedAccount,
  orders: ChannelOrder[],
): Promise<{ context: DecideContext; noted: NotedListing[] }> {
  const [{ mappings, variants, noted }, regions, locationsByChannel, [store]] = await Promise.all([
    loadMappings(container, account, orders),
    loadRegions(container),
    loadLocations(container),
    container.resolve(Modules.STORE).listStores({}, { select: ["id", "default_sales_channel_id"], take: 1 }),
  ])
  return {
    noted,
    context: {
      account: ruleAccount(account),
      mappings,
      variants: new Map(variants.map((variant) => [variant.id, variant])),
      regions,
      defaultSalesChannelId: store?.default_sales_channel_id ?? null,
      locationsByChannel,
      available: await loadAvailable(container, variants),
    },
  }
}
