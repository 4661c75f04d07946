import type { MedusaContainer } from "@medusajs/framework/types"
import { syncMarketplaceAccountWorkflow } from "../../src/workflows/sync/sync-account"
import { connectAccount } from "../support/connect-account"
import type { SeededStore } from "../support/seed-store"
import {
  DEMO_APPLICATION,
  DEMO_SELLER,
  generateOrders,
  NO_SHARES,
  startAmazonSimulator,
} from "../simulators/amazon"
import { measure, type Measured } from "./measure"

/** The whole way from an empty account: reading a simulator over HTTP with Amazon's page size, deciding, importing. */
export async function backfill(
  container: MedusaContainer,
  store: SeededStore,
  count: number,
): Promise<Measured> {
  const simulator = await startAmazonSimulator({
    port: Number(new URL(process.env.AMAZON_ENDPOINT ?? "").port),
    applications: [DEMO_APPLICATION],
    sellers: [DEMO_SELLER],
    limits: { searchOrders: { rate: 1000, burst: 1000 } },
  })
  try {
    const { orders } = generateOrders({
      seed: `backfill-${Date.now()}`,
      count,
      from: new Date(Date.now() - 20 * 86_400_000),
      to: new Date(Date.now() - 3_600_000),
      marketplaces: ["US"],
      mix: {
        fbaShare: 0,
        statuses: { UNSHIPPED: 1 },
        lines: { min: 1, max: 4 },
        quantity: { min: 1, max: 3 },
        shares: NO_SHARES,
      },
    })
    simulator.addOrders(orders)
    const account = await connectAccount(container, { store })
    const measured = await measure(container, "backfill", count, async () => {
      const { result } = await syncMarketplaceAccountWorkflow(container).run({
        input: { accountId: account.id },
      })
      if (result.trouble) throw new Error(`The backfill ended in ${result.trouble.problem.code}`)
    })
    return { ...measured, callsPerOrder: simulator.callCount() / count }
  } finally {
    await simulator.close()
  }
}
