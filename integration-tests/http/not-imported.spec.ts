import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { DEFAULT_PRODUCTS, startNuvemshopSimulator, type NuvemshopSimulator } from "../simulators/nuvemshop"
import { AdminClient } from "../support/admin-client"
import { signInAdmin, type AdminSession } from "../support/admin-session"
import { seedStore, type SeededStore } from "../support/seed-store"
import { runSync } from "../support/run-sync"
import { nuvemshopEnvironment, ROOMY_NUVEMSHOP } from "../support/simulated-nuvemshop"

jest.setTimeout(120_000)

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const STOCK = 5
/** What the platform does is a while ago, so that it shows in a search at once. */
const LATENCY_MS = 2 * MINUTE_MS

let simulator: NuvemshopSimulator

// Before the app boots: its configuration is read from the environment.
beforeAll(async () => {
  simulator = await startNuvemshopSimulator({
    limits: ROOMY_NUVEMSHOP,
    now: () => new Date(Date.now() - LATENCY_MS),
    // What the platform tells by itself would come between a test's questions.
    switches: { allowLocalWebhooks: false },
  })
  Object.assign(process.env, nuvemshopEnvironment(simulator))
})
afterAll(() => simulator.close())

const BUYER = {
  name: "Zuleika Ventania",
  email: "zuleika.ventania@example.com",
  phone: "+5511987650001",
  identification: "529.982.247-25",
}
const PERSONAL = ["zuleika", "ventania", "98765", "529.982", "52998224725", "5511987650001"]

