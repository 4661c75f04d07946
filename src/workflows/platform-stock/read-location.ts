import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { problem, type HeldStock } from "../../connector"
import { ReadingLost } from "../../modules/marketplace/platform-stock"
import type { NotedListing } from "../../modules/marketplace/store/mappings"
import { JOB_WAIT_MS, openConnection } from "../account/open-connection"
import { ruleAccount, type LoadedAccount } from "../account/load-account"
import { loadVariants } from "../import/load-variants"
import { afterMappingsChanged } from "../mapping/after-mappings-changed"
import { variantsBySku } from "../mapping/variants-by-sku"
import { LOST, type ReadingOutcome, type ReadingWork } from "../reading/outcome"
import { applyCounts } from "./apply-counts"
import { countedListing } from "./counted-listing"
import { goodsLeftBehind } from "./left-behind"
import { countItems, holdsAt, isOutage, type Counted } from "./rules/count-items"
import { homeMarketplaces } from "./rules/home-marketplaces"

/** Of a mapping, what says how its goods are counted. */
const COUNTED_COLUMNS = [
  "id",
  "listing_key",
  "state",
  "variant_id",
  "units_per_package",
  "fulfilled_by",
  "active",
  "held_at",
  "platform_quantity",
] as const

/** Whether we have anything at a location. */
async function holdsStock(container: MedusaContainer, locationId: string): Promise<boolean> {
  const levels = await container
    .resolve(Modules.INVENTORY)
    .listInventoryLevels(
      { location_id: locationId, stocked_quantity: { $gt: 0 } },
      { select: ["id"], take: 1 },
    )
  return levels.length > 0
}

/** Notes held listings that the store does not know yet, so that they show; those that their SKU maps are mapped at once. */
async function noteHeld(container: MedusaContainer, { marketplace, row }: LoadedAccount, held: HeldStock[]) {
  const decided = await marketplace.listProductMappings(
    {
      account_id: row.id,
      listing_key: held.map(({ listingKey }) => listingKey),
      state: ["mapped", "ignored"],
    },
    { select: ["id", "listing_key"] },
  )
  const known = new Set(decided.map(({ listing_key }) => listing_key))
  const open = held.filter(({ listingKey }) => !known.has(listingKey))
  const bySku = await variantsBySku(container, open)
  const noted = open.map((one): NotedListing => {
    const variantId = bySku.get(one.sku ?? "") ?? null
    return {
      listing_key: one.listingKey,
      sku: one.sku,
      title: one.title ?? one.listingKey,
      fulfilled_by: "platform",
      variant_id: variantId,
      matched_by: variantId ? "sku" : null,
    }
  })
  const listingKeys = noted.flatMap(({ variant_id, listing_key }) => (variant_id ? listing_key : []))
  const orderIds = await marketplace.inTransaction(async (shared) => {
    await marketplace.noteListings(row.id, noted, shared)
    return listingKeys.length
      ? marketplace.makeOrdersDue(row.id, { unmappedListings: listingKeys }, shared)
      : []
  })
  await afterMappingsChanged(container, { accountId: row.id, listingKeys, orderIds })
}

/** What is held at a location, in units of the store's inventory. */
async function countHeld(
  container: MedusaContainer,
  account: LoadedAccount,
  locationId: string,
  held: HeldStock[],
): Promise<Counted> {
  if (!held.length) return { items: [], unknown: new Set(), unmapped: [] }
  await noteHeld(container, account, held)
  const shown = new Set(held.map(({ listingKey }) => listingKey))
  const known = await account.marketplace.listProductMappings(
    {
      account_id: account.row.id,
      $or: [{ listing_key: [...shown] }, { held_at: { $ne: null } }, { fulfilled_by: "platform" }],
    },
    { select: [...COUNTED_COLUMNS] },
  )
  const mappings = known.filter((mapping) => shown.has(mapping.listing_key) || holdsAt(mapping, locationId))
  const variants = await loadVariants(container, {
    id: [...new Set(mappings.flatMap(({ variant_id }) => variant_id ?? []))],
  })
  const counted = countItems(
    held,
    mappings.map(countedListing),
    new Map(variants.map((variant) => [variant.id, variant])),
  )
  const left = await goodsLeftBehind(container, account, locationId, counted)
  return { ...counted, items: [...counted.items, ...left] }
}

/**
 * Reads what the platform holds at one location, from the one marketplace that counts for it, and brings our levels there to it.
 * From when on the location is counted is written before its levels: an order that is imported in between finds the count that
 * had it out (see `late-shipment.ts`), whether its level is written already or not.
 */
export async function readLocation(
  container: MedusaContainer,
  { lease, account }: ReadingWork,
  locationId: string,
): Promise<ReadingOutcome> {
  const { marketplace, connector, settings, row } = account
  const homes = homeMarketplaces(ruleAccount(account).sites, settings.platform_location_id)
  const home = homes.find((one) => one.locationId === locationId)
  if (!connector.inventory || !home) return LOST
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const connection = openConnection(account, { maxWaitMs: JOB_WAIT_MS, logger })
  const goOn = () => marketplace.renewLease("sync_cursor", lease)

  const countedAt = new Date()
  const held = await connector.inventory.read(connection, home.marketplace)
  if (!(await goOn())) throw new ReadingLost()
  if (isOutage(held, await holdsStock(container, locationId))) {
    const found = problem("platform_stock_empty", { marketplace: home.marketplace })
    return { as: "done", position: null, counts: { listings: 0, moved: 0 }, changed: false, problem: found }
  }
  const { items, unmapped, unknown } = await countHeld(container, account, locationId, held)
  if (!(await marketplace.movePosition(lease, countedAt))) throw new ReadingLost()
  // Before the levels: what is written into them must be missed, should the next answer leave it out.
  await marketplace.keepHeldQuantities({
    accountId: row.id,
    locationId,
    at: countedAt,
    held: held.map(({ listingKey, available, inbound }) => ({ listing_key: listingKey, available, inbound })),
  })
  const moved = await applyCounts(
    container,
    { accountId: row.id, locationId, marketplace: home.marketplace, countedAt, items },
    goOn,
  )
  return {
    as: "done",
    position: countedAt,
    counts: {
      listings: held.length,
      moved,
      unmapped: unmapped.length,
      ...(unknown.size ? { not_told: unknown.size } : {}),
    },
    changed: moved > 0,
    problem: null,
  }
}
