import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../src/modules/marketplace"
import { readOrder } from "../../../src/providers/amazon/orders"
import { sweepStock } from "../../../src/workflows/dispatch/stock/sweep-stock"
import { importDueOrders } from "../../../src/workflows/import/import-due-orders"
import { stagedOrder } from "../../../src/workflows/import/payload"
import { saveMarketplaceMappingWorkflow } from "../../../src/workflows/mapping/save-mapping"
import { generateOrders, plainUnshipped, type AmazonSimulator, type Order } from "../../simulators/amazon"
import { amazonSites } from "../../support/connect-account"
import type { SeededStore } from "../../support/seed-store"
import { connectStockAccount, TIME_PASSES, type StockAccount } from "../../support/stock-account"

/** Articles of the store; a pack of mugs shares the mugs' shelf. */
export const ARTICLES = ["MUG-WHITE", "CAP-NAVY"] as const
export const LISTINGS = ["MUG-WHITE", "MUG-PACK", "CAP-NAVY"] as const
type Article = (typeof ARTICLES)[number]
type Listing = (typeof LISTINGS)[number]

const articleOf = (listing: Listing): Article => (listing === "CAP-NAVY" ? "CAP-NAVY" : "MUG-WHITE")
const FIRST_STOCK = 12
const MINUTE_MS = 60_000
const MOST_TURNS = 30

/** Where the marketplace has each listing: one in two countries, one in the second alone. */
const COUNTRIES = ["US", "CA"] as const
const LISTED: Record<Listing, string[]> = {
  "MUG-WHITE": ["US", "CA"],
  "MUG-PACK": ["CA"],
  "CAP-NAVY": ["US"],
}

type Given = {
  container: MedusaContainer
  simulator: AmazonSimulator
  /** Whether the countries share a listing's quantity, or each has its own. */
  quantityBy: AmazonSimulator["switches"]["listingQuantityScope"]
  store: SeededStore
  sql: (statement: string) => Promise<Record<string, unknown>[]>
}

let sold = 0

/** A store and a marketplace that sell the same shelf, and everything that can happen between them. */
export class StockWorld {
  private readonly units: Record<Listing, number> = { "MUG-WHITE": 1, "MUG-PACK": 3, "CAP-NAVY": 1 }
  private unread: Order[] = []
  private read: Order[] = []
  private reservations: { id: string; article: Article; quantity: number }[] = []

  private constructor(
    private readonly given: Given,
    private readonly account: StockAccount,
  ) {}

  /** A new account, on shelves that are filled anew. */
  static async open(given: Given): Promise<StockWorld> {
    const { container, simulator, store } = given
    simulator.switches.listingQuantityScope = given.quantityBy
    const inventory = container.resolve(Modules.INVENTORY)
    const left = await inventory.listReservationItems({}, { select: ["id"] })
    await inventory.deleteReservationItems(left.map(({ id }) => id))
    const account = await connectStockAccount(
      container,
      simulator,
      store,
      [
        { sku: "MUG-WHITE", quantity: 1 },
        { sku: "MUG-PACK", variant: "MUG-WHITE", units: 3, quantity: 0 },
        { sku: "CAP-NAVY", quantity: 40 },
      ].map((listing) => ({ ...listing, marketplaces: LISTED[listing.sku as Listing] })),
      { settings: { stock_brake_percent: 100 }, sites: amazonSites(...COUNTRIES) },
    )
    const world = new StockWorld(given, account)
    for (const article of ARTICLES) await account.stock(article, FIRST_STOCK)
    await world.sweep()
    await account.send()
    return world
  }

  private get marketplace() {
    return this.given.container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  }
  private get inventory() {
    return this.given.container.resolve(Modules.INVENTORY)
  }

  private async available(article: Article): Promise<number> {
    const [level] = await this.inventory.listInventoryLevels({
      inventory_item_id: this.given.store.inventoryItemIds[article],
      location_id: this.given.store.locationId,
    })
    return Number(level.stocked_quantity) - Number(level.reserved_quantity)
  }

  /** Somebody orders in the store's own shop. */
  async sellHere(article: Article, quantity: number): Promise<void> {
    if ((await this.available(article)) < quantity) return
    const [{ id }] = await this.account.reserve(article, quantity)
    this.reservations.push({ id, article, quantity })
  }

  /** The store's own order is canceled, or leaves the shelf. */
  async endHere(shipped: boolean): Promise<void> {
    const reservation = this.reservations.shift()
    if (!reservation) return
    if (shipped) await this.count(reservation.article, -reservation.quantity)
    await this.inventory.deleteReservationItems([reservation.id])
  }

  /** Goods come in, or are found missing. */
  async count(article: Article, by: number): Promise<void> {
    await this.inventory.adjustInventory(
      this.given.store.inventoryItemIds[article],
      this.given.store.locationId,
      by,
    )
  }

