import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { readOrder } from "../../src/providers/amazon/orders"
import { importDueOrders } from "../../src/workflows/import/import-due-orders"
import { stagedOrder } from "../../src/workflows/import/payload"
import { DEFAULT_SKUS, generateOrders, marketplaceOf, plainUnshipped } from "../simulators/amazon"
import { AdminClient } from "../support/admin-client"
import { signInAdmin } from "../support/admin-session"
import { amazonSites } from "../support/connect-account"
import { connectFbaAccount, until, type FbaOptions } from "../support/fba-account"
import { seedStore, type SeededStore } from "../support/seed-store"
import { useAmazonSimulator } from "../support/simulated-amazon"

jest.setTimeout(180_000)

const simulator = useAmazonSimulator()
const [KNOWN] = DEFAULT_SKUS
const US = marketplaceOf("US").id
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const EAN = "4006381333931"

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    let marketplace: MarketplaceModuleService
    let store: SeededStore
    let client: AdminClient

    beforeAll(async () => {
      container = getContainer()
      marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
      store = await seedStore(container)
    })
    beforeEach(async () => {
      client = new AdminClient(api, await signInAdmin(container, "listings@example.com"))
      simulator().switches.reportTooSoon = "allow"
    })

    const listed = (sku: string, ...marketplaces: string[]) => ({
      sku,
      quantity: 5,
      marketplaces: marketplaces.length ? marketplaces : ["US"],
    })
    const connect = (options: FbaOptions) => connectFbaAccount(container, simulator(), store, options)
    /** Reads a marketplace to its end: Amazon is asked for the report, and asked again for it. */
    async function readAll(account: Awaited<ReturnType<typeof connect>>, site = US) {
      for (;;) {
        const outcome = await account.readListings(site)
        if (outcome.as !== "waits") return outcome
      }
    }

    it("maps by exact SKU at once, and shows what is not mapped before an order needs it", async () => {
      const account = await connect({
        listings: [
          { sku: KNOWN, title: "Known", quantity: 5, marketplaces: ["US"] },
          { sku: "OTHER", title: "Something else", quantity: 3, marketplaces: ["US"] },
          { sku: "FBA-ONE", title: "At Amazon", channel: "AMAZON_NA", marketplaces: ["US"] },
        ],
      })
      expect(await readAll(account)).toMatchObject({
        as: "done",
        counts: { read: 3, new: 3, matched: 1, vanished: 0 },
      })
      expect(await account.mapping(KNOWN)).toMatchObject({
        state: "mapped",
        matched_by: "sku",
        variant_id: store.variantIds[KNOWN],
        fulfilled_by: "merchant",
        platform_quantity: 5,
        active: true,
      })
      expect(await account.mapping("FBA-ONE")).toMatchObject({
        fulfilled_by: "platform",
        platform_quantity: null,
      })
      const { data } = await client.get(`mappings?account_id=${account.id}&state=unmapped&listed=true`)
      expect(data.mappings.map(({ listing_key }: { listing_key: string }) => listing_key)).toEqual([
        "FBA-ONE",
        "OTHER",
      ])
      expect(await account.history("listings_read")).toMatchObject([
        { actor: "person", details: { marketplace: US, read: 3 } },
      ])
    })

    it("does not keep a worker waiting while Amazon makes the report, and goes on after a restart", async () => {
      simulator().switches.reportProcessMs = 60_000
      const account = await connect({ listings: [listed(KNOWN)] })
      expect(await account.readListings(US)).toMatchObject({ as: "waits" })
      const waiting = await account.cursor({ kind: "listings", marketplace: US })
      expect(waiting.page_token).not.toBeNull()
      expect(waiting.lease_token).toBeNull()
      expect(+new Date(waiting.next_read_at ?? 0)).toBeGreaterThan(Date.now())
      const asked = simulator().callCount("createReport")
      expect(await account.readListings(US)).toMatchObject({ as: "waits" })
      expect(simulator().callCount("createReport")).toBe(asked)
      simulator().switches.reportProcessMs = 0
    })

    it("proposes by barcode and title, maps only what a person accepts, and then imports the orders that waited", async () => {
      const products = await container.resolve(Modules.PRODUCT).createProducts([
        {
          title: "Copper Kettle",
          options: [{ title: "Size", values: ["S"] }],
          variants: [{ title: "S", options: { Size: "S" }, ean: EAN }],
        },
        {
          title: "Oak Tray",
          options: [{ title: "Size", values: ["S", "L"] }],
          variants: [
            { title: "Small", options: { Size: "S" } },
            { title: "Large", options: { Size: "L" } },
          ],
        },
      ])
      const [kettle, tray] = products.map(({ variants }) => variants)
      const large = tray.find(({ title }) => title === "Large")?.id
      const account = await connect({
        listings: [
          { sku: "KETTLE", title: "A kettle", marketplaces: ["US"] },
          { sku: "TRAY", title: "Oak Tray, Large", marketplaces: ["US"] },
          { sku: "NOTHING", title: "Nobody has this", marketplaces: ["US"] },
        ],
      })
      await readAll(account)
      // Amazon's report tells barcodes for listings that were made by them only.
      const { id: kettleId } = await account.mapping("KETTLE")
      await marketplace.updateProductMappings({ id: kettleId, barcode: EAN })
      await readAll(account)

      const [order] = generateOrders({
        seed: "proposed",
        count: 1,
        from: new Date(Date.now() - 2 * DAY_MS),
        to: new Date(Date.now() - DAY_MS),
        marketplaces: ["US"],
        skus: ["TRAY"],
        mix: plainUnshipped(1),
      }).orders
      await marketplace.stagePage(account.id, [stagedOrder(marketplace, account.id, readOrder(order), 30)])
      await importDueOrders(container, { accountId: account.id, actor: "schedule" })
      const stateOf = async () =>
        (await marketplace.listMarketplaceOrders({ account_id: account.id }))[0].state
      expect(await stateOf()).toBe("blocked")

      const { data } = await client.get(`mappings?account_id=${account.id}&proposed=true`)
      expect(
        data.mappings.map(
          (one: { listing_key: string; proposal: { by: string; variant: { id: string } } }) => [
            one.listing_key,
            one.proposal.by,
            one.proposal.variant.id,
          ],
        ),
      ).toEqual([
        ["KETTLE", "barcode", kettle[0].id],
        ["TRAY", "title", large],
      ])
      const ids = data.mappings.map(({ id }: { id: string }) => id)
      const accepted = await client.post("mappings/accept", {
        ids: [...ids, (await account.mapping("NOTHING")).id],
      })
      expect([accepted.status, accepted.data]).toEqual([200, { accepted: 2, orders_due: 1 }])
      expect(await account.mapping("TRAY")).toMatchObject({
        state: "mapped",
        matched_by: "title",
        variant_id: large,
        proposed_variant_id: null,
      })
      await until(async () => (await stateOf()) === "imported")
      expect((await client.post("mappings/accept", { ids })).data).toEqual({ accepted: 0, orders_due: 0 })
    })

    it("keeps what a person decided, whatever Amazon lists later", async () => {
      const account = await connect({
        listings: [listed(KNOWN), listed("LEFT-ALONE")],
      })
      const [, other] = DEFAULT_SKUS
      const decide = (listing_key: string, body: object) =>
        client.post("mappings", { account_id: account.id, listing_key, ...body })
      await decide(KNOWN, { variant_id: store.variantIds[other], units_per_package: 4 })
      await decide("LEFT-ALONE", { variant_id: null, state: "ignored" })
      await readAll(account)
      expect(await account.mapping(KNOWN)).toMatchObject({
        variant_id: store.variantIds[other],
        matched_by: "person",
        units_per_package: 4,
        active: true,
      })
      expect(await account.mapping("LEFT-ALONE")).toMatchObject({ state: "ignored" })
    })

    it("tells what vanished from every marketplace, and takes an empty list for an outage", async () => {
      const CA = marketplaceOf("CA").id
      const account = await connect({
        sites: amazonSites("US", "CA"),
        listings: [listed(KNOWN, "US", "CA"), listed("GOES")],
      })
      await readAll(account)
      await readAll(account, CA)
      simulator().removeListing("GOES", account.sellerId)
      expect(await readAll(account)).toMatchObject({ counts: { vanished: 1 } })
      expect(await account.mapping("GOES")).toMatchObject({ active: false })
      expect(await account.mapping(KNOWN)).toMatchObject({ active: true })

      simulator().removeListing(KNOWN, account.sellerId)
      for (const emptyReport of ["header-only", "cancel"] as const) {
        simulator().switches.emptyReport = emptyReport
        expect(await readAll(account)).toMatchObject({ problem: { code: "listings_empty" } })
        expect(await account.mapping(KNOWN)).toMatchObject({ active: true })
      }
    })

    it.each(["header-only", "cancel"] as const)(
      "is nothing, and no trouble, of a seller who lists nothing (%s)",
      async (emptyReport) => {
        const account = await connect({ listings: [] })
        simulator().switches.emptyReport = emptyReport
        expect(await readAll(account)).toMatchObject({ as: "done", counts: { read: 0 }, problem: null })
        simulator().switches.emptyReport = "cancel"
      },
    )

    it("that failed is not asked for again before Amazon allows it", async () => {
      const account = await connect({ listings: [listed(KNOWN)] })
      simulator().switches.reportOutcome = "FATAL"
      expect(await readAll(account)).toMatchObject({ as: "failed" })
      simulator().switches.reportOutcome = "DONE"
      const { next_read_at } = await account.cursor({ kind: "listings", marketplace: US })
      expect(+new Date(next_read_at ?? 0)).toBeGreaterThan(Date.now() + 3.9 * HOUR_MS)
    })

    it("keeps a failure with the reading, shows it, and imports orders all the same", async () => {
      const account = await connect({ listings: [listed(KNOWN)] })
      simulator().switches.reportOutcome = "FATAL"
      expect(await readAll(account)).toMatchObject({ as: "failed" })
      simulator().switches.reportOutcome = "DONE"
      const { data } = await client.get(`accounts/${account.id}`)
      expect(data.account).toMatchObject({ state: "connected", problem: null })
      expect(data.account.cursors).toContainEqual(
        expect.objectContaining({
          resource: `listings:${US}`,
          read_at: null,
          problem: expect.objectContaining({ code: "request_refused" }),
        }),
      )
      expect(await account.history("listings_read")).toMatchObject([
        { actor: "platform", details: { problem: { code: "request_refused" } } },
      ])
      expect(await readAll(account)).toMatchObject({ as: "done", problem: null })
    })

    it("is read by one worker at a time", async () => {
      const account = await connect({ listings: [listed(KNOWN)] })
      const before = simulator().callCount("createReport")
      const outcomes = await Promise.all([1, 2, 3].map(() => account.readListings(US)))
      expect(outcomes.filter(({ as }) => as === "lost")).toHaveLength(2)
      expect(simulator().callCount("createReport") - before).toBe(1)
    })

    it("is asked for by a person, not sooner than Amazon allows, and not where it is paused", async () => {
      const account = await connect({ listings: [listed(KNOWN)] })
      const asked = await client.post(`accounts/${account.id}/listings/read`)
      expect([asked.status, asked.data]).toEqual([202, { state: "reading", read: 0 }])
      const cursor = () => account.cursor({ kind: "listings", marketplace: US })
      await until(async () => (await cursor()).page_token !== null)
      await readAll(account)
      const again = await client.post(`accounts/${account.id}/listings/read`)
      expect([again.status, again.data]).toEqual([200, { state: "done", read: 1 }])
      await client.post(`accounts/${account.id}/pause`)
      expect((await client.post(`accounts/${account.id}/listings/read`)).status).toBe(400)
      expect((await client.post(`accounts/none/listings/read`)).status).toBe(404)
    })
  },
})
