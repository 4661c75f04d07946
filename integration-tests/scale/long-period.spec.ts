import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { executeMarketplaceRunWorkflow } from "../../src/workflows/sync/execute-run"
import { generateOrders, plainUnshipped } from "../simulators/amazon"
import { connectAccount } from "../support/connect-account"
import { inboxOf } from "../support/run-sync"
import { seedStore } from "../support/seed-store"
import { aSellerWith, useAmazonSimulator } from "../support/simulated-amazon"

jest.setTimeout(120_000)

const DAY_MS = 86_400_000
const amazon = useAmazonSimulator({ seed: "period" })

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    it("a period that reaches into the future goes on at its page after the quota was spent, and reads nothing twice", async () => {
      const container = getContainer()
      const { orders } = generateOrders({
        seed: "period",
        count: 500,
        from: new Date(Date.now() - 20 * DAY_MS),
        to: new Date(Date.now() - DAY_MS),
        mix: plainUnshipped(1),
      })
      const seller = aSellerWith(amazon(), orders)
      const { id } = await connectAccount(container, { ...seller.connect, store: await seedStore(container) })
      const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
      const run = await marketplace.createMarketplaceRuns({
        account_id: id,
        kind: "period",
        requested_by: "user_1",
        from: new Date(Date.now() - 25 * DAY_MS),
        to: new Date(Date.now() + DAY_MS),
      })
      const carryOn = async () =>
        (await executeMarketplaceRunWorkflow(container).run({ input: { runId: run.id } })).result

      amazon().clearCalls()
      amazon().addFault({ kind: "throttle", operation: "searchOrders", skip: 3 })
      expect(await carryOn()).toMatchObject({ trouble: { problem: { code: "platform_throttled" } } })
      expect(await marketplace.retrieveMarketplaceRun(run.id)).toMatchObject({ state: "queued" })
      const quotas = await marketplace.listQuotas({ account_id: id })
      await marketplace.updateQuotas(quotas.map(({ id: quota, burst }) => ({ id: quota, tokens: burst })))

      expect(await carryOn()).toMatchObject({ trouble: null })
      expect(await marketplace.retrieveMarketplaceRun(run.id)).toMatchObject({
        state: "done",
        read_complete: true,
      })
      expect(await inboxOf(container, id)).toHaveLength(500)
      // Five pages and the one that was refused.
      expect(amazon().callCount("searchOrders")).toBe(6)
    })
  },
})
