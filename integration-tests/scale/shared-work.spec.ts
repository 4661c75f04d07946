import { spawn, spawnSync, type ChildProcess } from "node:child_process"
import { createServer, type AddressInfo } from "node:net"
import { setTimeout as wait } from "node:timers/promises"
import {
  DEMO_APPLICATION,
  generateOrders,
  plainUnshipped,
  startAmazonSimulator,
  type AmazonSimulator,
} from "../simulators/amazon"
import { ScaleDatabase } from "../support/scale-database"

jest.setTimeout(8 * 60_000)

const ACCOUNTS = 6
const ORDERS_EACH = 30
const DAY_MS = 86_400_000
const PATIENCE_MS = 4 * 60_000

const hasRedis = spawnSync("redis-server", ["--version"]).status === 0

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const sellerId = (index: number): string => `A2SHARED0000${index}`
const refreshToken = (index: number): string => `Atzr|shared-work-${index}`

describe("several processes share the work through Redis", () => {
  let redis: ChildProcess
  let simulator: AmazonSimulator
  let database: ScaleDatabase
  const stores: ChildProcess[] = []

  const share = hasRedis ? it : it.skip // skipped only where there is no redis-server to start

  afterEach(async () => {
    for (const store of stores) store.kill("SIGKILL")
    redis?.kill("SIGKILL")
    await simulator?.close()
    await database?.drop()
  })

  share("every due account is synced once, whoever is free, and every order is there once", async () => {
    const redisPort = await freePort()
    redis = spawn("redis-server", ["--port", String(redisPort), "--bind", "127.0.0.1", "--save", ""], {
      stdio: "ignore",
    })
    const indexes = Array.from({ length: ACCOUNTS }, (_, index) => index)
    simulator = await startAmazonSimulator({
      applications: [DEMO_APPLICATION],
      sellers: indexes.map((index) => ({
        sellingPartnerId: sellerId(index),
        refreshTokens: [refreshToken(index)],
        marketplaces: ["US"],
      })),
    })
    for (const index of indexes) {
      const { orders } = generateOrders({
        seed: `shared-${index}`,
        count: ORDERS_EACH,
        from: new Date(Date.now() - 5 * DAY_MS),
        to: new Date(Date.now() - 3_600_000),
        marketplaces: ["US"],
        mix: plainUnshipped(2),
      })
      simulator.addOrders(orders, sellerId(index))
    }
    database = await ScaleDatabase.create({
      AMAZON_CLIENT_ID: DEMO_APPLICATION.clientId,
      AMAZON_CLIENT_SECRET: DEMO_APPLICATION.clientSecret,
      AMAZON_APPLICATION_ID: DEMO_APPLICATION.applicationId,
      AMAZON_ENDPOINT: simulator.url,
      AMAZON_TOKEN_ENDPOINT: simulator.tokenUrl,
      MARKETPLACE_ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
    })
    await database.workerResult({
      TASK: "seed-sellers",
      SELLERS: JSON.stringify(
        indexes.map((index) => ({ sellingPartnerId: sellerId(index), refreshToken: refreshToken(index) })),
      ),
    })

    for (let process = 0; process < 2; process++) {
      const port = String(await freePort())
      // The schedule is off in test mode: these are stores as they run for real.
      const production = {
        NODE_ENV: "development",
        MEDUSA_WORKER_MODE: "worker",
        ADMIN_DISABLED: "true",
        PORT: port,
      }
      stores.push(database.start({ ...production, REDIS_URL: `redis://127.0.0.1:${redisPort}` }))
    }

    const synced = async () => {
      const [row] = await database.query<{ count: string }>(
        "SELECT COUNT(*) AS count FROM marketplace_account WHERE last_sync_at IS NOT NULL",
      )
      return Number(row.count)
    }
    for (const until = Date.now() + PATIENCE_MS; (await synced()) < ACCOUNTS && Date.now() < until;)
      await wait(1000)

    const accounts = await database.query(
      `SELECT account.external_id AS seller,
              (SELECT COUNT(*)::int FROM marketplace_run run WHERE run.account_id = account.id AND run.state = 'done') AS syncs,
              (SELECT COUNT(*)::int FROM marketplace_order mine
                WHERE mine.account_id = account.id AND mine.state = 'imported') AS imported,
              account.problem IS NULL AS healthy
         FROM marketplace_account account ORDER BY 1`,
    )
    expect(accounts).toEqual(
      indexes.map((index) => ({ seller: sellerId(index), syncs: 1, imported: ORDERS_EACH, healthy: true })),
    )
    const [sums] = await database.query(
      `SELECT (SELECT COUNT(*)::int FROM "order") AS orders,
              (SELECT COUNT(*)::int FROM order_payment_collection) AS payments,
              (SELECT SUM(quantity)::int FROM reservation_item) = (SELECT SUM(reserved_quantity)::int FROM inventory_level)
                AS reserved`,
    )
    const all = ACCOUNTS * ORDERS_EACH
    expect(sums).toEqual({ orders: all, payments: all, reserved: true })
  })
})
