import path from "node:path"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { connectAccount, type ConnectOptions } from "../support/connect-account"
import { inboxOf, runSync, totalsOf } from "../support/run-sync"
import { seedStore } from "../support/seed-store"

jest.setTimeout(120_000)

const aToyShop: ConnectOptions = {
  providerId: "toy",
  name: "Toy shop",
  externalId: "toy-shop",
  orderPrefix: "TOY",
  credentials: { key: "any" },
  sites: [{ externalId: "toy", name: "Toy", country: "US", currency: "USD" }],
}

// Medusa's configuration is read before the runner sets its own environment.
beforeAll(() => {
  process.env.MARKETPLACE_TEST_PROVIDERS = `toy=${path.join(__dirname, "..", "fixtures", "toy-connector")}`
})
afterAll(() => {
  delete process.env.MARKETPLACE_TEST_PROVIDERS
})

/** What a third party gives away: a package of its own, named in the plugin's options by its path. */
medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    const marketplace = () => getContainer().resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)

    it("a third party's connector stands beside ours", () => {
      expect(marketplace().connectorIds().sort()).toEqual(["amazon", "nuvemshop", "toy"])
      expect(marketplace().connector("toy")?.describe()).toMatchObject({ name: "Toy", orderPrefix: "TOY" })
      expect(marketplace().connector("nobody")).toBeUndefined()
    })

    it("its orders are imported as everybody's, page by page and only once", async () => {
      const store = await seedStore(getContainer())
      const { id } = await connectAccount(getContainer(), { ...aToyShop, store })
      expect(await runSync(getContainer(), id)).toMatchObject({ read: 2, trouble: null })
      expect(await runSync(getContainer(), id)).toMatchObject({ trouble: null })
      const rows = await inboxOf(getContainer(), id)
      expect(rows.map(({ reference, state }) => [reference, state]).sort()).toEqual([
        ["TOY-1", "imported"],
        ["TOY-2", "imported"],
      ])
      const totals = await totalsOf(
        getContainer(),
        rows.flatMap(({ order_id }) => order_id ?? []),
      )
      expect([...totals].sort()).toEqual([
        ["TOY-TOY-1", 9.9],
        ["TOY-TOY-2", 14.9],
      ])
    })

    it("its errors are understood, though they come from another copy of the port", async () => {
      const { id } = await connectAccount(getContainer(), { ...aToyShop, credentials: { key: "wrong" } })
      expect(await runSync(getContainer(), id)).toMatchObject({
        trouble: { needsReauthorization: true, problem: { code: "authorization_lost" } },
      })
    })
  },
})
