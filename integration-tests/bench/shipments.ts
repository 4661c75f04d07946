import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { handOutDueWork } from "../../src/jobs/sync-due-accounts"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import * as dispatchDue from "../../src/subscribers/marketplace-dispatch-due"
import * as shipmentChanged from "../../src/subscribers/marketplace-shipment-changed"
import { switchMarketplaceWriterWorkflow } from "../../src/workflows/dispatch/switch-writer"
import { syncMarketplaceAccountWorkflow } from "../../src/workflows/sync/sync-account"
import { SHIPS_BY_UPS, shipEverything } from "../scale/worker/ship-everything"
import {
  DEMO_APPLICATION,
  DEMO_SELLER,
  generateOrders,
  plainUnshipped,
  startAmazonSimulator,
  type RateLimit,
} from "../simulators/amazon"
import { connectAccount } from "../support/connect-account"
import type { SeededStore } from "../support/seed-store"
import { listen, untilTrue } from "./host"

/** Seconds from the instant in which everything was shipped until half, 95 % and all of it were confirmed. */
export type ShipmentsMeasured = {
  shipments: number
  p50: number
  p95: number
  last: number
  callsPerShipment: number
}

/** So many that the time is the code's own. */
export const UNLIMITED: RateLimit = { rate: 1000, burst: 1000 }

const rounded = (value: number, places: number): number => Number(value.toFixed(places))

/** Orders of one parcel each. */
const ordersOfOneParcel = (count: number) =>
  generateOrders({
    seed: `shipments-${Date.now()}`,
    count,
    from: new Date(Date.now() - 5 * 86_400_000),
    to: new Date(Date.now() - 3_600_000),
    marketplaces: ["US"],
    mix: { ...plainUnshipped(1), quantity: { min: 1, max: 1 } },
  }).orders

/** Imports orders and has Medusa's workflows fulfil and ship them, while nobody listens. Gives the fulfilments. */
async function shippedOrders(container: MedusaContainer, accountId: string, count: number) {
  await syncMarketplaceAccountWorkflow(container).run({ input: { accountId } })
  await shipEverything(container)
  Reflect.deleteProperty(container.resolve(Modules.EVENT_BUS), "emit")
  const shipped = await container
    .resolve(Modules.FULFILLMENT)
    .listFulfillments({}, { select: ["id"], take: count + 1 })
  if (shipped.length !== count) throw new Error(`${shipped.length} of ${count} orders were shipped`)
  return shipped
}

/**
 * From Medusa's event of a shipment to the platform's confirmation, when `count` orders are shipped in the same instant. The
 * platform takes as many calls as it has published, or as many as `limit` says.
 */
export async function shipmentsToConfirmation(
  container: MedusaContainer,
  store: SeededStore,
  count: number,
  limit?: RateLimit,
): Promise<ShipmentsMeasured> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const simulator = await startAmazonSimulator({
    port: Number(new URL(process.env.AMAZON_ENDPOINT ?? "").port),
    applications: [DEMO_APPLICATION],
    sellers: [{ ...DEMO_SELLER, orders: ordersOfOneParcel(count) }],
    limits: limit && { confirmShipment: limit },
  })
  try {
    const { id } = await connectAccount(container, { store, settings: SHIPS_BY_UPS })
    const shipped = await shippedOrders(container, id, count)
    if (limit) {
      await marketplace.createQuotas({
        account_id: id,
        operation: "confirmShipment",
        tokens: limit.burst,
        burst: limit.burst,
        rate_per_second: limit.rate,
        refilled_at: new Date(),
      })
    }
    await switchMarketplaceWriterWorkflow(container).run({
      input: { accountId: id, writer: "shipments", on: true, owed: "send", actorId: "user_bench" },
    })
    listen(container, shipmentChanged)
    listen(container, dispatchDue)

    const begun = Date.now()
    await container
      .resolve(Modules.EVENT_BUS)
      .emit(shipped.map((one) => ({ name: "shipment.created", data: { id: one.id } })))
    const done = { account_id: id, kind: "shipment" as const, state: "confirmed" as const }
    const isDone = async () =>
      (await marketplace.listAndCountMarketplaceDispatches(done, { take: 1 }))[1] === count
    await untilTrue(isDone, () => handOutDueWork(container))

    const rows = await marketplace.listMarketplaceDispatches(done, {
      select: ["id", "confirmed_at"],
      take: count,
    })
    const seconds = rows
      .map(({ confirmed_at }) => (new Date(confirmed_at ?? 0).getTime() - begun) / 1000)
      .sort((left, right) => left - right)
    const after = (share: number) => rounded(seconds[Math.ceil(count * share) - 1], 1)
    return {
      shipments: count,
      p50: after(0.5),
      p95: after(0.95),
      last: after(1),
      callsPerShipment: rounded(simulator.callCount("confirmShipment") / count, 2),
    }
  } finally {
    await simulator.close()
  }
}
