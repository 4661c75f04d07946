import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import type { DispatchState } from "../../src/modules/marketplace/states"
import { sendMarketplaceDispatchesWorkflow } from "../../src/workflows/dispatch/send-dispatches"
import { oweStock } from "../../src/workflows/dispatch/stock/owe-stock"
import { marketplaceOf, type AmazonSimulator, type ListingOptions } from "../simulators/amazon"
import { amazonSites, connectAccount, type ConnectOptions } from "./connect-account"
import type { SeededStore } from "./seed-store"
import { aSellerWith } from "./simulated-amazon"

/** A listing of the test's seller, and what it is in the store. */
export type TestListing = ListingOptions & {
  /** SKU of the variant that it is. @default its own */
  variant?: string
  units?: number
  /** What is known of who sends it. @default null: nobody knows */
  fulfilledBy?: "merchant" | "platform" | null
}

const PERSON = "user_stock"
const PLENTY = 1_000_000
const STOCK_OPERATIONS = ["patchListingsItem", "searchListingsItems", "getListingsItem"]

/** What stays due is not sent at all: the account is paused, or writing is off. */
const MOST_TURNS = 20

/** An account of a seller of its own whose listings are mapped and whose stock is written, with hands on all sides of it. */
export async function connectStockAccount(
  container: MedusaContainer,
  simulator: AmazonSimulator,
  store: SeededStore,
  listings: TestListing[],
  options: Pick<ConnectOptions, "settings" | "sites"> & { writer?: boolean } = {},
) {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const inventory = container.resolve(Modules.INVENTORY)
  const seller = aSellerWith(simulator, [])
  simulator.addListings(
    listings.map(({ variant: _variant, units: _units, fulfilledBy: _by, ...listing }) => ({
      marketplaces: ["US"],
      ...listing,
    })),
    seller.sellingPartnerId,
  )
  const { id } = await connectAccount(container, {
    ...seller.connect,
    store,
    sites: options.sites ?? amazonSites("US"),
    settings: options.settings,
  })
  await marketplace.createProductMappings(
    listings.map(({ sku, variant, units, fulfilledBy }) => ({
      account_id: id,
      listing_key: sku,
      sku,
      title: `Listing ${sku}`,
      variant_id: store.variantIds[variant ?? sku],
      units_per_package: units ?? 1,
      fulfilled_by: fulfilledBy ?? null,
      matched_by: "sku" as const,
      state: "mapped" as const,
    })),
  )
  // A test that is not about the budget does not wait for it.
  await marketplace.createQuotas(
    STOCK_OPERATIONS.map((operation) => ({
      account_id: id,
      operation,
      tokens: PLENTY,
      burst: PLENTY,
      rate_per_second: PLENTY,
      refilled_at: new Date(),
    })),
  )
  if (options.writer !== false) {
    await marketplace.switchWriter({ accountId: id, writer: "stock", on: true, personId: PERSON })
  }

  const levels = () => marketplace.listMarketplaceDispatches({ account_id: id, kind: "stock" })
  /** Nobody has a level in hand: a change that was announced is being sent by a subscriber. */
  const nobodySends = async () => {
    const inHand = async () =>
      (await levels()).some(({ lease_until }) => lease_until && lease_until > new Date())
    while (await inHand()) await wait(20)
  }
  const isDue = async () =>
    (await levels()).some(({ next_attempt_at }) => next_attempt_at && next_attempt_at <= new Date())
  return {
    id,
    sellerId: seller.sellingPartnerId,
    /** Looks at the whole account, as a change of it would. */
    owe: () => oweStock(container, { account_ids: [id] }),
    /**
     * Sends what is due, and waits for it; tells how many levels then stand in which state. A subscriber may have the turn, and what
     * is due is then left to it; or it owes a level anew that is on its way, which is then sent once more.
     */
    send: async () => {
      for (let tries = 1; ; tries++) {
        await nobodySends()
        await sendMarketplaceDispatchesWorkflow(container).run({ input: { accountId: id } })
        await nobodySends()
        if (tries === MOST_TURNS || !(await isDue())) break
        await wait(20)
      }
      const states: Partial<Record<DispatchState, number>> = {}
      for (const { state } of await levels()) states[state] = (states[state] ?? 0) + 1
      return states
    },
    /** The account's budget of an operation from now on. */
    limit: async (operation: string, { rate, burst }: { rate: number; burst: number }) => {
      const [{ id: quotaId }] = await marketplace.listQuotas({ account_id: id, operation })
      await marketplace.updateQuotas({ id: quotaId, tokens: burst, burst, rate_per_second: rate })
    },
    levels,
    level: async (sku: string) => (await levels()).find(({ subject }) => subject === sku),
    /** Calls that would change the platform, taken or not. */
    pushes: () =>
      simulator
        .calls("patchListingsItem")
        .filter(({ sellingPartnerId }) => sellingPartnerId === seller.sellingPartnerId).length,
    /** What buyers can order now, in a marketplace by its code; else in the listing's first one. */
    offered: (sku: string, code?: string) =>
      simulator.offered(sku, seller.sellingPartnerId, code && marketplaceOf(code).id),
    /** Puts so many pieces on the merchant's shelf. */
    stock: (sku: string, quantity: number) =>
      inventory.updateInventoryLevels([
        {
          inventory_item_id: store.inventoryItemIds[sku],
          location_id: store.locationId,
          stocked_quantity: quantity,
        },
      ]),
    /** Somebody in the store's own shop orders some. */
    reserve: (sku: string, quantity: number) =>
      inventory.createReservationItems([
        { inventory_item_id: store.inventoryItemIds[sku], location_id: store.locationId, quantity },
      ]),
  }
}

export type StockAccount = Awaited<ReturnType<typeof connectStockAccount>>

/**
 * What was sent was sent long ago, and is due: levels are read back now. What the platform showed before that is as much older, or
 * it would count as read since.
 */
export const TIME_PASSES = `WITH older AS (
    UPDATE product_mapping AS listing SET platform_read_at = platform_read_at - interval '61 minutes'
      FROM marketplace_dispatch AS level
     WHERE level.account_id = listing.account_id AND level.subject = listing.listing_key AND level.kind = 'stock'
       AND level.state IN ('sent', 'unknown'))
  UPDATE marketplace_dispatch SET next_attempt_at = now(), attempted_at = attempted_at - interval '61 minutes',
         confirmed_at = confirmed_at - interval '61 minutes' WHERE kind = 'stock' AND state IN ('sent', 'unknown')`
