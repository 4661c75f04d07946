import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { DEFAULT_SKUS, generateOrders, marketplaceOf, NO_SHARES } from "../simulators/amazon"
import { handOutDueWork } from "../../src/jobs/sync-due-accounts"
import { AdminClient } from "../support/admin-client"
import { signInAdmin } from "../support/admin-session"
import { amazonSites } from "../support/connect-account"
import { connectFbaAccount, until, type FbaOptions } from "../support/fba-account"
import { seedStore, type SeededStore } from "../support/seed-store"
import { useAmazonSimulator } from "../support/simulated-amazon"

jest.setTimeout(180_000)

const simulator = useAmazonSimulator()
const [MUG, CUP] = DEFAULT_SKUS
const US = marketplaceOf("US").id

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    let store: SeededStore
    let client: AdminClient

    beforeAll(async () => {
      container = getContainer()
      store = await seedStore(container, { stock: 100, platformStock: 0 })
    })
    beforeEach(async () => {
      client = new AdminClient(api, await signInAdmin(container, "fba@example.com"))
    })

    const connect = (options: FbaOptions) => connectFbaAccount(container, simulator(), store, options)
    const held = (sku: string, fulfillable: number, inboundShipped = 0, marketplace = "US") => ({
      sku,
      marketplace,
      fulfillable,
      inboundShipped,
    })
    const told = async (account: Awaited<ReturnType<typeof connect>>) =>
      (await account.movements()).map(({ reason, quantity, balance }) => [reason, quantity, balance])

    it("brings the platform location to Amazon's count, tells the difference, and repeats without effect", async () => {
      const account = await connect({
        held: [held(MUG, 7, 3), held("SIX-PACK", 2)],
        mapped: { [MUG]: {}, "SIX-PACK": { variant: CUP, units: 6 } },
      })
      const shelf = await account.levelOf(MUG, store.locationId)
      const { status, data } = await client.post(`accounts/${account.id}/platform-stock/read`)
      expect([status, data]).toEqual([200, { listings: 2, changed: 2, unmapped: 0 }])
      expect(await account.levelOf(MUG)).toMatchObject({ stocked: 7, incoming: 3 })
      expect(await account.levelOf(CUP)).toMatchObject({ stocked: 12, incoming: 0 })
      expect(await account.levelOf(MUG, store.locationId)).toEqual(shelf)
      const movements = await account.movements()
      expect(
        movements.map((one) => [one.listing_key, one.marketplace, one.quantity, one.balance]).sort(),
      ).toEqual(
        [
          [MUG, US, 7, 7],
          ["SIX-PACK", US, 12, 12],
        ].sort(),
      )
      await account.readStock()
      expect(await account.movements()).toHaveLength(2)
      account.fba.change(MUG, "US", { fulfillable: 4 })
      await account.readStock()
      expect((await told(account)).at(-1)).toEqual(["platform_count", -3, 4])
    })

    it("maps by exact SKU what nobody has mapped, and shows the rest before an order needs it", async () => {
      const account = await connect({ held: [held(MUG, 5), held("NOBODY-KNOWS", 9)] })
      const { data } = await client.post(`accounts/${account.id}/platform-stock/read`)
      expect(data).toEqual({ listings: 2, changed: 1, unmapped: 1 })
      expect(await account.levelOf(MUG)).toMatchObject({ stocked: 5 })
      const open = await client.get(`mappings?account_id=${account.id}&state=unmapped`)
      expect(open.data.mappings).toMatchObject([
        { listing_key: "NOBODY-KNOWS", fulfilled_by: "platform", platform_quantity: 9 },
      ])
    })

    it("takes an empty answer for an outage while stock is held, says so, and leaves the levels alone", async () => {
      const account = await connect({ held: [], mapped: { [MUG]: {} } })
      await account.typeLevel(MUG, 5)
      const { status, data } = await client.post(`accounts/${account.id}/platform-stock/read`)
      expect([status, data.problem?.code]).toEqual([400, "platform_stock_empty"])
      expect(await account.levelOf(MUG)).toMatchObject({ stocked: 5 })
      expect((await account.history("platform_stock_read")).at(-1)?.details).toMatchObject({
        problem: { code: "platform_stock_empty" },
      })
      const shown = await client.get(`accounts/${account.id}`)
      expect(shown.data.account.cursors).toContainEqual(
        expect.objectContaining({
          resource: `inventory:${store.platformLocationId}`,
          problem: expect.objectContaining({ code: "platform_stock_empty" }),
        }),
      )
      expect(await account.movements()).toEqual([])
      account.fba.set(held(MUG, 4))
      await account.readStock()
      expect(await account.levelOf(MUG)).toMatchObject({ stocked: 4 })
      const cursor = await account.cursor({ kind: "inventory", locationId: store.platformLocationId })
      expect(cursor.problem).toBeNull()
    })

    it("leaves alone what Amazon names without a count, and counts the rest", async () => {
      const account = await connect({
        held: [held(MUG, 5), held(CUP, 4)],
        mapped: { [MUG]: {}, [CUP]: {} },
      })
      await account.readStock()
      account.fba.set(held(MUG, 1), held(CUP, 9))
      simulator().switches.fbaRowsWithoutDetails = [MUG]
      try {
        const { status, data } = await client.post(`accounts/${account.id}/platform-stock/read`)
        expect([status, data]).toEqual([200, { listings: 1, changed: 1, unmapped: 0 }])
        expect(await account.levelOf(MUG)).toMatchObject({ stocked: 5 })
        expect(await account.levelOf(CUP)).toMatchObject({ stocked: 9 })
      } finally {
        simulator().switches.fbaRowsWithoutDetails = []
      }
    })

    it("reads goods that several marketplaces share once", async () => {
      simulator().switches.fbaPool = "pan-eu"
      const account = await connect({
        sites: amazonSites("DE", "FR"),
        held: [held(MUG, 6, 0, "DE")],
        mapped: { [MUG]: {} },
      })
      await account.readStock()
      simulator().switches.fbaPool = "separate"
      expect(await account.levelOf(MUG)).toMatchObject({ stocked: 6 })
    })

    it("reads by schedule, hourly, and not where a person switched it off", async () => {
      const on = await connect({ held: [held(MUG, 3)], mapped: { [MUG]: {} } })
      const off = await connect({ held: [held(MUG, 3)], settings: { read_platform_stock: false } })
      await handOutDueWork(container)
      const resource = { kind: "inventory" as const, locationId: store.platformLocationId }
      const nextIn = async () => +new Date((await on.cursor(resource))?.next_read_at ?? 0) - Date.now()
      await until(async () => (await nextIn()) > 50 * 60_000)
      expect(await on.levelOf(MUG)).toMatchObject({ stocked: 3 })
      expect(await off.cursor(resource)).toBeUndefined()
    })

    describe("an order that Amazon ships", () => {
      const anOrder = (seed: string, at: Date) =>
        generateOrders({
          seed,
          count: 1,
          from: at,
          to: at,
          marketplaces: ["US"],
          skus: [MUG],
          mix: {
            fbaShare: 1,
            statuses: { SHIPPED: 1 },
            lines: { min: 1, max: 1 },
            quantity: { min: 2, max: 2 },
            shares: NO_SHARES,
          },
        }).orders[0]

      it("leaves the level as it is when the last count had its goods out already", async () => {
        const account = await connect({ held: [held(MUG, 10)], mapped: { [MUG]: {} } })
        const order = anOrder("before", new Date(Date.now() - 60_000))
        simulator().addOrders([order], account.sellerId)
        await account.readStock()
        expect(await account.levelOf(MUG)).toMatchObject({ stocked: 8 })
        await account.importOrders([order.orderId])
        expect(await account.levelOf(MUG)).toMatchObject({ stocked: 8 })
        expect(await told(account)).toEqual([
          ["platform_count", 8, 8],
          ["platform_shipment", -2, 6],
          ["platform_count", 2, 8],
        ])
        await account.readStock()
        expect(await account.movements()).toHaveLength(3)
        const found = await client.get(`movements?account_id=${account.id}&q=${order.orderId}`)
        expect(found.data.movements.map((one: { quantity: number }) => one.quantity)).toEqual([2, -2])
      })

      it("lowers the level when it was placed after the last count, so that the next one finds nothing to correct", async () => {
        const account = await connect({ held: [held(MUG, 10)], mapped: { [MUG]: {} } })
        await account.readStock()
        const order = anOrder("after", new Date())
        simulator().addOrders([order], account.sellerId)
        await account.importOrders([order.orderId])
        expect(await account.levelOf(MUG)).toMatchObject({ stocked: 8 })
        await account.readStock()
        expect(await told(account)).toEqual([
          ["platform_count", 10, 10],
          ["platform_shipment", -2, 8],
        ])
      })
    })

    describe("goods that a person sends to Amazon", () => {
      const send = (id: string, over: object = {}) =>
        client.post(`accounts/${id}/transfers`, {
          reference: "FBA15ABC",
          from_location_id: store.locationId,
          lines: [{ listing_key: MUG, quantity: 5 }],
          ...over,
        })

      it("leave the shelf at once, are on their way, and come in as far as Amazon counts them", async () => {
        const account = await connect({ held: [held(MUG, 1)], mapped: { [MUG]: {} } })
        await account.readStock()
        const before = await account.levelOf(MUG, store.locationId)
        const first = await send(account.id)
        expect(first.status).toBe(200)
        expect(first.data.transfer).toMatchObject({
          reference: "FBA15ABC",
          state: "on_its_way",
          lines: [{ listing_key: MUG, quantity: 5, units: 5, received_units: 0 }],
        })
        expect(await account.levelOf(MUG, store.locationId)).toMatchObject({
          stocked: (before?.stocked ?? 0) - 5,
        })
        expect(await account.levelOf(MUG)).toMatchObject({ stocked: 1, incoming: 5 })

        const again = await send(account.id)
        expect([again.status, again.data]).toEqual([200, first.data])
        account.fba.announce(MUG, "US", 5)
        account.fba.receive(MUG, "US", 3)
        account.fba.adjust(MUG, "US", -1)
        await account.readStock()
        expect(await account.levelOf(MUG)).toMatchObject({ stocked: 3, incoming: 2 })
        account.fba.receive(MUG, "US", 2)
        account.fba.adjust(MUG, "US", 4)
        await account.readStock()
        expect(await told(account)).toEqual([
          ["platform_count", 1, 1],
          ["inbound_sent", -5, (before?.stocked ?? 0) - 5],
          ["inbound_received", 2, 3],
          ["inbound_received", 3, 6],
          ["platform_count", 3, 9],
        ])
        const { data } = await client.get(`accounts/${account.id}/transfers`)
        expect(data).toMatchObject({ count: 1, transfers: [{ state: "received" }] })
        expect(await account.history("inbound_transfer")).toMatchObject([
          { actor: "person", details: { reference: "FBA15ABC", units: 5, lines: 1 } },
        ])
      })

      it("are refused by the name of the field that is wrong, and then nothing moves", async () => {
        const account = await connect({ held: [held(MUG, 1)], mapped: { [MUG]: {} } })
        await send(account.id, { reference: "TAKEN" })
        const moved = (await account.movements()).length
        const refusals: [object, string][] = [
          [{ lines: [{ listing_key: MUG, quantity: 100_000 }] }, "lines.0.quantity"],
          [{ lines: [{ listing_key: "NOBODY", quantity: 1 }] }, "lines.0.listing_key"],
          [{ from_location_id: store.platformLocationId }, "from_location_id"],
          [{ from_location_id: "sloc_none" }, "from_location_id"],
          [{ to_location_id: "sloc_none" }, "to_location_id"],
          [{ reference: "TAKEN", lines: [{ listing_key: MUG, quantity: 6 }] }, "reference"],
          [{ lines: [{ listing_key: MUG, quantity: 0 }] }, "lines.0.quantity"],
        ]
        for (const [over, field] of refusals) {
          const { status, data } = await send(account.id, over)
          expect([status, data.message]).toEqual([400, expect.stringContaining(`'${field}'`)])
        }
        expect(await account.movements()).toHaveLength(moved)
      })

      it("are recorded once, however many requests say so at the same time", async () => {
        const account = await connect({ held: [held(MUG, 1)], mapped: { [MUG]: {} } })
        const answers = await Promise.all([1, 2, 3, 4].map(() => send(account.id, { reference: "AT-ONCE" })))
        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
        expect(await account.movements()).toHaveLength(1)
      })
    })
  },
})
