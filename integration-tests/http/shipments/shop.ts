import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow, createOrderShipmentWorkflow } from "@medusajs/medusa/core-flows"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../src/modules/marketplace"
import type { AccountSettings } from "../../../src/modules/marketplace/settings"
import { type AmazonSimulator, generateOrders, type Order, plainUnshipped } from "../../simulators/amazon"
import type { AdminClient, Answer } from "../../support/admin-client"
import { connectAccount } from "../../support/connect-account"
import { inboxOf, runSync } from "../../support/run-sync"
import type { SeededStore } from "../../support/seed-store"
import { aSellerWith } from "../../support/simulated-amazon"

const DAY_MS = 86_400_000
const PATIENCE_MS = 15_000

export type Dispatch = {
  id: string
  subject: string
  state: string
  standing: string
  revision: number
  package_number: number
  reference: string
  held_by: string | null
  actions: string[]
  problem: { code: string; details: Record<string, string> } | null
  shipment: {
    carrier: string | null
    tracking_number: string | null
    lines: { line_reference: string; quantity: number }[]
  } | null
}

type Line = { id: string; quantity: number }
export type ShopOrder = { orderId: string; reference: string; lines: Line[] }

let sellers = 0

/** A seller at the simulator with unshipped orders, connected and imported. */
export class ShippingShop {
  private constructor(
    readonly container: MedusaContainer,
    readonly simulator: AmazonSimulator,
    readonly admin: AdminClient,
    private readonly store: SeededStore,
    readonly accountId: string,
    readonly wire: Order[],
  ) {}

  static async open(
    given: {
      container: MedusaContainer
      simulator: AmazonSimulator
      admin: AdminClient
      store: SeededStore
    },
    options: {
      orders?: number
      writer?: boolean
      carrier?: string | null
      settings?: Partial<AccountSettings>
      lines?: number
      /** Pieces of the article in one listing. */
      unitsPerPackage?: number
      change?: (order: Order) => void
    } = {},
  ): Promise<ShippingShop> {
    const { container, simulator, admin, store } = given
    sellers += 1
    const { orders } = generateOrders({
      seed: `shipments-${sellers}`,
      count: options.orders ?? 1,
      from: new Date(Date.now() - 2 * DAY_MS),
      to: new Date(Date.now() - DAY_MS),
      marketplaces: ["US"],
      mix: { ...plainUnshipped(options.lines ?? 1), quantity: { min: 2, max: 2 } },
    })
    for (const order of orders) options.change?.(order)
    const seller = aSellerWith(simulator, orders)
    const carrier = options.carrier === undefined ? "UPS" : options.carrier
    const { id } = await connectAccount(container, {
      ...seller.connect,
      store,
      settings: {
        shipping_option_id: store.shippingOptionId,
        ...(carrier === null
          ? {}
          : {
              carriers: [
                {
                  source: "fulfillment_provider",
                  source_id: "manual_manual",
                  carrier,
                  carrier_name: null,
                },
              ],
            }),
        ...options.settings,
      },
    })
    const shop = new ShippingShop(container, simulator, admin, store, id, orders)
    if (options.unitsPerPackage) await shop.sellInPackagesOf(options.unitsPerPackage)
    await runSync(container, id)
    if (options.writer ?? true) await shop.switchWriter(true)
    return shop
  }

  get marketplace(): MarketplaceModuleService {
    return this.container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  }

  private async sellInPackagesOf(units: number): Promise<void> {
    const skus = new Set(
      this.wire.flatMap(({ orderItems }) => orderItems.map(({ product }) => product.sellerSku ?? "")),
    )
    await this.marketplace.createProductMappings(
      [...skus].map((sku) => ({
        account_id: this.accountId,
        listing_key: sku,
        title: sku,
        variant_id: this.store.variantIds[sku],
        units_per_package: units,
        state: "mapped" as const,
        matched_by: "person" as const,
      })),
    )
  }

