import { openDatabase } from "./database.mjs"
import { connectDemoAccount, importPeriod } from "./first-import.mjs"
import { MedusaClient, waitForHealth } from "./http.mjs"
import { medusaCommand, startMedusa } from "./medusa.mjs"
import { logDir, root } from "./paths.mjs"
import { isFree } from "./ports.mjs"
import { cleanUpAtEnd, stopAllGroups, tail } from "./processes.mjs"
import { complain, main, say, Trouble } from "./say.mjs"
import { loadDotEnv, medusaEnvironment } from "./secrets.mjs"
import { simulatorEnvironment, startAmazonSimulator } from "./simulator.mjs"

const DEMO_DAYS = 30

/** Database → tables → shop → simulated Amazon → Medusa → first import; then it stays until Ctrl-C. */
export const startDemo = ({ verbose }) =>
  main(async () => {
    loadDotEnv()
    const port = Number(process.env.PORT || 9000)
    if (!(await isFree(port))) {
      throw new Trouble(
        `Port ${port} is in use. End what listens there, or choose another: PORT=9001 npm start`,
      )
    }
    let database
    const cleanUp = cleanUpAtEnd(async () => {
      await stopAllGroups()
      await database?.stop()
    })
    try {
      database = await openDatabase()
      say(`Using ${database.where}.`)
      const simulator = await startPlatform()
      const env = {
        ...medusaEnvironment(database.url),
        ...(simulator ? simulatorEnvironment(simulator) : {}),
      }
      await prepareShop({ env, verbose })
      const server = await bringUp({ env, port, verbose })
      const medusa = new MedusaClient(`http://127.0.0.1:${port}`)
      await medusa.login(env.ADMIN_EMAIL, env.ADMIN_PASSWORD)
      if (simulator) {
        await importOnce(medusa, simulator)
      }
      showAround({ port, env, simulator })
      const { code, signal } = await server.ended
      throw new Trouble(`Medusa ended unexpectedly (${signal ?? `exit code ${code}`}).`)
    } finally {
      await cleanUp()
    }
  })

/** The simulated Amazon, unless the environment points at another one. */
async function startPlatform() {
  if (process.env.AMAZON_ENDPOINT || process.env.AMAZON_CLIENT_ID) {
    say(
      "Amazon is configured in the environment, so no simulator is started and no demo account is connected.",
    )
    return undefined
  }
  const simulator = await startAmazonSimulator({
    orders: process.env.DEMO_ORDERS,
    seed: process.env.DEMO_SEED,
  })
  say(`A simulated Amazon listens on ${simulator.url}.`)
  return simulator
}

async function prepareShop({ env, verbose }) {
  say("Creating or updating the tables. This takes half a minute.")
  await medusaCommand(["db:migrate", "--execute-all-links"], {
    what: "Creating the tables",
    name: "migrate",
    cwd: root,
    env,
    verbose,
  })
  say("Filling the shop: regions, locations, articles, an administrator.")
  await medusaCommand(["exec", "./scripts/seed-demo.ts"], {
    what: "Filling the shop",
    name: "seed",
    cwd: root,
    env,
    verbose,
  })
}

async function bringUp({ env, port, verbose }) {
  say("Starting Medusa.")
  const server = startMedusa({ cwd: root, env, port, verbose })
  try {
    await waitForHealth(`http://127.0.0.1:${port}`, { ended: server.ended })
  } catch (error) {
    if (server.log) {
      complain(tail(server.log))
    }
    throw error
  }
  return server
}

/** Trouble here does not end the demo: the shop is up, and its screens are the place to find out why. */
async function importOnce(medusa, simulator) {
  try {
    const { account, created } = await connectDemoAccount(medusa, simulator)
    say(`The account "${account.name}" is connected${created ? "" : " since last time"}.`)
    if (created || (await countOrders(medusa, account)) === 0) {
      await importPeriod(medusa, account, { days: DEMO_DAYS })
    }
  } catch (error) {
    complain(error instanceof Trouble ? error.message : error.stack)
    complain("The first import did not work out. The shop stays up so that you can look into it.")
  }
}

async function countOrders(medusa, account) {
  const { count } = await medusa.get("/admin/marketplaces/orders", { account_id: account.id, limit: "1" })
  return count
}

/** Nothing is sent to the simulated Amazon before a person says so. */
const HINTS = [
  "Ship: open an order that is UNSHIPPED under Marketplaces > Orders, fulfil it in Medusa, mark it as shipped with any tracking number.",
  'Tell Amazon: in the account, switch sending on, in the tab "Shipping" and in the tab "Stock" (where the safety stop asks first).',
  'Map: after a few minutes the tab "Products" has listings that the shop does not know, two of them with a proposal.',
  'Follow the goods: what Amazon holds comes into the location "Amazon FBA"; Movements tells why.',
]

function showAround({ port, env, simulator }) {
  const admin = `http://localhost:${port}/app`
  say("")
  const password = process.env.ADMIN_PASSWORD ? "in ADMIN_PASSWORD" : env.ADMIN_PASSWORD
  say(`Open ${admin} and sign in as ${env.ADMIN_EMAIL} with the password ${password}`)
  say("The first page takes up to half a minute; then it is quick.")
  if (simulator) {
    say(`Begin at ${admin}/marketplaces; the imported orders are in ${admin}/orders. What to try:`)
    for (const hint of HINTS) say(`  ${hint}`)
  }
  say(`The logs are in ${logDir}. Ctrl-C ends everything; npm run reset forgets it.`)
}
