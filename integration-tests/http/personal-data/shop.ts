import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PrivacyRequest } from "../../../src/connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../src/modules/marketplace"
import { loadAccount } from "../../../src/workflows/account/load-account"
import { importDueOrders } from "../../../src/workflows/import/import-due-orders"
import { stagedOrder } from "../../../src/workflows/import/payload"
import { purgePersonalDataWorkflow } from "../../../src/workflows/privacy/purge-personal-data"
import { personalDataDaysOf } from "../../../src/workflows/privacy/rules/personal-data-days"
import { buyersOrder, referenceOf, type BuyersOrder } from "../../support/buyers-order"
import { amazonSites, connectAccount, type ConnectOptions } from "../../support/connect-account"
import { dumpDatabase, rowsOf } from "../../support/dump-database"
import { moveClock } from "../../support/move-clock"
import type { SeededStore } from "../../support/seed-store"

type Database = Parameters<typeof dumpDatabase>[0]

export type ShownOrder = {
  id: string
  email: string | null
  status: string
  total: number
  customer_id: string | null
  shipping_address: Record<string, unknown>
  billing_address: Record<string, unknown>
  items: { title: string; quantity: number; total: number }[]
}

const FIELDS = [
  "id",
  "email",
  "status",
  "total",
  "customer_id",
  "shipping_address.*",
  "billing_address.*",
  "items.*",
]

/** The store that a platform's requests about personal data come from. */
export const STORE = { providerId: "amazon", externalId: "ASTORE" }

/** A shop that imports from Amazon, and what a test of its buyers' privacy does with it. */
export class PrivacyShop {
  constructor(
    readonly container: MedusaContainer,
    readonly database: Database,
    readonly store: SeededStore,
  ) {}

  get marketplace(): MarketplaceModuleService {
    return this.container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  }

  async account(options: ConnectOptions = {}): Promise<string> {
    const given = { store: this.store, sites: amazonSites("US"), ...options }
    return (await connectAccount(this.container, given)).id
  }

  /** Brings orders from the platform, as READ does, and imports what is due. */
  async bring(accountId: string, ...orders: BuyersOrder[]): Promise<void> {
    const days = personalDataDaysOf(await loadAccount(this.container, accountId))
    await this.marketplace.stagePage(
      accountId,
      orders.map((order) => stagedOrder(this.marketplace, accountId, buyersOrder(order), days)),
    )
    await importDueOrders(this.container, { accountId, actor: "schedule" })
  }

  /** Notes what a store's platform asks for; gives the id of its record. */
  async ask(request: PrivacyRequest, store = STORE): Promise<string> {
    const [account] = await this.marketplace.listMarketplaceAccounts({ external_id: store.externalId })
    const id = await this.marketplace.notePrivacyRequest({
      ...store,
      accountId: account?.id ?? null,
      request,
    })
    if (!id) throw new Error("The request was known already")
    return id
  }

  /** Lets the time of some orders' personal data run out; of all, where none is named. */
  async expire(...numbers: number[]): Promise<void> {
    const which = numbers.map((number) => `'${referenceOf(number)}'`).join(",")
    await this.sql(
      `UPDATE marketplace_order SET personal_data_until = now() - interval '1 minute'
        WHERE personal_data_until IS NOT NULL ${which && `AND reference IN (${which})`}`,
    )
  }

  /** Lets so many days go by. */
  moveClock(days: number): Promise<void> {
    return moveClock(this.database, days)
  }

  async purge() {
    const { result } = await purgePersonalDataWorkflow(this.container).run({ input: { limit: 100 } })
    return { taken: result.taken, purged: result.purged.length, failed: result.failed.length }
  }

  async row(number: number) {
    const [row] = await this.marketplace.listMarketplaceOrders({ reference: referenceOf(number) })
    return row
  }

  /** The Medusa order of a number, as the admin shows it. */
  async order(number: number): Promise<ShownOrder> {
    const { data } = await this.container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "order",
      fields: FIELDS,
      filters: { id: (await this.row(number)).order_id ?? "none" },
    })
    return JSON.parse(JSON.stringify(data[0] ?? null)) as ShownOrder
  }

  dump(): Promise<string> {
    return dumpDatabase(this.database)
  }

  sql<Row = Record<string, unknown>>(statement: string): Promise<Row[]> {
    return rowsOf<Row>(this.database, statement)
  }
}