  async switchWriter(on: boolean): Promise<void> {
    const { status } = await this.admin.post(`accounts/${this.accountId}/writers`, {
      writer: "shipments",
      on,
    })
    expect(status).toBe(200)
  }

  /** The Medusa order of one of the wire's. */
  async order(at = 0): Promise<ShopOrder> {
    const reference = this.wire[at].orderId
    const rows = await inboxOf(this.container, this.accountId)
    const orderId = rows.find((row) => row.reference === reference)?.order_id
    if (!orderId) throw new Error(`Order ${reference} was not imported`)
    const query = this.container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = (await query.graph({
      entity: "order",
      fields: ["id", "items.id", "items.detail.quantity"],
      filters: { id: orderId },
    })) as { data: { items: { id: string; detail: { quantity: unknown } }[] }[] }
    const lines = data[0].items.map(({ id, detail }) => ({ id, quantity: Number(detail.quantity) }))
    return { orderId, reference, lines }
  }

  /** Packs and ships lines of an order with these labels; gives the fulfilment. */
  async ship(
    order: ShopOrder,
    trackingNumbers: string[],
    lines: Line[] = order.lines,
    metadata: Record<string, unknown> = {},
  ): Promise<string> {
    const { result: fulfillment } = await createOrderFulfillmentWorkflow(this.container).run({
      input: { order_id: order.orderId, items: lines, location_id: this.store.locationId, metadata },
    })
    await createOrderShipmentWorkflow(this.container).run({
      input: {
        order_id: order.orderId,
        fulfillment_id: fulfillment.id,
        items: lines,
        labels: trackingNumbers.map((tracking_number) => ({
          tracking_number,
          tracking_url: "#",
          label_url: "#",
        })),
      },
    })
    return fulfillment.id
  }

  async dispatches(): Promise<Dispatch[]> {
    const answer = await this.admin.get(
      `dispatches?account_id=${this.accountId}&kind=shipment&order=created_at&limit=100`,
    )
    expect(answer.status).toBe(200)
    return answer.data.dispatches as Dispatch[]
  }

  /** The dispatches once they stand as expected. */
  async until(what: string, holds: (dispatches: Dispatch[]) => boolean): Promise<Dispatch[]> {
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const dispatches = await this.dispatches()
      if (holds(dispatches)) return dispatches
      if (Date.now() > deadline) {
        throw new Error(`Not ${what} in time: ${JSON.stringify(dispatches, null, 1)}`)
      }
      await wait(100)
    }
  }

  untilStanding(standing: string, count = 1): Promise<Dispatch[]> {
    return this.until(
      `${count} ${standing}`,
      (all) => all.filter((one) => one.standing === standing).length === count,
    )
  }

  untilProblem(code: string): Promise<Dispatch> {
    return this.until(`a problem ${code}`, (all) => all.some(({ problem }) => problem?.code === code)).then(
      (all) => all.filter(({ problem }) => problem?.code === code)[0],
    )
  }

  /** Reads an order anew, as it is at the platform now. */
  async read(reference: string): Promise<void> {
    const started = await this.admin.post(`accounts/${this.accountId}/import`, { references: [reference] })
    expect(started.status).toBe(202)
    const path = `runs/${String(started.data.run_id)}`
    for (let state = ""; state !== "done"; await wait(50)) {
      state = String((await this.admin.get(path)).data.run.state)
      if (state === "failed") throw new Error("The order could not be read")
    }
  }

  retry = (id: string): Promise<Answer> => this.admin.post(`dispatches/${id}/retry`)

  /** What the platform has of an order: "1: UPS T1 x2". */
  atPlatform(reference: string): string[] {
    const last = new Map(
      this.simulator.shipments(reference).map((one) => [one.packageReferenceId, one] as const),
    )
    return [...last.values()].map(
      ({ packageReferenceId, carrierCode, trackingNumber, orderItems }) =>
        `${packageReferenceId}: ${carrierCode} ${trackingNumber} x${orderItems.reduce((sum, { quantity }) => sum + quantity, 0)}`,
    )
  }
}
