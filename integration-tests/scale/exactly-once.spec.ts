import { setTimeout as wait } from "node:timers/promises"
import {
  DEMO_APPLICATION,
  DEMO_SELLER,
  generateOrders,
  startAmazonSimulator,
  type AmazonSimulator,
  type ExpectedOrder,
} from "../simulators/amazon"
import { ScaleDatabase } from "../support/scale-database"
import { amazonEnvironment } from "../support/simulated-amazon"
import { bookkeepingOf, expectBooksToBalance } from "../support/books"
import { cancelKillPoints, importKillPoints } from "./worker/kill-points"

jest.setTimeout(20 * 60_000)

const ORDERS = 500
const LEASE_SECONDS = 2
const DAY_MS = 86_400_000

/** FBM and FBA, importable ones in the majority, with ties of their update times. */
function someOrders(seed: string) {
  return generateOrders({
    seed,
    count: ORDERS,
    from: new Date(Date.now() - 20 * DAY_MS),
    to: new Date(Date.now() - 3_600_000),
    marketplaces: ["US", "BR", "DE"],
    mix: {
      fbaShare: 0.3,
      statuses: { UNSHIPPED: 6, PARTIALLY_SHIPPED: 1, SHIPPED: 3, PENDING: 1, CANCELLED: 1 },
      lines: { min: 1, max: 4 },
      quantity: { min: 1, max: 3 },
      shares: { sameUpdateTime: 0.5, replacement: 0 },
    },
  })
}

/** Orders that polling imports: merchant's unshipped ones and what Amazon has shipped. */
const imports = (order: ExpectedOrder): boolean =>
  order.importable &&
  order.priced &&
  (order.fulfilledBy === "AMAZON" ? order.status === "SHIPPED" : order.status !== "SHIPPED")

