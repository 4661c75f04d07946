import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { ChannelOrder } from "../../connector"
import type { NotedListing } from "../../modules/marketplace/store/mappings"
import { ruleAccount, type LoadedAccount } from "../account/load-account"
import { loadAvailable } from "./available-stock"
import { loadMade } from "./existing-orders"
import { loadHeld, type InboxOrder } from "./load-held"
import { loadMappings } from "./load-mappings"
import type { DecideContext, KnownDraft, RuleRegion } from "./rules/context"

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

/** Adds what there is of the items that people added to drafts: the platform's lines do not name them. One query. */
export async function addStockOf(
  container: MedusaContainer,
  drafts: ReadonlyMap<string, KnownDraft>,
  { available }: DecideContext,
): Promise<void> {
  const items = [...drafts.values()]
    .filter(({ edited }) => edited)
    .flatMap(({ plan }) => plan.lines.flatMap(({ needs }) => needs.map((need) => need.inventoryItemId)))
  for (const [key, pieces] of await loadAvailable(container, items)) available.set(key, pieces)
}

/** What the store knows about some orders, by a handful of queries whatever their number. `inbox`: those of them that it holds. */
export async function loadContext(
  container: MedusaContainer,
  account: LoadedAccount,
  orders: ChannelOrder[],
  inbox: InboxOrder[],
): Promise<{ context: DecideContext; noted: NotedListing[] }> {
  const [{ mappings, variants, noted }, held, made, regions, locationsByChannel, [store]] = await Promise.all(
    [
      loadMappings(container, account, orders),
      loadHeld(container, account, inbox),
      loadMade(container, account, inbox),
      loadRegions(container),
      loadLocations(container),
      container
        .resolve(Modules.STORE)
        .listStores({}, { select: ["id", "default_sales_channel_id"], take: 1 }),
    ],
  )
  return {
    noted,
    context: {
      account: ruleAccount(account),
      mappings,
      variants: new Map(variants.map((variant) => [variant.id, variant])),
      regions,
      defaultSalesChannelId: store?.default_sales_channel_id ?? null,
      locationsByChannel,
      available: await loadAvailable(
        container,
        variants.flatMap(({ inventory }) => inventory.map(({ inventoryItemId }) => inventoryItemId)),
      ),
      held,
      made,
    },
  }
}
