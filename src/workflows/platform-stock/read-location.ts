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
import { countItems, isOutage, type Counted } from "./rules/count-items"
import { homeMarketplaces } from "./rules/home-marketplaces"

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

/** What is held, in units of the store's inventory. */
async function countHeld(
  container: MedusaContainer,
  account: LoadedAccount,
  held: HeldStock[],
): Promise<Counted> {
  if (!held.length) return { items: [], unmapped: [] }
  await noteHeld(container, account, held)
  const mappings = await account.marketplace.listProductMappings({
    account_id: account.row.id,
    listing_key: held.map(({ listingKey }) => listingKey),
  })
  const variants = await loadVariants(container, {
    id: [...new Set(mappings.flatMap(({ variant_id }) => variant_id ?? []))],
  })
  return countItems(
    held,
    mappings.map((mapping) => ({
      listingKey: mapping.listing_key,
      state: mapping.state,
      variantId: mapping.variant_id,
      unitsPerPackage: mapping.units_per_package,
    })),
    new Map(variants.map((variant) => [variant.id, variant])),
  )
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
  const { items, unmapped } = await countHeld(container, account, held)
  if (!(await marketplace.movePosition(lease, countedAt))) throw new ReadingLost()
  const moved = await applyCounts(
    container,
    { accountId: row.id, locationId, marketplace: home.marketplace, countedAt, items },
    goOn,
  )
  await marketplace.keepHeldQuantities({
    accountId: row.id,
    at: countedAt,
    held: held.map(({ listingKey, available }) => ({ listing_key: listingKey, available })),
  })
  return {
    as: "done",
    position: countedAt,
    counts: { listings: held.length, moved, unmapped: unmapped.length },
    changed: moved > 0,
    problem: null,
  }
}
