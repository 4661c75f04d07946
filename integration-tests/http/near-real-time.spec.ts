import { setTimeout as wait } from "node:timers/promises"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { followNotices } from "../../src/workflows/notices/follow-notices"
import { receiveNotices } from "../../src/workflows/notices/receive-notices"
import { watchNotices } from "../../src/workflows/notices/watch-notices"
import { generateOrders, plainUnshipped, type Order } from "../simulators/amazon"
import { AdminClient } from "../support/admin-client"
import { signInAdmin } from "../support/admin-session"
import { amazonSites, connectAccount } from "../support/connect-account"
import { inboxOf, runSync } from "../support/run-sync"
import { seedStore, type SeededStore } from "../support/seed-store"
import { aSellerWith, noticesEnvironment, useAmazonSimulator } from "../support/simulated-amazon"

jest.setTimeout(120_000)

const simulator = useAmazonSimulator()

// Before the app boots: its configuration is read from the environment.
beforeAll(() => {
  Object.assign(process.env, noticesEnvironment(simulator()))
})

afterAll(() => {
  for (const name of Object.keys(noticesEnvironment(simulator()))) delete process.env[name]
})

const DAY_MS = 86_400_000

medusaIntegrationTestRunner({
  inApp: true,
  moduleName: "near-real-time",
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    let marketplace: MarketplaceModuleService
    let client: AdminClient
    let store: SeededStore
    let seed = 0

    beforeAll(async () => {
      container = getContainer()
      store = await seedStore(container)
    })

    beforeEach(async () => {
      container = getContainer()
      marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
      client = new AdminClient(api, await signInAdmin(container, `admin-${seed}@example.com`))
      simulator().queue.purge()
      simulator().clearFaults()
    })

    const newOrders = (count: number): Order[] =>
      generateOrders({
        seed: `near-real-time-${(seed += 1)}`,
        count,
        from: new Date(Date.now() - DAY_MS),
        to: new Date(Date.now() - DAY_MS / 2),
        marketplaces: ["US"],
        mix: plainUnshipped(1),
      }).orders

    /** A connected seller whose changed orders are told of; what lies before has been read. */
    async function listeningAccount(settings: { import_automatically?: boolean } = {}) {
      const seller = aSellerWith(simulator(), [])
      const { id } = await connectAccount(container, {
        store,
        settings,
        ...seller.connect,
        sites: amazonSites("US"),
        nextSyncAt: null,
      })
      const switched = await client.post(`accounts/${id}/notices`, { on: true })
      expect(switched.status).toBe(200)
      expect(switched.data.account.notices_since).not.toBeNull()
      return { id, sellerId: seller.sellingPartnerId }
    }

    const receive = () => receiveNotices(container, "amazon", 0, AbortSignal.timeout(10_000))

    /** Everything that the queue holds is taken; it is followed by a subscriber, at its own time. */
    async function hear(): Promise<number> {
      let received = 0
      for (;;) {
        const taken = await receive()
        received += taken.received
        if (!taken.received) return received
      }
    }

    async function eventually(expectation: () => Promise<void>): Promise<void> {
      for (let round = 0; ; round++) {
        try {
          return await expectation()
        } catch (thrown) {
          if (round === 100) throw thrown
          await wait(50)
        }
      }
    }

    const stateOf = async (accountId: string, order: Order) =>
      (await inboxOf(container, accountId)).find(({ reference }) => reference === order.orderId)?.state

    it("imports a new order without waiting for the schedule, and cancels it the same way", async () => {
      const { id, sellerId } = await listeningAccount()
      const [order] = newOrders(1)
      simulator().addOrders([order], sellerId)
      await hear()
      await eventually(async () => expect(await stateOf(id, order)).toBe("imported"))
      expect(simulator().callCount("searchOrders")).toBe(0)

      simulator().cancelOrder(order.orderId)
      await hear()
      await eventually(async () => expect(await stateOf(id, order)).toBe("canceled"))
    })

    it("reads an order once for all its notices, and none a second time for a double", async () => {
      const { id, sellerId } = await listeningAccount()
      simulator().switches.notificationDuplicateShare = 1
      try {
        const orders = newOrders(6)
        simulator().addOrders(orders, sellerId)
        const before = simulator().callCount("getOrder")
        await hear()
        await eventually(async () =>
          expect((await inboxOf(container, id)).map(({ state }) => state)).toEqual(
            orders.map(() => "imported"),
          ),
        )
        expect(simulator().callCount("getOrder") - before).toBe(orders.length)
      } finally {
        simulator().switches.notificationDuplicateShare = 0
      }
    })

    it("keeps what it heard when the platform has no time, and takes it up again", async () => {
      const { id, sellerId } = await listeningAccount()
      const [order] = newOrders(1)
      simulator().addOrders([order], sellerId)
      simulator().addFault({ kind: "status", status: 503, operation: "getOrder", times: 1 })
      await hear()
      const [notice] = await marketplace.listChangeNotices({ account_id: id })
      const putOff = new Date(Date.now() + 1.5 * marketplace.options.leaseSeconds * 1000)
      await eventually(async () => {
        const { read_at, next_attempt_at } = await marketplace.retrieveChangeNotice(notice.id)
        expect(read_at).toBeNull()
        expect(Number(next_attempt_at)).toBeGreaterThan(Number(putOff))
      })
      expect(await stateOf(id, order)).toBeUndefined()
      await marketplace.updateChangeNotices({ id: notice.id, next_attempt_at: new Date() })
      await followNotices(container, id)
      await eventually(async () => expect(await stateOf(id, order)).toBe("imported"))
    })

    it("loses nothing when a process dies between hearing and reading: the notice is due again", async () => {
      const { id, sellerId } = await listeningAccount()
      const [order] = newOrders(1)
      simulator().addOrders([order], sellerId)
      simulator().queue.purge()
      // Heard and kept; the worker that takes it dies before it has read the order.
      const change = { account_id: id, notice_id: "notice-1", reference: order.orderId }
      await marketplace.noteChanges([change])
      await marketplace.claimNotices(id, 10)
      expect(await stateOf(id, order)).toBeUndefined()
      await marketplace.updateChangeNotices({
        selector: { account_id: id },
        data: { next_attempt_at: new Date() },
      })
      expect(await marketplace.accountsWithDueNotices(10)).toContain(id)
      await followNotices(container, id)
      await eventually(async () => expect(await stateOf(id, order)).toBe("imported"))
    })

    it("leaves a message out that it cannot read, and notices of strangers, without stopping at them", async () => {
      const { id, sellerId } = await listeningAccount()
      simulator().queue.send("this is no notice")
      simulator().queue.send(
        JSON.stringify({
          NotificationType: "ORDER_CHANGE",
          NotificationMetadata: { NotificationId: "stranger-1" },
          Payload: {
            OrderChangeNotification: { SellerId: "A2STRANGER", AmazonOrderId: "111-1111111-1111111" },
          },
        }),
      )
      const [order] = newOrders(1)
      simulator().addOrders([order], sellerId)
      await hear()
      await eventually(async () => expect(await stateOf(id, order)).toBe("imported"))
      expect(simulator().queue.bodies()).toHaveLength(0)
    })

    it("lets the schedule find what no notice told of", async () => {
      const { id, sellerId } = await listeningAccount()
      simulator().switches.notificationLossShare = 1
      try {
        const [order] = newOrders(1)
        simulator().addOrders([order], sellerId)
        expect(await hear()).toBe(0)
        await runSync(container, id)
        await eventually(async () => expect(await stateOf(id, order)).toBe("imported"))
      } finally {
        simulator().switches.notificationLossShare = 0
      }
    })

    it("imports nothing by itself for an account that imports by hand", async () => {
      const { id, sellerId } = await listeningAccount({ import_automatically: false })
      const [order] = newOrders(1)
      simulator().addOrders([order], sellerId)
      await hear()
      await eventually(async () =>
        expect(await marketplace.listChangeNotices({ account_id: id, read_at: null })).toHaveLength(0),
      )
      expect(await stateOf(id, order)).toBeUndefined()
    })

    it("stops telling once it is switched off, and says who did it", async () => {
      const { id, sellerId } = await listeningAccount()
      expect(
        (await client.post(`accounts/${id}/notices`, { on: false })).data.account.notices_since,
      ).toBeNull()
      simulator().addOrders(newOrders(1), sellerId)
      expect(await hear()).toBe(0)
      const { history } = (await client.get(`accounts/${id}/history`)).data
      const events = history.map(({ event }: { event: string }) => event)
      expect(events).toEqual(expect.arrayContaining(["notices_subscribed", "notices_unsubscribed"]))
    })

    describe("in a copy of the database", () => {
      const ANOTHER = "the installation that this database was copied from"
      const stateNow = async (id: string) => (await client.get(`accounts/${id}`)).data.account.notices_state

      /** As if the database had been copied: somebody switched notices on, and it was not here. */
      async function copiedAccount() {
        const account = await listeningAccount()
        expect(await stateNow(account.id)).toBe("on")
        await marketplace.updateMarketplaceAccounts({
          selector: { notices_since: { $ne: null } },
          data: { notices_in: ANOTHER },
        })
        expect(await stateNow(account.id)).toBe("copied")
        return account
      }
      const watchOnce = async () => {
        await watchNotices(container, 1)
        await wait(500)
      }

      it("leaves notices to the original until a person switches them on here", async () => {
        const { id, sellerId } = await copiedAccount()
        const [order] = newOrders(1)
        simulator().addOrders([order], sellerId)
        await watchOnce()
        expect(simulator().queue.bodies()).toHaveLength(1)
        expect(await stateOf(id, order)).toBeUndefined()

        const { data } = await client.post(`accounts/${id}/notices`, { on: true })
        expect(data.account.notices_state).toBe("on")
        await watchOnce()
        await eventually(async () => expect(await stateOf(id, order)).toBe("imported"))
        expect(simulator().queue.bodies()).toHaveLength(0)
      })

      it("does not end at the platform what the original switched on", async () => {
        const { id, sellerId } = await copiedAccount()
        const { data } = await client.post(`accounts/${id}/notices`, { on: false })
        expect(data.account).toMatchObject({ notices_state: "off", notices_since: null })
        simulator().addOrders(newOrders(1), sellerId)
        expect(simulator().queue.bodies()).toHaveLength(1)
      })

      it("knows from then on whose an account is that was switched on before that was kept", async () => {
        const { id } = await listeningAccount()
        await marketplace.updateMarketplaceAccounts({ id, notices_in: null })
        expect(await stateNow(id)).toBe("on")
        await watchNotices(container, 1)
        const { notices_in } = await marketplace.retrieveMarketplaceAccount(id)
        expect(notices_in).toBe(await marketplace.installation())
        simulator().queue.send("the end of this watch")
      })
    })

    it("refuses a body that is not what it takes, and names the field", async () => {
      const { id } = await listeningAccount()
      const answer = await client.post(`accounts/${id}/notices`, { on: "yes" })
      expect(answer.status).toBe(400)
      expect(answer.data.message).toContain("on")
    })
  },
})
