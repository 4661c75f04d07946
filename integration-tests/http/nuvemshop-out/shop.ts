import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow, createOrderShipmentWorkflow } from "@medusajs/medusa/core-flows"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../src/modules/marketplace"
import type { AccountSettings } from "../../../src/modules/marketplace/settings"
import { sendMarketplaceDispatchesWorkflow } from "../../../src/workflows/dispatch/send-dispatches"
import type {
  FulfillmentOrder,
  NuvemshopSimulator,
  PlaceOrderOptions,
  VariantOptions,
} from "../../simulators/nuvemshop"
import type { AdminClient } from "../../support/admin-client"
import { connectAccount } from "../../support/connect-account"
import { inboxOf, runSync } from "../../support/run-sync"
import type { SeededStore } from "../../support/seed-store"

export type Given = {
  container: MedusaContainer
  simulator: NuvemshopSimulator
  admin: AdminClient
  store: SeededStore
  sql: (statement: string) => Promise<unknown>
}

/** The platform's locations of every store of these tests; the first is the default one. */
export const PLACES = { centre: "CENTRE", south: "SOUTH", shop: "SHOP" }

const PATIENCE_MS = 20_000
const PLENTY = 1_000_000
const PERSON = "user_out"

let stores = 0

type Line = { id: string; title: string; quantity: number }
export type ShopOrder = { orderId: string; lines: Line[] }
export type Dispatch = {
  id: string
  state: string
  problem: { code: string; cause: string } | null
}

/** Waits for what subscribers do by themselves. */
export async function soon<Value>(read: () => Value | Promise<Value>, expected: Value): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while ((await read()) !== expected && Date.now() < deadline) await wait(100)
  expect(await read()).toBe(expected)
}

/** A store at the simulator, connected here, with hands on both sides of it. */
export class NuvemshopShop {
  private constructor(
    private readonly given: Given,
    readonly storeId: number,
    readonly accountId: string,
  ) {}

  static async open(
    given: Given,
    options: { variants?: VariantOptions[]; settings?: Partial<AccountSettings> } = {},
  ): Promise<NuvemshopShop> {
    const { container, simulator, store } = given
    stores += 1
    const storeId = 4_600_000 + stores
    const accessToken = `token-of-${storeId}`
    simulator.addStore({
      id: storeId,
      accessToken,
      locations: Object.values(PLACES).map((id) => ({ id: `${id}-${storeId}`, name: id })),
      products: (options.variants ?? []).map((variant) => ({
        name: String(variant.sku),
        variants: [variant],
      })),
    })
    const { id } = await connectAccount(container, {
      providerId: "nuvemshop",
      name: `Loja ${stores}`,
      externalId: String(storeId),
      orderPrefix: `NV${stores}`,
      credentials: { store_id: String(storeId), access_token: accessToken },
      sites: [{ externalId: String(storeId), name: "Loja", country: "BR", currency: "BRL" }],
      store,
      settings: { shipping_option_id: store.shippingOptionId, ...options.settings },
    })
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    // A test that is not about the budget does not wait for it.
    await marketplace.createQuotas({
      account_id: id,
      operation: "api",
      ...{ tokens: PLENTY, burst: PLENTY, rate_per_second: PLENTY },
      refilled_at: new Date(),
    })
    return new NuvemshopShop(given, storeId, id)
  }

  place = (name: keyof typeof PLACES): string => `${PLACES[name]}-${this.storeId}`

  get marketplace(): MarketplaceModuleService {
    return this.given.container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  }

  switchOn = (writer: "shipments" | "stock", on = true) =>
    this.marketplace.switchWriter({ accountId: this.accountId, writer, on, personId: PERSON })

  switchOff = (writer: "shipments" | "stock") => this.switchOn(writer, false)

