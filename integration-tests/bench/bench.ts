import { writeFileSync } from "node:fs"
import type { ExecArgs } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { displayIdOf, loadAccount } from "../../src/workflows/account/load-account"
import { importDueOrders } from "../../src/workflows/import/import-due-orders"
import { loadContext } from "../../src/workflows/import/load-context"
import { stagedOrder } from "../../src/workflows/import/payload"
import { orderDraft, type OrderDraft } from "../../src/workflows/import/rules/order-draft"
import { planOrder } from "../../src/workflows/import/rules/plan-order"
import { orderIdOf } from "../../src/workflows/import/rules/stable-id"
import { connectAccount } from "../support/connect-account"
import { seedStore } from "../support/seed-store"
import { backfill } from "./backfill"
import { benchOrders } from "./bench-orders"
import { coalesceStock, type CoalescedStock } from "./coalesce-stock"
import { importTheDocumentedWay } from "./documented-way"
import { listsOfOrders, type ListMeasured } from "./list-orders"
import { measure, type Measured } from "./measure"
import { shipmentsToConfirmation, UNLIMITED, type ShipmentsMeasured } from "./shipments"

const BATCH = 50
const PIECE = 100

/** One mode of the bench in a process of its own: MODE, COUNT and OUT come from the environment. */
export default async function bench({ container }: ExecArgs): Promise<void> {
  const mode = process.env.MODE ?? "plugin"
  const count = Number(process.env.COUNT ?? 200)
  if (mode === "list") return report(await listsOfOrders(container, count))
  const store = await seedStore(container, { stock: 10_000_000 })
  if (mode === "stock") return report(await coalesceStock(container, store, count))
  if (mode === "shipments") return report(await shipmentsToConfirmation(container, store, count))
  if (mode === "shipments_unlimited")
    return report(await shipmentsToConfirmation(container, store, count, UNLIMITED))
  if (mode === "backfill") return report(await backfill(container, store, count))
  const account = await connectAccount(container, { store })
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)

  const drafts = async (): Promise<OrderDraft[]> => {
    const loaded = await loadAccount(container, account.id)
    const orders = benchOrders(count, `${mode}-${Date.now()}`).flatMap((read) =>
      read.readable ? [read.order] : [],
    )
    const { context } = await loadContext(container, loaded, orders, [])
    return orders.map((order) => {
      const { plan, found } = planOrder(order, context)
      if (!plan)
        throw new Error(`The bench order cannot be planned: ${found.map(({ code }) => code).join(", ")}`)
      const displayId = displayIdOf(loaded.row.order_prefix, order.reference)
      const common = {
        accountId: account.id,
        providerId: "amazon",
        marketplaceOrderId: "bench",
        draft: false,
      }
      return orderDraft({ ...common, order, plan, displayId, orderId: orderIdOf(displayId) })
    })
  }

  const modes: Record<string, () => Promise<Measured>> = {
    documented: async () => {
      const made = await drafts()
      return measure(container, mode, count, () => importTheDocumentedWay(container, made, store.locationId))
    },
    floor: async () => {
      const made = await drafts()
      const orders = container.resolve(Modules.ORDER)
      return measure(container, mode, count, async () => {
        for (let start = 0; start < made.length; start += BATCH)
          await orders.createOrders(made.slice(start, start + BATCH))
      })
    },
    plugin: async () => {
      // Made and staged in pieces, so that the memory that is measured is the import's and not the generator's.
      for (let staged = 0; staged < count; staged += PIECE) {
        const piece = benchOrders(Math.min(PIECE, count - staged), `plugin-${staged}-${Date.now()}`)
        await marketplace.stagePage(
          account.id,
          piece.map((read) => stagedOrder(marketplace, account.id, read, 30)),
        )
      }
      return measure(container, mode, count, async () => {
        await importDueOrders(container, { accountId: account.id, actor: "schedule" })
        const [, imported] = await marketplace.listAndCountMarketplaceOrders(
          { account_id: account.id, state: "imported" },
          { select: ["id"], take: 1 },
        )
        if (imported !== count) throw new Error(`${imported} of ${count} orders were imported`)
      })
    },
  }
  const run = modes[mode]
  if (!run)
    throw new Error(
      `MODE must be one of backfill, list, shipments, shipments_unlimited, stock, ${Object.keys(modes).join(", ")}`,
    )
  report(await run())
}

function report(measured: Measured | ListMeasured[] | CoalescedStock | ShipmentsMeasured): void {
  if (process.env.OUT) writeFileSync(process.env.OUT, JSON.stringify(measured))
  else console.log(JSON.stringify(measured))
}
