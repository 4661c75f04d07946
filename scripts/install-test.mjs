/**
 * npm run test:install: packs the plugin, installs the package into a bare Medusa outside this folder, and imports one
 * order from the simulated Amazon. Proves what no test of the source can: that the package is complete.
 */
import { randomBytes } from "node:crypto"
import { readdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { amazonEnvironment, importableOrder, startAmazonSimulator } from "./lib/amazon-simulator.mjs"
import { addToyConnector, makeHost } from "./lib/bare-host.mjs"
import { openThrowAwayServer } from "./lib/database.mjs"
import { connectDemoAccount, followRun } from "./lib/first-import.mjs"
import { MedusaClient, waitForHealth } from "./lib/http.mjs"
import { medusaCommand, startMedusa } from "./lib/medusa.mjs"
import { freePort } from "./lib/ports.mjs"
import { ensureDatabase, query, urlOf } from "./lib/postgres-server.mjs"
import { cleanUpAtEnd, run, stopAllGroups, tail } from "./lib/processes.mjs"
import { complain, main, say, Trouble } from "./lib/say.mjs"

/** Stands in the English texts of our pages, and nowhere in Medusa. */
const PAGE_MARK = "Marketplace orders"

/** A database of its own: on the given server, or on one that is thrown away. */
async function openOwnDatabase() {
  const name = `marketplaces-install-${process.pid}`
  const given = process.env.DATABASE_URL
  const server = given ? undefined : await openThrowAwayServer()
  const target = new URL(given ?? urlOf(server, name))
  target.pathname = `/${name}`
  await ensureDatabase(target.href)
  const drop = async () => {
    const maintenance = new URL(target)
    maintenance.pathname = "/postgres"
    await query(maintenance.href, `drop database "${name}" with (force)`)
  }
  return { url: target.href, close: () => (server ? server.stop() : drop()) }
}

function hostEnvironment(databaseUrl, simulator) {
  return {
    ...process.env,
    ...amazonEnvironment(simulator),
    DATABASE_URL: databaseUrl,
    REDIS_URL: "",
    MEDUSA_DISABLE_TELEMETRY: "1",
    MARKETPLACE_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    JWT_SECRET: randomBytes(16).toString("hex"),
    COOKIE_SECRET: randomBytes(16).toString("hex"),
    ADMIN_EMAIL: "admin@example.com",
    ADMIN_PASSWORD: randomBytes(9).toString("base64url"),
  }
}

/** A connector that is not ours, found by the name of its package, stands beside ours. */
async function checkConnectors(medusa) {
  const { connectors } = await medusa.get("/admin/marketplaces/connectors")
  const ids = connectors.map(({ id }) => id).sort()
  if (ids.join() !== "amazon,toy") {
    throw new Trouble(`The shop has the connectors "${ids.join(", ")}" instead of "amazon, toy".`)
  }
  say("A third party's connector stands beside ours.")
}

/** The host's own build finds our pages, and in them everything that they import. */
async function checkPages(step) {
  say("Building the shop's dashboard with the plugin's pages in it.")
  await medusaCommand(["build"], { ...step, what: "Building the dashboard", name: "build" })
  const assets = path.join(step.cwd, ".medusa", "server", "public", "admin", "assets")
  const ours = readdirSync(assets).some(
    (file) => file.endsWith(".js") && readFileSync(path.join(assets, file), "utf8").includes(PAGE_MARK),
  )
  if (!ours) {
    throw new Trouble("The shop's dashboard was built without the plugin's pages.")
  }
  say("The dashboard has the plugin's pages.")
}

async function importOneOrder(medusa, simulator) {
  const expected = await importableOrder(simulator)
  const { account } = await connectDemoAccount(medusa, simulator, "Amazon (install test)")
  say(`The account is connected. Importing order ${expected.reference}.`)
  const { run_id } = await medusa.post(`/admin/marketplaces/accounts/${account.id}/import`, {
    references: [expected.reference],
  })
  await followRun(medusa, run_id, { tell: () => {}, seconds: 120 })
  const { orders } = await medusa.get("/admin/orders", {
    fields: "id,custom_display_id,total,currency_code",
    limit: "50",
  })
  const order = orders.find(({ custom_display_id }) => custom_display_id?.endsWith(expected.reference))
  if (!order) {
    const { explanation, ...rest } = await medusa.get("/admin/marketplaces/explain", {
      account_id: account.id,
      reference: expected.reference,
    })
    throw new Trouble(
      `Order ${expected.reference} did not arrive in Medusa. The plugin says: ${JSON.stringify(explanation ?? rest)}`,
    )
  }
  const same =
    Number(order.total) === Number(expected.total) && order.currency_code === expected.currency.toLowerCase()
  if (!same) {
    throw new Trouble(
      `Order ${expected.reference} is ${expected.total} ${expected.currency} at Amazon, ` +
        `but ${order.total} ${order.currency_code.toUpperCase()} in Medusa.`,
    )
  }
  say(`The order is in Medusa with its total of ${expected.total} ${expected.currency}.`)
}

await main(async () => {
  let database
  let home
  const cleanUp = cleanUpAtEnd(async () => {
    await stopAllGroups()
    await database?.close()
    if (home && !process.env.KEEP_HOST) {
      rmSync(home, { recursive: true, force: true })
    }
  })
  try {
    const made = await makeHost()
    home = made.home
    const { host } = made
    const logs = path.join(home, "logs")
    say(`Installing it into a bare Medusa in ${host}. This takes two minutes.`)
    await run("npm", ["install", "--no-audit", "--no-fund"], {
      what: "npm install",
      cwd: host,
      log: path.join(logs, "install.log"),
    })
    addToyConnector(host)
    database = await openOwnDatabase()
    const simulator = await startAmazonSimulator()
    const env = hostEnvironment(database.url, simulator)
    say("Creating the tables.")
    const step = { cwd: host, env, logs }
    await medusaCommand(["db:migrate", "--execute-all-links"], {
      ...step,
      what: "db:migrate",
      name: "migrate",
    })
    say("Filling the shop.")
    await medusaCommand(["exec", "./src/scripts/seed-demo.ts"], {
      ...step,
      what: "Filling the shop",
      name: "seed",
    })
    await checkPages(step)
    const port = await freePort()
    const server = startMedusa({ ...step, env: { ...env, ADMIN_DISABLED: "true" }, port })
    try {
      await waitForHealth(`http://127.0.0.1:${port}`, { ended: server.ended })
      say("Medusa runs with the plugin.")
      const medusa = new MedusaClient(`http://127.0.0.1:${port}`)
      await medusa.login(env.ADMIN_EMAIL, env.ADMIN_PASSWORD)
      await checkConnectors(medusa)
      await importOneOrder(medusa, simulator)
    } catch (error) {
      complain(`Medusa's log ends with:\n${tail(server.log)}`)
      throw error
    }
    say("The package installs, migrates, builds, boots and imports.")
  } finally {
    await cleanUp()
  }
})