/** The check list of whoever misses an order, each cause as a merchant would meet it. */
medusaIntegrationTestRunner({
  inApp: true,
  moduleName: "not-imported",
  testSuite: ({ api, getContainer }) => {
    let store: SeededStore
    let admin: AdminSession
    let client: AdminClient
    let accountId: string
    let storeId = 4512100

    beforeAll(async () => {
      store = await seedStore(getContainer(), { stock: STOCK })
      admin = await signInAdmin(getContainer(), "seller@example.com")
    })

    beforeEach(async () => {
      client = new AdminClient(api, admin)
      // A store of its own, so that no test sees another's orders.
      storeId += 1
      simulator.addStore({ id: storeId, products: [...DEFAULT_PRODUCTS] })
      const token = simulator.install({ storeId })
      const { status, data } = await client.post("accounts", {
        provider_id: "nuvemshop",
        name: "Loja da Ana",
        credentials: { store_id: String(storeId), access_token: token },
        activated_at: new Date(Date.now() - DAY_MS).toISOString(),
        settings: {
          sales_channel_id: store.salesChannelId,
          stock_location_id: store.locationId,
          stock_policy: "block",
        },
      })
      expect([status, data.message]).toEqual([201, undefined])
      accountId = data.account.id
    })

    const sync = () => runSync(getContainer(), accountId)
    const explain = async (reference: string | number, lang = "en") =>
      (await client.get(`explain?account_id=${accountId}&reference=${reference}&lang=${lang}`)).data
    const mugs = (quantity: number) => [{ sku: "MUG-WHITE", quantity }]

    /** What explain says before the order was read, and afterwards. */
    async function beforeAndAfter(reference: number) {
      const unread = await explain(reference)
      await sync()
      return { unread, read: await explain(reference) }
    }

    it("1: it is not paid", async () => {
      const { id } = simulator.placeOrder({ storeId, lines: mugs(1), payment: "pending", buyer: BUYER })
      const { unread, read } = await beforeAndAfter(id)
      expect(unread).toMatchObject({ status: "known_to_platform", rule: "not_paid" })
      expect(unread.sentence).toMatch(/it would wait until the platform confirms its payment\.$/)
      expect(read).toMatchObject({ status: "waiting", rule: "not_paid" })
      expect(read.sentence).toContain("is waiting until the platform confirms its payment")
      simulator.payOrder(id)
      await sync()
      expect(await explain(id)).toMatchObject({ status: "review" })
    })

    it("2: it was paid before the activation; both instants are named", async () => {
      const paidAt = new Date(Date.now() - 2 * DAY_MS)
      const [{ id }] = simulator.addOrders(
        [{ lines: mugs(1), buyer: BUYER, createdAt: paidAt, paidAt }],
        storeId,
      )
      simulator.touchOrder(id)
      const { unread, read } = await beforeAndAfter(id)
      expect(unread.sentence).toContain("it would be ignored: it was paid at")
      expect(read).toMatchObject({ status: "ignored", rule: "before_activation" })
      const instants = read.sentence.match(/\w{3} \d+, \d{4}, \d+:\d\d [AP]M UTC/g)
      expect(new Set(instants).size).toBe(2)
      expect((await explain(id, "pt-BR")).sentence).toContain("foi pago em")
    })

    it("3: its product is not known here", async () => {
      const { id } = simulator.placeOrder({
        storeId,
        lines: [{ sku: "NO-SUCH-SKU", name: "Vela de baunilha", price: "30.00" }],
        buyer: BUYER,
      })
      const { unread, read } = await beforeAndAfter(id)
      expect(unread.sentence).toContain("it would be blocked")
      expect(read).toMatchObject({ status: "blocked", problems: [{ code: "listing_unmapped" }] })
      expect(JSON.stringify(read.problems)).toContain("Vela de baunilha")
    })

    it("4: the stock check stopped it; product and numbers are named", async () => {
      const { id } = simulator.placeOrder({ storeId, lines: mugs(STOCK + 4), buyer: BUYER })
      const { unread, read } = await beforeAndAfter(id)
      expect(unread.sentence).toContain("it would be blocked")
      expect(read).toMatchObject({ status: "blocked", problems: [{ code: "stock_short" }] })
      const { title, cause } = read.problems[0]
      const told = `${title} ${cause}`
      for (const part of ["MUG-WHITE", String(STOCK), String(STOCK + 4)]) expect(told).toContain(part)
    })

    it("5: the credentials changed at the platform; also for an order that nobody has seen", async () => {
      const seen = simulator.placeOrder({ storeId, lines: mugs(1), payment: "pending", buyer: BUYER })
      await sync()
      simulator.revokeToken(storeId)
      const unseen = simulator.placeOrder({ storeId, lines: mugs(1), buyer: BUYER })
      expect(await explain(unseen.id)).toMatchObject({
        status: "not_seen",
        problems: [{ code: "authorization_lost" }],
      })
      await sync()
      const calls = simulator.callCount()
      for (const [id, status] of [
        [seen.id, "waiting"],
        [unseen.id, "not_seen"],
      ] as const) {
        const told = await explain(id)
        expect(told).toMatchObject({ status, account_standing: "account_unauthorized" })
        expect(told.sentence).toMatch(/^The account “Loja da Ana” has lost its connection/)
        expect(told.way_out).toContain("renew the connection")
      }
      expect(simulator.callCount()).toBe(calls)
    })

    it("6: the integration is switched off; nobody asks the platform then", async () => {
      const { id } = simulator.placeOrder({ storeId, lines: mugs(1), buyer: BUYER })
      expect((await client.post(`accounts/${accountId}/pause`)).status).toBe(200)
      const calls = simulator.callCount()
      const told = await explain(id)
      expect(told).toMatchObject({ status: "not_seen", account_standing: "account_off" })
      expect(told.sentence).toMatch(/^The account “Loja da Ana” is switched off/)
      expect((await explain(id, "es")).sentence).toMatch(/^La cuenta «Loja da Ana» está apagada/)
      const { data } = await client.get(`explain?reference=${id}`)
      expect(data.explanations).toMatchObject([{ account_id: accountId, account_standing: "account_off" }])
      expect(simulator.callCount()).toBe(calls)
      await client.post(`accounts/${accountId}/resume`)
      expect(await explain(id)).toMatchObject({ status: "known_to_platform" })
    })

    it("7: the platform does not know it", async () => {
      expect(await explain(987654321)).toMatchObject({ status: "not_known_to_platform" })
      expect((await explain("???")).status).toBe("not_known_to_platform")
    })

    it("gives a support bundle without a word about the buyer, read or not", async () => {
      const { id } = simulator.placeOrder({
        storeId,
        lines: mugs(STOCK + 4),
        buyer: BUYER,
        note: "para Zuleika",
      })
      const query = `account_id=${accountId}&reference=${id}`
      const bundles = [(await client.get(`explain/support-bundle?${query}`)).data]
      await sync()
      bundles.push((await client.get(`explain/support-bundle?${query}`)).data)
      const { orders } = (await client.get(`orders?account_id=${accountId}`)).data
      bundles.push((await client.get(`orders/${orders[0].id}/support-bundle`)).data)
      expect(bundles.map(({ payload }) => Boolean(payload))).toEqual([false, true, true])
      expect(bundles[2].payload.order.raw).toMatchObject({ id, payment_status: "paid" })
      for (const bundle of bundles) {
        const text = JSON.stringify(bundle).toLowerCase()
        expect(PERSONAL.filter((word) => text.includes(word))).toEqual([])
        expect(text).not.toMatch(/sealed_|lease_|access_token/)
      }
    })
  },
})