  /** A paid order of the platform, imported; gives the Medusa order that it became. */
  async order(order: Omit<PlaceOrderOptions, "storeId">): Promise<{ atPlatform: number; here: ShopOrder }> {
    const { container, simulator } = this.given
    const placedAt = new Date(Date.now() - 3_600_000)
    const { id } = simulator.placeOrder({ createdAt: placedAt, ...order, storeId: this.storeId })
    await runSync(container, this.accountId)
    const rows = await inboxOf(container, this.accountId)
    const row = rows.find(({ reference }) => reference === String(id))
    if (!row?.order_id) throw new Error(`Order ${id} was not imported: ${JSON.stringify(row)}`)
    const { data } = (await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "order",
      fields: ["id", "items.id", "items.title", "items.detail.quantity"],
      filters: { id: row.order_id },
    })) as { data: { items: { id: string; title: string; detail: { quantity: unknown } }[] }[] }
    const lines = data[0].items.map(({ id: line, title, detail }) => ({
      id: line,
      title,
      quantity: Number(detail.quantity),
    }))
    return { atPlatform: id, here: { orderId: row.order_id, lines } }
  }

  /** Packs and ships lines of an order; gives the fulfilment. */
  async ship(
    { orderId, lines }: ShopOrder,
    label?: { number: string; url?: string },
    some: Pick<Line, "id" | "quantity">[] = lines,
  ): Promise<string> {
    const { container, store } = this.given
    const items = some.map(({ id, quantity }) => ({ id, quantity }))
    const { result: fulfillment } = await createOrderFulfillmentWorkflow(container).run({
      input: { order_id: orderId, items, location_id: store.locationId },
    })
    await createOrderShipmentWorkflow(container).run({
      input: {
        order_id: orderId,
        fulfillment_id: fulfillment.id,
        items,
        labels: label
          ? [{ tracking_number: label.number, tracking_url: label.url ?? "#", label_url: "#" }]
          : [],
      },
    })
    return fulfillment.id
  }

  fulfillmentOrders = (orderId: number): FulfillmentOrder[] =>
    this.given.simulator.order(orderId).fulfillmentOrders

  /** What took effect at an order's fulfilment orders, in order: "PACKED", "DISPATCHED T1". */
  steps(orderId: number): string[] {
    return this.given.simulator.effects("fulfillment-status").flatMap((effect) => {
      if (effect.orderId !== orderId) return []
      return [effect.to === "DISPATCHED" ? `${effect.to} ${effect.tracking.code ?? "-"}` : effect.to]
    })
  }

  async dispatches(): Promise<Dispatch[]> {
    const { data } = await this.given.admin.get(
      `dispatches?account_id=${this.accountId}&order=created_at&limit=100`,
    )
    return data.dispatches as Dispatch[]
  }

  /** The dispatches once all of them are in one of these states; subscribers send them by themselves. */
  async until(states: string[], count: number): Promise<Dispatch[]> {
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const all = await this.dispatches()
      if (all.length === count && all.every(({ state }) => states.includes(state))) return all
      if (Date.now() > deadline)
        throw new Error(`Not ${count} ${states.join()}: ${JSON.stringify(all, null, 1)}`)
      await wait(100)
    }
  }

  confirmed = (count = 1): Promise<Dispatch[]> => this.until(["confirmed"], count)

  /** The only dispatch was sent without an answer, and that is written down; while it is being sent its state is the same. */
  lost = (): Promise<void> =>
    soon(async () => {
      const [{ state, problem }] = await this.until(["owed", "confirmed", "unknown"], 1)
      return `${state} ${problem?.code}`
    }, "unknown outcome_unknown")

  /** The budget is there again. */
  async refill(): Promise<void> {
    const quotas = await this.marketplace.listQuotas({ account_id: this.accountId })
    await this.marketplace.updateQuotas(
      quotas.map(({ id, burst }) => ({ id, tokens: burst, refilled_at: new Date() })),
    )
  }

  /** What is open was sent long ago and is looked up now; what is owed is tried now. */
  async later(): Promise<void> {
    await this.given.sql(
      `UPDATE product_mapping SET platform_read_at = platform_read_at - interval '61 minutes'
        WHERE account_id = '${this.accountId}'`,
    )
    await this.given.sql(
      `UPDATE marketplace_dispatch SET next_attempt_at = now(), attempted_at = attempted_at - interval '61 minutes',
              confirmed_at = confirmed_at - interval '61 minutes'
        WHERE account_id = '${this.accountId}' AND state IN ('unknown', 'sent', 'owed')`,
    )
    await this.send()
  }

  async send(): Promise<void> {
    await sendMarketplaceDispatchesWorkflow(this.given.container).run({
      input: { accountId: this.accountId },
    })
  }

  /** Another place of the merchant, with so many pieces of each article. */
  async openBranch(stocked: Record<string, number>): Promise<string> {
    const { container, store } = this.given
    const [{ id }] = await container
      .resolve(Modules.STOCK_LOCATION)
      .createStockLocations([{ name: `Filial ${this.storeId}` }])
    await container.resolve(Modules.INVENTORY).createInventoryLevels(
      Object.entries(stocked).map(([sku, quantity]) => ({
        inventory_item_id: store.inventoryItemIds[sku],
        location_id: id,
        stocked_quantity: quantity,
      })),
    )
    return id
  }

  /** Puts so many pieces of an article on the shelf and into the branch, at once. */
  async stock(sku: string, shelf: number, branch?: { id: string; quantity: number }): Promise<void> {
    const { container, store } = this.given
    const levels = [{ id: store.locationId, quantity: shelf }, ...(branch ? [branch] : [])]
    await container.resolve(Modules.INVENTORY).updateInventoryLevels(
      levels.map(({ id, quantity }) => ({
        inventory_item_id: store.inventoryItemIds[sku],
        location_id: id,
        stocked_quantity: quantity,
      })),
    )
  }

  /** The platform's products as listings of the store's articles. */
  async map(skus: string[]): Promise<void> {
    const { simulator, store } = this.given
    await this.marketplace.createProductMappings(
      skus.map((sku) => {
        const product = simulator.product(sku, this.storeId)
        return {
          account_id: this.accountId,
          listing_key: `${product.id}/${product.variants[0].id}`,
          sku,
          title: sku,
          variant_id: store.variantIds[sku],
          units_per_package: 1,
          fulfilled_by: "merchant" as const,
          matched_by: "sku" as const,
          state: "mapped" as const,
        }
      }),
    )
  }

  /** What the platform has of an article, place by place. */
  atPlaces = (sku: string): (number | null)[] =>
    (Object.keys(PLACES) as (keyof typeof PLACES)[]).map((name) =>
      this.given.simulator.stock(sku, { locationId: this.place(name), storeId: this.storeId }),
    )
}
