import { setTimeout as wait } from "node:timers/promises"
import {
  DEMO_APPLICATION,
  DEMO_SELLER,
  generateOrders,
  plainUnshipped,
  startAmazonSimulator,
  type AmazonSimulator,
} from "../simulators/amazon"
import { ScaleDatabase } from "../support/scale-database"
import { amazonEnvironment, ROOMY } from "../support/simulated-amazon"
import { dispatchKillPoints } from "./worker/kill-points"
import type { ShippedOrder } from "./worker/ship-everything"

jest.setTimeout(20 * 60_000)

const ORDERS = 150
const LEASE_SECONDS = 2
const DAY_MS = 86_400_000

describe("every shipment is confirmed exactly once", () => {
  let simulator: AmazonSimulator
  let untold: ScaleDatabase
  let database: ScaleDatabase
  let accountId: string
  let shipped: ShippedOrder[]

  const { orders } = generateOrders({
    seed: "shipments",
    count: ORDERS,
    from: new Date(Date.now() - 5 * DAY_MS),
    to: new Date(Date.now() - 3_600_000),
    marketplaces: ["US", "BR", "DE"],
    mix: plainUnshipped(2),
  })

  /** A simulated Amazon that has the orders, and has heard of no shipment. */
  async function anAmazon(): Promise<AmazonSimulator> {
    const started = await startAmazonSimulator({
      applications: [DEMO_APPLICATION],
      sellers: [DEMO_SELLER],
      limits: ROOMY,
    })
    started.addOrders(orders)
    return started
  }

  const environment = () => ({
    ...amazonEnvironment(simulator),
    MARKETPLACE_LEASE_SECONDS: String(LEASE_SECONDS),
  })

  /** Shipped in Medusa as a person does it - whole, in parts, in several parcels - and nobody was told of it. */
  beforeAll(async () => {
    simulator = await anAmazon()
    untold = await ScaleDatabase.create(environment())
    accountId = (await untold.workerResult<{ accountId: string }>({ TASK: "seed" })).accountId
    // The published limits are tested elsewhere.
    await untold.query(
      `INSERT INTO marketplace_quota (id, account_id, operation, tokens, burst, rate_per_second, refilled_at)
       SELECT 'mpq_' || operation, $1, operation, 1000, 1000, 100, now()
         FROM unnest(ARRAY['searchOrders', 'getOrder', 'confirmShipment']) AS operation`,
      [accountId],
    )
    await untold.workerResult({ TASK: "sync", ACCOUNT_ID: accountId })
    shipped = await untold.workerResult<ShippedOrder[]>({ TASK: "ship" })
    expect(shipped).toHaveLength(ORDERS)
    await simulator.close()
  })

  afterAll(() => untold.drop())

  beforeEach(async () => {
    simulator = await anAmazon()
    database = await untold.copy(environment())
  })

  afterEach(async () => {
    await simulator.close()
    await database.drop()
  })

  /** Lets processes work at the same time to their end. */
  async function succeed(tasks: Record<string, string>[]): Promise<void> {
    const ends = await database.workers(tasks.map((task) => ({ ACCOUNT_ID: accountId, ...task })))
    for (const [index, { code, signal, output }] of ends.entries()) {
      if (code !== 0)
        throw new Error(`${JSON.stringify(tasks[index])} ended with ${code ?? signal}: ${output}`)
    }
  }

  const succeeds = (task: Record<string, string>) => succeed([task])

  /** Lets a process die at a point; says whether it got there. */
  async function diesAt(task: string, point: string): Promise<boolean> {
    const { code, signal, output } = await database.worker({
      TASK: task,
      ACCOUNT_ID: accountId,
      KILL_AT: point,
    })
    if (signal !== "SIGKILL" && code !== 0) throw new Error(`${point}: ${output}`)
    await leasesToEnd()
    return signal === "SIGKILL"
  }

  const leasesToEnd = () => wait((LEASE_SECONDS + 0.5) * 1000)

  /** An hour later: what was sent would show by now, and every wait is over. */
  const anHourLater = () =>
    database.query(
      `UPDATE marketplace_dispatch SET attempted_at = attempted_at - interval '1 hour',
              lease_until = lease_until - interval '1 hour',
              next_attempt_at = CASE WHEN next_attempt_at IS NOT NULL THEN LEAST(next_attempt_at, now()) END`,
    )

  /** A person switches writing on, here. */
  const switchOn = () => succeeds({ TASK: "switch-on" })

  const openRows = async () =>
    Number(
      (await database.query(`SELECT COUNT(*) FROM marketplace_dispatch WHERE state <> 'confirmed'`))[0].count,
    )

  /** Time passes, and processes come and go, until everything is settled. */
  async function untilSettled(processes: number): Promise<void> {
    for (let round = 0; round < 12 && (await openRows()) > 0; round++) {
      await anHourLater()
      await succeed(Array.from({ length: processes }, () => ({ TASK: "dispatch" })))
    }
  }

  /** What every package that the platform has was confirmed with, once; nothing twice, nothing lost. */
  async function expectEachOnce(): Promise<void> {
    const parcels = shipped.flatMap(({ trackingNumbers }) => trackingNumbers)
    expect(parcels.length).toBeGreaterThanOrEqual(200)
    const packages = simulator.confirmedPackages()
    expect(packages).toHaveLength(parcels.length)
    expect(packages.filter(({ created, edited, repeated }) => created !== 1 || edited || repeated)).toEqual(
      [],
    )

    const log = simulator.shipments()
    expect(log.map(({ trackingNumber }) => trackingNumber).sort()).toEqual([...parcels].sort())
    expect(new Set(log.map(({ carrierCode }) => carrierCode))).toEqual(new Set(["UPS"]))
    const sent = new Map<string, Record<string, number>>()
    for (const { orderId, orderItems } of log) {
      const lines = sent.get(orderId) ?? {}
      for (const { orderItemId, quantity } of orderItems)
        lines[orderItemId] = (lines[orderItemId] ?? 0) + quantity
      sent.set(orderId, lines)
    }
    expect(Object.fromEntries(sent)).toEqual(
      Object.fromEntries(shipped.map(({ reference, lines }) => [reference, lines])),
    )

    const [counts] = await database.query(
      `SELECT COUNT(*)::integer AS dispatches, COUNT(*) FILTER (WHERE state = 'confirmed')::integer AS confirmed,
              COUNT(*) FILTER (WHERE lease_token IS NOT NULL OR next_attempt_at IS NOT NULL)::integer AS left_over,
              (SELECT COUNT(*)::integer FROM history_entry
                WHERE subject_type = 'dispatch' AND event = 'confirmed') AS told
         FROM marketplace_dispatch`,
    )
    const all = parcels.length
    expect(counts).toEqual({ dispatches: all, confirmed: all, left_over: 0, told: all })
  }

  /** How many times something was handed to the platform, as it was written down before. */
  const timesSent = async () =>
    Number((await database.query(`SELECT COUNT(*) FROM history_entry WHERE event = 'sending'`))[0].count)

  it("when the process is killed at every call that it makes", async () => {
    const reached: string[] = []
    for (const point of ["marketplace.oweDispatches before", "marketplace.oweDispatches after"]) {
      expect(await diesAt("sweep", point)).toBe(true)
    }
    await succeeds({ TASK: "sweep" })
    // Nothing is sent as long as nobody has switched it on.
    await succeeds({ TASK: "dispatch" })
    expect(simulator.callCount("confirmShipment")).toBe(0)

    await switchOn()
    // Long enough for a batch that its lease has to be prolonged.
    simulator.addFault({ kind: "latency", ms: 50, operation: "confirmShipment", times: "always" })
    for (const point of dispatchKillPoints) {
      await anHourLater()
      if (await diesAt("dispatch", point)) reached.push(point)
    }
    // A point that no run reaches tests nothing.
    expect(reached).toEqual(dispatchKillPoints)
    await untilSettled(1)
    await expectEachOnce()
    expect(simulator.callCount("getOrder")).toBeGreaterThan(dispatchKillPoints.length)
  })

  it("when a process is killed, and what it sent last shows only a while later", async () => {
    await succeeds({ TASK: "sweep" })
    await switchOn()
    expect(await diesAt("dispatch", "platform.confirmShipment after #5")).toBe(true)
    // Its lease is over, however long ago it wrote down that it would begin.
    await database.query(`UPDATE marketplace_dispatch SET attempted_at = attempted_at - interval '1 hour'`)
    const [died] = await database.query(
      `SELECT COUNT(*)::integer AS rows, MIN(lease_until) AS until FROM marketplace_dispatch WHERE state = 'unknown'`,
    )
    expect(died.rows).toBeGreaterThan(0)
    const before = simulator.callCount("getOrder")
    await succeeds({ TASK: "dispatch" })
    // Nothing of it was looked for yet, nor sent again.
    expect(simulator.callCount("getOrder")).toBe(before)
    const [open] = await database.query(
      `SELECT COUNT(*)::integer AS rows FROM marketplace_dispatch
        WHERE state = 'unknown' AND attempted_at >= $1 AND next_attempt_at > now()`,
      [died.until],
    )
    expect(open.rows).toBe(died.rows)
    await untilSettled(1)
    await expectEachOnce()
  })

  it("when answers get lost, before and after the platform did what it was told", async () => {
    await succeeds({ TASK: "sweep" })
    await switchOn()
    const lost = { operation: "confirmShipment", times: 25, every: 3 } as const
    simulator.addFault({ kind: "drop", when: "after", ...lost })
    simulator.addFault({ kind: "drop", when: "before", ...lost, skip: 1 })
    simulator.addFault({ kind: "status", status: 503, when: "after", ...lost, skip: 2 })
    simulator.addFault({ kind: "drop", when: "during", ...lost, times: 5, skip: 150 })
    simulator.addFault({ kind: "status", status: 500, when: "before", operation: "getOrder", times: 5 })
    await succeeds({ TASK: "dispatch" })
    expect(await openRows()).toBeGreaterThanOrEqual(60)
    const [open] = await database.query(
      `SELECT COUNT(DISTINCT marketplace_order_id)::integer AS orders FROM marketplace_dispatch WHERE state <> 'confirmed'`,
    )
    await untilSettled(1)
    await expectEachOnce()
    // Looked up, each order with what of it was open; only what had not arrived was sent once more.
    expect(simulator.callCount("getOrder")).toBeGreaterThanOrEqual(Number(open.orders))
    expect((await timesSent()) - simulator.confirmedPackages().length).toBeLessThanOrEqual(25)
  })

  it("when two processes share the work, and a third one was killed with a batch in hand", async () => {
    await succeeds({ TASK: "sweep" })
    await switchOn()
    expect(await diesAt("dispatch", "platform.confirmShipment after #5")).toBe(true)
    simulator.addFault({ kind: "latency", ms: 40, operation: "confirmShipment", times: "always" })
    simulator.addFault({ kind: "drop", when: "after", operation: "confirmShipment", times: 20, every: 7 })
    await succeed([{ TASK: "dispatch" }, { TASK: "dispatch" }])
    await untilSettled(2)
    await expectEachOnce()
  })
})
