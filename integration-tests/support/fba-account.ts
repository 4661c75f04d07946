import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { resourceName, type ReadResource } from "../../src/modules/marketplace/resources"
import { readMarketplaceResourceWorkflow } from "../../src/workflows/reading/read-resource"
import { requestMarketplaceRunWorkflow } from "../../src/workflows/run/request-run"
import type { AmazonSimulator, FbaStockOptions, ListingOptions } from "../simulators/amazon"
import { amazonSites, connectAccount, type ConnectOptions } from "./connect-account"
import type { SeededStore } from "./seed-store"
import { aSellerWith } from "./simulated-amazon"

const PERSON = "user_fba"

/** Waits for what another worker does. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await holds()) return
    await wait(100)
  }
  throw new Error("It did not come to hold")
}

export type FbaOptions = Pick<ConnectOptions, "settings" | "sites"> & {
  /** What Amazon holds. Left out: the seller does not use FBA. */
  held?: FbaStockOptions[]
  listings?: ListingOptions[]
  /** Listings that are variants of the store already: variant's SKU and units, by listing. */
  mapped?: Record<string, { variant?: string; units?: number }>
}

/** An account of a seller of its own, with hands on what Amazon lists and holds and on what the store has of it. */
export async function connectFbaAccount(
  container: MedusaContainer,
  simulator: AmazonSimulator,
  store: SeededStore,
  options: FbaOptions = {},
) {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const inventory = container.resolve(Modules.INVENTORY)
  const seller = aSellerWith(simulator, [])
  const sellerId = seller.sellingPartnerId
  if (options.held) simulator.fba(sellerId).set(...options.held)
  simulator.addListings(options.listings ?? [], sellerId)
  const { id } = await connectAccount(container, {
    ...seller.connect,
    store,
    sites: options.sites ?? amazonSites("US"),
    settings: options.settings,
  })
  const mapped = Object.entries(options.mapped ?? {})
  if (mapped.length) {
    await marketplace.createProductMappings(
      mapped.map(([sku, { variant, units }]) => ({
        account_id: id,
        listing_key: sku,
        sku,
        title: `Listing ${sku}`,
        variant_id: store.variantIds[variant ?? sku],
        units_per_package: units ?? 1,
        fulfilled_by: "platform" as const,
        matched_by: "person" as const,
        state: "mapped" as const,
      })),
    )
  }

  async function read(resource: ReadResource) {
    const readingId = await marketplace.requestReading({
      accountId: id,
      resource: resourceName(resource),
      personId: PERSON,
    })
    const { result } = await readMarketplaceResourceWorkflow(container).run({ input: { readingId } })
    return result
  }

  /** What the store has of an article at a location: by its SKU, at the platform unless another one is named. */
  async function levelOf(sku: string, locationId = store.platformLocationId) {
    const [level] = await inventory.listInventoryLevels({
      inventory_item_id: store.inventoryItemIds[sku],
      location_id: locationId,
    })
    return level
      ? {
          stocked: Number(level.stocked_quantity),
          reserved: Number(level.reserved_quantity),
          incoming: Number(level.incoming_quantity),
        }
      : undefined
  }

  return {
    id,
    sellerId,
    fba: simulator.fba(sellerId),
    levelOf,
    readStock: (locationId = store.platformLocationId) => read({ kind: "inventory", locationId }),
    readListings: (site: string) => read({ kind: "listings", marketplace: site }),
    movements: () =>
      marketplace.listStockMovements({ account_id: id }, { order: { at: "ASC", id: "ASC" }, take: 100_000 }),
    mapping: async (listingKey: string) => {
      const [row] = await marketplace.listProductMappings({ account_id: id, listing_key: listingKey })
      return row
    },
    cursor: async (resource: ReadResource) => {
      const [row] = await marketplace.listSyncCursors({ account_id: id, resource: resourceName(resource) })
      return row
    },
    history: async (event: string) =>
      marketplace.listHistoryEntries({ account_id: id, event }, { order: { at: "ASC", id: "ASC" } }),
    /** Imports orders by their numbers, as a person does, and waits for it. */
    async importOrders(references: string[]) {
      if (!references.length) return
      const input = { accountId: id, actorId: PERSON, references }
      const { result } = await requestMarketplaceRunWorkflow(container).run({ input })
      await until(async () => (await marketplace.retrieveMarketplaceRun(result.run_id)).state === "done")
    },
    /** What somebody typed as the level of an article at the platform location. */
    async typeLevel(sku: string, stocked: number) {
      const of = { inventory_item_id: store.inventoryItemIds[sku], location_id: store.platformLocationId }
      await inventory.updateInventoryLevels([{ ...of, stocked_quantity: stocked }])
    },
  }
}

export type FbaAccount = Awaited<ReturnType<typeof connectFbaAccount>>