  /** Somebody orders at the marketplace, in the first country; we learn of it later. */
  async sellThere(listing: Listing): Promise<void> {
    if (!LISTED[listing].includes("US")) return
    sold += 1
    const now = Date.now()
    const [order] = generateOrders({
      seed: `sold-${sold}`,
      count: 1,
      from: new Date(now - 2 * MINUTE_MS),
      to: new Date(now - MINUTE_MS),
      marketplaces: ["US"],
      skus: [listing],
      mix: { ...plainUnshipped(1), quantity: { min: 1, max: 1 } },
    }).orders
    if ((this.account.offered(listing, "US") ?? 0) < 1) return
    this.given.simulator.addOrders([order], this.account.sellerId)
    this.unread.push(order)
  }

  /** The marketplace's orders are imported, the last of those that were imported before may be canceled. */
  async readOrders(cancelOne = false): Promise<void> {
    const canceled = cancelOne ? this.read.shift() : undefined
    const orders = canceled ? [...this.unread, canceledLater(canceled)] : this.unread
    this.read.push(...this.unread)
    this.unread = []
    if (!orders.length) return
    const staged = orders.map((order) => stagedOrder(this.marketplace, this.account.id, readOrder(order), 30))
    await this.marketplace.stagePage(this.account.id, staged)
    await importDueOrders(this.given.container, { accountId: this.account.id, actor: "schedule" })
  }

  /** A person says that a listing is so many units. */
  async repack(listing: Listing, units: number): Promise<void> {
    this.units[listing] = units
    await saveMarketplaceMappingWorkflow(this.given.container).run({
      input: {
        accountId: this.account.id,
        listingKey: listing,
        variantId: this.given.store.variantIds[articleOf(listing)],
        unitsPerPackage: units,
        actorId: "user_property",
      },
    })
  }

  /** The platform will stumble over the next levels. */
  stumble(kind: "drop before" | "drop after" | "throttle" | "unavailable"): void {
    const operation = "patchListingsItem"
    const faults = {
      "drop before": { kind: "drop", when: "before", operation },
      "drop after": { kind: "drop", when: "after", operation },
      throttle: { kind: "throttle", operation },
      unavailable: { kind: "status", status: 503, operation },
    } as const
    this.given.simulator.addFault(faults[kind])
  }

  async sweep(): Promise<void> {
    await sweepStock(this.given.container)
  }

  async push(): Promise<void> {
    await this.account.send()
  }

  async timePasses(): Promise<void> {
    await this.given.sql(TIME_PASSES)
    await this.given.sql(
      "UPDATE marketplace_dispatch SET next_attempt_at = now() WHERE next_attempt_at IS NOT NULL",
    )
    await this.given.sql("UPDATE marketplace_quota SET tokens = burst")
  }

  /** Everything is read and sent, until nothing is open. */
  async drain(): Promise<void> {
    this.given.simulator.clearFaults()
    await this.readOrders()
    for (let turns = 0; turns < MOST_TURNS; turns++) {
      await this.sweep()
      await this.timePasses()
      await this.push()
      const open = (await this.account.levels()).filter(({ state }) => state !== "confirmed")
      if (!open.length) return
    }
    throw new Error(`Levels stay open: ${JSON.stringify(await this.account.levels())}`)
  }

  get pushes(): number {
    return this.account.pushes()
  }

  /** Listings that the platform offers more of than there is, in any country, counted apart from the code that is tested. */
  async oversold(): Promise<{ listing: Listing; offered: number; left: number }[]> {
    const found = await Promise.all(
      LISTINGS.map(async (listing) => {
        const pieces = await this.available(articleOf(listing))
        const left = pieces > 0 ? Math.trunc(pieces / this.units[listing]) : 0
        const offered = LISTED[listing].map((country) => this.account.offered(listing, country) ?? 0)
        return { listing, offered: Math.max(...offered), left }
      }),
    )
    return found.filter(({ offered, left }) => offered > left)
  }

  /** Looks at everything once more, as if all of it had changed. */
  async lookAgain(): Promise<void> {
    await this.account.owe()
    await this.push()
  }

  async close(): Promise<void> {
    this.given.simulator.clearFaults()
    await this.marketplace.switchWriter({
      accountId: this.account.id,
      writer: "stock",
      on: false,
      personId: "user_property",
    })
  }
}

function canceledLater(order: Order): Order {
  const canceled = structuredClone(order)
  canceled.lastUpdatedTime = new Date(Date.parse(order.lastUpdatedTime) + MINUTE_MS).toISOString()
  if (canceled.fulfillment) canceled.fulfillment.fulfillmentStatus = "CANCELLED"
  return canceled
}
