/**
 * npm run bench: how fast orders are imported, against the way Medusa's documentation suggests and against bare
 * `createOrders`; how long a shipment takes to its confirmation; how many changes of stock a call carries; and how fast a full
 * inbox is listed. On one durable PostgreSQL, each mode in a process and a database of its own.
 *   npm run bench                    2,000 orders, 500 shipments, 2,000 changes, and lists of 100,000
 *   npm run bench -- --shipments     only these; the same with --imports, --stock and --list
 *   npm run bench -- --full          also 20,000 orders, to see that memory stays flat
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { openThrowAwayServer } from "./lib/database.mjs"
import { medusaCommand } from "./lib/medusa.mjs"
import { root } from "./lib/paths.mjs"
import { freePort } from "./lib/ports.mjs"
import { copyDatabase, ensureDatabase, urlOf } from "./lib/postgres-server.mjs"
import { main, say } from "./lib/say.mjs"

const DURABLE = ["max_connections=100"]
const TEMPLATE = "bench_template"

const imports = [
  {
    mode: "documented",
    count: 100,
    what: "createOrderWorkflow, reservations and a paid collection, order by order",
  },
  { mode: "floor", count: 2000, what: "bare orderModule.createOrders in batches of 50" },
  {
    mode: "plugin",
    count: 2000,
    what: "this plugin: customer, order, payment, reservations, links, history",
  },
  { mode: "backfill", count: 2000, what: "this plugin, reading from the simulator as well" },
  ...(process.argv.includes("--full")
    ? [{ mode: "plugin", count: 20000, what: "this plugin, ten times as many" }]
    : []),
]

const shipments = [
  {
    mode: "shipments",
    count: 500,
    limit: "as Amazon publishes",
    what: "from shipment to confirmation, all at once",
  },
  { mode: "shipments_unlimited", count: 500, limit: "lifted", what: "the same, without Amazon's limit" },
]
const stock = { mode: "stock", count: 2000, what: "changes of stock, sent at Amazon's pace" }
const lists = { mode: "list", count: 100000, what: "pages of the marketplace orders with their counts" }

async function environment(url) {
  return {
    ...process.env,
    DATABASE_URL: url,
    NODE_ENV: "test",
    LOG_LEVEL: "error",
    MEDUSA_DISABLE_TELEMETRY: "1",
    AMAZON_ENDPOINT: `http://127.0.0.1:${await freePort()}`,
  }
}

async function measure(server, { mode, count }) {
  const database = `bench_${mode}_${count}`
  await copyDatabase(urlOf(server, "postgres"), TEMPLATE, database)
  const env = await environment(urlOf(server, database))
  const folder = mkdtempSync(path.join(os.tmpdir(), "marketplaces-bench-"))
  try {
    const out = path.join(folder, "measured.json")
    await medusaCommand(["exec", "./integration-tests/bench/bench.ts"], {
      what: `Measuring ${mode}`,
      name: `bench-${mode}`,
      cwd: root,
      env: {
        ...env,
        AMAZON_TOKEN_ENDPOINT: `${env.AMAZON_ENDPOINT}/auth/o2/token`,
        AMAZON_CLIENT_ID: "amzn1.application-oa2-client.simulator",
        AMAZON_CLIENT_SECRET: "amzn1.oa2-cs.v1.simulator",
        AMAZON_APPLICATION_ID: "amzn1.sp.solution.simulator",
        MODE: mode,
        COUNT: String(count),
        OUT: out,
      },
    })
    return JSON.parse(readFileSync(out, "utf8"))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const row = (cells) => `| ${cells.join(" | ")} |`

async function measureImports(server) {
  const results = []
  for (const one of imports) {
    say(`${one.mode}, ${one.count} orders: ${one.what} ...`)
    results.push({ ...(await measure(server, one)), what: one.what })
  }
  const of = (mode) => results.find((result) => result.mode === mode)
  say("")
  say(row(["mode", "orders", "orders/s", "queries/order", "peak memory MB", "calls/order"]))
  say(row(["---", "---", "---", "---", "---", "---"]))
  for (const { mode, orders, ordersPerSecond, queriesPerOrder, peakMemoryMb, callsPerOrder } of results) {
    say(row([mode, orders, ordersPerSecond, queriesPerOrder, peakMemoryMb, callsPerOrder ?? ""]))
  }
  const plugin = of("plugin").ordersPerSecond
  say("")
  say(
    `The plugin against the documented way: ${(plugin / of("documented").ordersPerSecond).toFixed(1)} times as fast.`,
  )
  say(
    `The plugin against the floor: ${(of("floor").ordersPerSecond / plugin).toFixed(2)} times the floor's time.`,
  )
  say("")
}

async function measureLists(server) {
  say(`${lists.mode}, ${lists.count} orders: ${lists.what} ...`)
  const results = await measure(server, lists)
  say("")
  say(row([`of ${lists.count} orders`, "found", "median ms", "slowest ms"]))
  say(row(["---", "---", "---", "---"]))
  for (const { what, found, medianMs, slowestMs } of results) say(row([what, found, medianMs, slowestMs]))
}

async function measureShipments(server) {
  const results = []
  for (const one of shipments) {
    say(`${one.mode}, ${one.count} shipments: ${one.what} ...`)
    results.push({ ...(await measure(server, one)), limit: one.limit })
  }
  say("")
  say(row(["shipments at once", "limit", "p50 s", "p95 s", "last s", "calls/shipment"]))
  say(row(["---", "---", "---", "---", "---", "---"]))
  for (const { shipments: count, limit, p50, p95, last, callsPerShipment } of results) {
    say(row([count, limit, p50, p95, last, callsPerShipment]))
  }
  say("")
}

async function measureStock(server) {
  say(`${stock.mode}, ${stock.count} changes: ${stock.what} ...`)
  const { changes, listings, calls, changesPerCall, seconds } = await measure(server, stock)
  say(
    `${changes} changes of ${listings} listings in ${seconds} s became ${calls} calls: ${changesPerCall} changes a call.`,
  )
  say("")
}

await main(async () => {
  const server = await openThrowAwayServer(DURABLE)
  try {
    const url = urlOf(server, TEMPLATE)
    await ensureDatabase(url)
    say("Preparing a database ...")
    await medusaCommand(["db:migrate", "--execute-all-links", "--skip-scripts"], {
      what: "Migrating",
      name: "bench-migrate",
      cwd: root,
      env: await environment(url),
    })
    const parts = {
      imports: measureImports,
      shipments: measureShipments,
      stock: measureStock,
      list: measureLists,
    }
    const asked = Object.keys(parts).filter((part) => process.argv.includes(`--${part}`))
    for (const part of asked.length ? asked : Object.keys(parts)) await parts[part](server)
  } finally {
    await server.stop()
  }
})
