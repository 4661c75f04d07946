import { setTimeout as wait } from "node:timers/promises"
import fc from "fast-check"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { seedStore, type SeededStore } from "../support/seed-store"
import { useAmazonSimulator } from "../support/simulated-amazon"
import { ARTICLES, LISTINGS, StockWorld } from "./stock-property/stock-world"

jest.setTimeout(8 * 60_000)

const RUNS = Number(process.env.STOCK_RUNS ?? 25)
const MOST_STEPS = 25

const simulator = useAmazonSimulator()

/** What happened, for the report of a run that failed, and how to make it happen. */
type Step = { what: string; take: (world: StockWorld) => Promise<void> | void }

/** Amazon's documents leave open which of the two holds. */
const scope = fc.constantFrom("shared" as const, "marketplace" as const)
const article = fc.constantFrom(...ARTICLES)
const listing = fc.constantFrom(...LISTINGS)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(article, fc.integer({ min: 1, max: 4 })).map(([sku, quantity]): Step => ({
    what: `${quantity} ${sku} are ordered in the shop`,
    take: (world) => world.sellHere(sku, quantity),
  })),
  fc.boolean().map((shipped): Step => ({
    what: `an order of the shop is ${shipped ? "shipped" : "canceled"}`,
    take: (world) => world.endHere(shipped),
  })),
  fc.tuple(article, fc.integer({ min: -5, max: 9 })).map(([sku, by]): Step => ({
    what: `the shelf of ${sku} changes by ${by}`,
    take: (world) => world.count(sku, by),
  })),
  listing.map((sku): Step => ({
    what: `${sku} is ordered at the marketplace`,
    take: (world) => world.sellThere(sku),
  })),
  fc.boolean().map((cancel): Step => ({
    what: `orders are imported${cancel ? ", one was canceled" : ""}`,
    take: (world) => world.readOrders(cancel),
  })),
  fc.tuple(listing, fc.integer({ min: 1, max: 4 })).map(([sku, units]): Step => ({
    what: `${sku} is ${units} units now`,
    take: (world) => world.repack(sku, units),
  })),
  fc
    .constantFrom("drop before" as const, "drop after" as const, "throttle" as const, "unavailable" as const)
    .map((kind): Step => ({ what: `the platform stumbles: ${kind}`, take: (world) => world.stumble(kind) })),
  fc.constant<Step>({ what: "changes are looked for", take: (world) => world.sweep() }),
  fc.constant<Step>({ what: "what is owed is sent", take: (world) => world.push() }),
  fc.constant<Step>({ what: "time passes", take: (world) => world.timePasses() }),
  fc.constant<Step>({ what: "a moment passes", take: () => wait(400) }),
)

medusaIntegrationTestRunner({
  inApp: true,
  moduleName: "stock-property",
  testSuite: ({ getContainer, dbConnection }) => {
    let store: SeededStore

    beforeAll(async () => {
      store = await seedStore(getContainer())
    })

    it("the platform never offers more than there is once the queue is empty, and nothing is sent when nothing changed", async () => {
      const sql = async (statement: string) =>
        ((await dbConnection.raw(statement)) as { rows: Record<string, unknown>[] }).rows
      let pushed = 0
      await fc.assert(
        fc.asyncProperty(
          scope,
          fc.array(step, { minLength: 5, maxLength: MOST_STEPS }),
          async (quantityBy, steps) => {
            const world = await StockWorld.open({
              container: getContainer(),
              simulator: simulator(),
              quantityBy,
              store,
              sql,
            })
            try {
              for (const { take } of steps) await take(world)
              await world.drain()
              expect({
                quantityBy,
                steps: steps.map(({ what }) => what),
                oversold: await world.oversold(),
              }).toMatchObject({
                oversold: [],
              })
              const before = world.pushes
              pushed += before
              await world.lookAgain()
              await world.drain()
              expect(world.pushes).toBe(before)
            } finally {
              await world.close()
            }
          },
        ),
        { numRuns: RUNS, endOnFailure: true },
      )
      // The runs were not idle.
      expect(pushed).toBeGreaterThan(RUNS * 2)
      await wait(400)
    })
  },
})
