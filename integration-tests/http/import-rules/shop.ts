import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ChannelOrder } from "../../../src/connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../src/modules/marketplace"
import type { AccountSettings } from "../../../src/modules/marketplace/settings"
import { importDueOrders } from "../../../src/workflows/import/import-due-orders"
import { stagedOrder } from "../../../src/workflows/import/payload"
import {
  aChannelOrder,
  aCharge,
  aLine,
  anAddress,
} from "../../../src/workflows/import/rules/__tests__/a-channel-order"
import type { AdminClient } from "../../support/admin-client"
import type { AdminSession } from "../../support/admin-session"
import { connectAccount } from "../../support/connect-account"
import type { SeededStore } from "../../support/seed-store"

export const SITE = "toy"

type Buyer = Partial<NonNullable<ChannelOrder["buyer"]>>

let orders = 0
let lastAt = 0

/** An order of one white mug for 20.00 reais, placed and paid just now; every call gives another one, placed after the last. */
export function anOrder(
  changes: Partial<Omit<ChannelOrder, "buyer">> & { buyer?: Buyer } = {},
): ChannelOrder {
  orders += 1
  lastAt = Math.max(Date.now(), lastAt + 1)
  const now = new Date(lastAt).toISOString()
  const { buyer, ...others } = changes
  const name = buyer?.name === undefined ? "Ada Lovelace" : buyer.name
  return aChannelOrder({
    reference: `order-${orders}`,
    marketplace: SITE,
    placedAt: now,
    updatedAt: now,
    paidAt: now,
    currency: "BRL",
    lines: [aMug()],
    shippingAddress: anAddress({ name, countryCode: "BR" }),
    ...others,
    buyer: { name, email: null, phone: null, document: null, company: null, ...buyer },
  })
}

export const aMug = (changes: Partial<ChannelOrder["lines"][number]> = {}) =>
  aLine({
    listingKey: "MUG-WHITE",
    sku: "MUG-WHITE",
    title: "Caneca branca",
    quantity: 1,
    taxInclusive: true,
    charges: [aCharge()],
    total: "20.00",
    ...changes,
  })

/** The booted shop that imports from a platform of orders made by hand. */
export class RuleShop {
  constructor(
    readonly container: MedusaContainer,
    readonly api: AdminClient,
    readonly admin: AdminSession,
    readonly store: SeededStore,
  ) {}

  get marketplace(): MarketplaceModuleService {
    return this.container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  }

  async account(settings: Partial<AccountSettings> = {}, activatedAt?: Date): Promise<string> {
    const { id } = await connectAccount(this.container, {
      providerId: "stall",
      orderPrefix: "STL",
      externalId: "toy-shop",
      credentials: { key: "any" },
      sites: [{ externalId: SITE, name: "Stall", country: "BR", currency: "BRL" }],
      store: this.store,
      settings,
      activatedAt,
    })
    return id
  }

  /** Brings orders from the platform, as READ does. */
  stage(accountId: string, ...brought: ChannelOrder[]) {
    const staged = brought.map((order) =>
      stagedOrder(this.marketplace, accountId, { readable: true, order }, undefined),
    )
    return this.marketplace.stagePage(accountId, staged)
  }

  decide(accountId: string): Promise<number> {
    return importDueOrders(this.container, { accountId, actor: "schedule" })
  }

  /** Brings orders, imports what is due, and gives their inbox rows in the same order. */
  async bring(accountId: string, ...brought: ChannelOrder[]) {
    await this.stage(accountId, ...brought)
    await this.decide(accountId)
    return this.rows(accountId, brought)
  }

  async rows(accountId: string, brought: ChannelOrder[]) {
    const references = brought.map(({ reference }) => reference)
    const rows = await this.marketplace.listMarketplaceOrders({
      account_id: accountId,
      reference: references,
    })
    return references.flatMap((reference) => rows.filter((row) => row.reference === reference))
  }

  /** The Medusa orders of inbox rows, in the same order. */
  async medusaOrders(rows: { order_id: string | null }[]) {
    const ids = rows.map(({ order_id }) => order_id ?? "")
    const found = await this.container.resolve(Modules.ORDER).listOrders(
      { id: ids },
      {
        select: ["id", "email", "customer_id", "metadata"],
        relations: ["items", "shipping_address"],
        take: ids.length,
      },
    )
    return ids.flatMap((id) => found.filter((order) => order.id === id))
  }

  /** Imports orders, and tells the customer of each. */
  async customersOf(accountId: string, ...brought: ChannelOrder[]): Promise<(string | null | undefined)[]> {
    const rows = await this.bring(accountId, ...brought)
    return (await this.medusaOrders(rows)).map(({ customer_id }) => customer_id)
  }

  customers() {
    return this.container
      .resolve(Modules.CUSTOMER)
      .listCustomers({}, { order: { created_at: "ASC", id: "ASC" } })
  }

  mappings(accountId: string) {
    return this.marketplace.listProductMappings({ account_id: accountId })
  }
}

/** Asks until the answer is as wanted; what events start is done a moment later. */
export async function eventually<Result>(
  ask: () => Promise<Result>,
  wanted: (result: Result) => boolean,
): Promise<Result> {
  for (let tries = 0; ; tries++) {
    const result = await ask()
    if (wanted(result) || tries > 100) return result
    await wait(100)
  }
}