describe("every order exactly once", () => {
  let simulator: AmazonSimulator
  let clockOffsetMs = 0
  let seeded: ScaleDatabase
  let database: ScaleDatabase
  let accountId: string
  let expected: ExpectedOrder[]

  beforeAll(async () => {
    seeded = await ScaleDatabase.create()
    accountId = (await seeded.workerResult<{ accountId: string }>({ TASK: "seed" })).accountId
    // The scheduled budget would spread thirty reads over an hour; the published limits are tested elsewhere.
    await seeded.query(
      `INSERT INTO marketplace_quota (id, account_id, operation, tokens, burst, rate_per_second, refilled_at)
       VALUES ('mpq_scale', $1, 'searchOrders', 1000, 1000, 100, now())`,
      [accountId],
    )
  })

  afterAll(() => seeded.drop())

  beforeEach(async () => {
    clockOffsetMs = 0
    simulator = await startAmazonSimulator({
      now: () => new Date(Date.now() + clockOffsetMs),
      applications: [DEMO_APPLICATION],
      sellers: [DEMO_SELLER],
      limits: {
        searchOrders: { rate: 100, burst: 1000 },
        getOrder: { rate: 100, burst: 1000 },
      },
    })
    database = await seeded.copy({
      ...amazonEnvironment(simulator),
      MARKETPLACE_LEASE_SECONDS: String(LEASE_SECONDS),
      MARKETPLACE_BATCH_SIZE: "20",
    })
  })

  afterEach(async () => {
    await simulator.close()
    await database.drop()
  })

  const supply = (seed: string) => {
    const { orders, expected: facts } = someOrders(seed)
    simulator.addOrders(orders)
    expected = facts
    expect(expected.filter(imports).length).toBeGreaterThanOrEqual(200)
  }

  const syncs = () => ({ TASK: "sync", ACCOUNT_ID: accountId })
  const importsDue = () => ({ TASK: "import", ACCOUNT_ID: accountId })

  const sync = (environment: Record<string, string> = {}) => database.worker({ ...syncs(), ...environment })

  /** Lets processes work at the same time to their end. */
  const together = async (tasks: Record<string, string>[]) => {
    for (const { code, output } of await database.workers(tasks)) {
      if (code !== 0) throw new Error(output)
    }
  }

  /** What a person does who moves the cursor back. */
  const readAgainFrom = (ago: string) =>
    database.query(
      `UPDATE sync_cursor SET position = now() - $1::interval, window_from = NULL, window_to = NULL, page_token = NULL,
              moved_back_by = 'test', moved_back_at = clock_timestamp()`,
      [ago],
    )

  const leasesToEnd = () => wait((LEASE_SECONDS + 0.5) * 1000)

  const finish = async () => {
    await leasesToEnd()
    const { code, output } = await sync()
    if (code !== 0) throw new Error(output)
  }

  it("when the process is killed at every step boundary of reading and importing", async () => {
    supply("killed")
    const reached: string[] = []
    for (const point of importKillPoints) {
      const { signal, code, output } = await sync({ KILL_AT: point, BARE_HOST: "1" })
      if (signal === "SIGKILL") reached.push(point)
      else if (code !== 0) throw new Error(`${point}: ${output}`)
      await leasesToEnd()
    }
    // A point that no run reaches tests nothing.
    expect(reached).toEqual(importKillPoints)
    await finish()
    await expectBooksToBalance(database, accountId, expected.filter(imports))
  })

  it("when the process is killed at every step boundary of canceling what the platform canceled", async () => {
    supply("canceled")
    await finish()
    const canceled = expected
      .filter((order) => imports(order) && order.fulfilledBy === "MERCHANT" && order.status === "UNSHIPPED")
      .slice(0, 60)
    // Ten minutes ago: what was changed a moment ago does not show in a search yet.
    clockOffsetMs = -10 * 60_000
    for (const { orderId } of canceled) simulator.cancelOrder(orderId)
    clockOffsetMs = 0
    await readAgainFrom("1 hour")
    const reachedWhileCanceling: string[] = []
    for (const point of cancelKillPoints) {
      const { signal, code, output } = await sync({ KILL_AT: point })
      if (signal === "SIGKILL") reachedWhileCanceling.push(point)
      else if (code !== 0) throw new Error(`${point}: ${output}`)
      await leasesToEnd()
    }
    expect(reachedWhileCanceling).toEqual(cancelKillPoints)
    await finish()
    const gone = new Set(canceled.map(({ orderId }) => orderId))
    await expectBooksToBalance(
      database,
      accountId,
      expected.filter(imports),
      expected.filter(({ orderId }) => gone.has(orderId)),
    )
  })

  it("when two processes work on one account at the same time", async () => {
    supply("two at once")
    // Both read; whoever has no lease imports what the other has read.
    await together([syncs(), syncs(), importsDue(), importsDue()])
    await finish()
    await expectBooksToBalance(database, accountId, expected.filter(imports))
  })

  it("when two processes import the same waiting orders at the same time", async () => {
    supply("two importing")
    const { signal } = await sync({ KILL_AT: "marketplace.claimDueOrders after" })
    expect(signal).toBe("SIGKILL")
    await leasesToEnd()
    await together([importsDue(), importsDue()])
    await finish()
    await expectBooksToBalance(database, accountId, expected.filter(imports))
  })

  it("when pages come twice, out of order and with equal timestamps", async () => {
    supply("twice")
    simulator.addFault({ kind: "duplicate-orders", operation: "searchOrders", times: "always", count: 20 })
    simulator.addFault({ kind: "reorder", operation: "searchOrders", times: "always" })
    await finish()
    for (let round = 0; round < 2; round++) {
      await readAgainFrom("30 days")
      await finish()
    }
    await expectBooksToBalance(database, accountId, expected.filter(imports))
    const books = await bookkeepingOf(database, accountId)
    expect(books.importedLines).toBe(expected.filter(imports).length)
  })
})
