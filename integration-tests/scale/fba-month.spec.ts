import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { resourceName } from "../../src/modules/marketplace/resources"
import { DEFAULT_SKUS, generateFbaMonth, type FbaDay } from "../simulators/amazon"
import { AdminClient } from "../support/admin-client"
import { signInAdmin } from "../support/admin-session"
import { connectFbaAccount, type FbaAccount } from "../support/fba-account"
import { seedStore, type SeededStore } from "../support/seed-store"
import { useAmazonSimulator } from "../support/simulated-amazon"

jest.setTimeout(580_000)

const DAY_MS = 86_400_000
const DAYS = 30
const SKUS = DEFAULT_SKUS.slice(0, 5)
/** A listing of these is several pieces: what Amazon counts in packages is kept in pieces. */
const UNITS: Record<string, number> = { [SKUS[1]]: 6 }

const simulator = useAmazonSimulator()

type Balance = {
  listing_key: string
  opening: number
  moved: number
  closing: number
  elsewhere: number
  location: { id: string }
}

/** A month in the life of a seller whose goods lie at Amazon: sold, sent in, lost, found, returned. */
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
      store = await seedStore(container, { stock: 10_000, platformStock: 0 })
    })
    beforeEach(async () => {
      client = new AdminClient(api, await signInAdmin(container, "month@example.com"))
    })

    const inUnits = (sku: string, packages: number): number => packages * (UNITS[sku] ?? 1)

    /** As if the count had been made in the evening of that day, and not weeks later, when this test plays it. */
    async function dateCount(account: FbaAccount, evening: Date) {
      const [cursor] = await marketplace.listSyncCursors({
        account_id: account.id,
        resource: resourceName({ kind: "inventory", locationId: store.platformLocationId }),
      })
      await marketplace.moveCursor({
        accountId: account.id,
        resource: cursor.resource,
        position: evening,
        movedBy: "the test",
      })
    }

    async function expectLevels(account: FbaAccount) {
      for (const sku of SKUS) {
        const { fulfillable, inboundShipped } = account.fba.item(sku, "US")
        expect([sku, await account.levelOf(sku)]).toEqual([
          sku,
          expect.objectContaining({
            stocked: inUnits(sku, fulfillable),
            incoming: inUnits(sku, inboundShipped),
          }),
        ])
      }
    }

    async function sendIn(account: FbaAccount, day: FbaDay) {
      for (const { sku, quantity } of day.announced) {
        const { status } = await client.post(`accounts/${account.id}/transfers`, {
          reference: `${sku}-${day.date.toISOString().slice(0, 10)}`,
          from_location_id: store.locationId,
          lines: [{ listing_key: sku, quantity }],
        })
        expect(status).toBe(200)
      }
    }

    const gone = (day: FbaDay): string[] => [
      ...day.shipped,
      ...day.orders
        .filter((order) => order.fulfillment?.fulfillmentStatus === "SHIPPED")
        .map(({ orderId }) => orderId),
    ]

    /** A reading whose process dies when it has said from when on it counts and has not written a level yet. */
    async function dieWhileReading(account: FbaAccount) {
      const readingId = await marketplace.requestReading({
        accountId: account.id,
        resource: resourceName({ kind: "inventory", locationId: store.platformLocationId }),
        personId: "user_month",
      })
      const lease = await marketplace.takeLease("sync_cursor", readingId)
      if (!lease) throw new Error("Another worker has the reading")
      await marketplace.beginReading(lease)
      await marketplace.movePosition(lease, new Date())
      // Its lease runs out, and the next worker does it all again.
      await marketplace.releaseLease("sync_cursor", lease)
    }

    it("balances: opening and movements are closing, and every level is what Amazon holds at each reading", async () => {
      const from = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS - (DAYS + 3) * DAY_MS)
      const month = generateFbaMonth({ seed: "month", skus: SKUS, marketplace: "US", from, days: DAYS })
      const account = await connectFbaAccount(container, simulator(), store, {
        held: [],
        mapped: Object.fromEntries(SKUS.map((sku) => [sku, { units: UNITS[sku] }])),
      })
      const begun = new Date()
      simulator().openFbaMonth(month, account.sellerId)
      await account.readStock()
      await expectLevels(account)
      const opened = (await account.movements()).length

      for (const [index, day] of month.days.entries()) {
        await sendIn(account, day)
        simulator().playFbaDay(month, index, account.sellerId)
        // What Amazon counts before we know of the sale, and what we know before it counts: both happen.
        if (index % 2 === 0) await account.importOrders(gone(day))
        if (index % 5 === 0) await dieWhileReading(account)
        await account.readStock()
        await expectLevels(account)
        await dateCount(account, new Date(day.date.getTime() + DAY_MS))
        if (index % 2 === 1) {
          await account.importOrders(gone(day))
          await expectLevels(account)
        }
        if (index % 3 === 0) {
          // The same reading again, twice at the same time as well: nothing moves.
          const before = (await account.movements()).length
          await account.readStock()
          await Promise.all([account.readStock(), account.readStock()])
          expect(await account.movements()).toHaveLength(before)
          await dateCount(account, new Date(day.date.getTime() + DAY_MS))
        }
      }

      const ended = new Date(Date.now() + 1_000)
      const { data } = await client.get(
        `movements/balances?account_id=${account.id}&location_id=${store.platformLocationId}` +
          `&from=${begun.toISOString()}&to=${ended.toISOString()}&limit=100`,
      )
      const balances = data.balances as Balance[]
      expect(balances).toHaveLength(SKUS.length)
      const movements = await account.movements()
      for (const sku of SKUS) {
        const balance = balances.find(({ listing_key }) => listing_key === sku)
        const facts = month.facts.bySku[sku]
        expect([sku, balance]).toEqual([
          sku,
          expect.objectContaining({
            opening: 0,
            moved: inUnits(sku, facts.closing),
            closing: inUnits(sku, facts.closing),
            elsewhere: 0,
          }),
        ])
        const sumOf = (reason: string) =>
          movements
            .filter(
              (one) =>
                one.listing_key === sku &&
                one.reason === reason &&
                one.location_id === store.platformLocationId,
            )
            .reduce((sum, { quantity }) => sum + quantity, 0)
        // Every piece that was sold is told once, with its order.
        expect([sku, sumOf("platform_shipment")]).toEqual([sku, -inUnits(sku, facts.shipped)])
      }
      const shipments = movements.filter(({ reason }) => reason === "platform_shipment")
      const givenBack = movements.filter(
        (one) =>
          one.reason === "platform_count" && shipments.some(({ reference }) => reference === one.reference),
      )
      expect(givenBack.length).toBeGreaterThan(0)
      expect(givenBack.length).toBeLessThan(shipments.length)
      expect(movements.length).toBeGreaterThan(opened)

      // Each movement stands on the one before it.
      const byItem = new Map<string, number>()
      for (const one of movements.filter(({ location_id }) => location_id === store.platformLocationId)) {
        expect(one.balance).toBe((byItem.get(one.inventory_item_id) ?? 0) + one.quantity)
        byItem.set(one.inventory_item_id, one.balance ?? 0)
      }
      const { data: sent } = await client.get(`accounts/${account.id}/transfers?limit=100`)
      expect(sent.count).toBe(month.days.flatMap(({ announced }) => announced).length)
    })
  },
})
