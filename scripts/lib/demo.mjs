import { openDatabase } from "./database.mjs"
import { demoPlatforms } from "./demo-platforms.mjs"
import { importPeriod } from "./first-import.mjs"
import { MedusaClient, waitForHealth } from "./http.mjs"
import { medusaCommand, startMedusa } from "./medusa.mjs"
import { logDir, root } from "./paths.mjs"
import { isFree } from "./ports.mjs"
import { cleanUpAtEnd, stopAllGroups, tail } from "./processes.mjs"
import { complain, main, say, Trouble } from "./say.mjs"
import { loadDotEnv, medusaEnvironment } from "./secrets.mjs"

const DEMO_DAYS = 30

/** Database → tables → shop → simulated platforms → Medusa → first import; then it stays until Ctrl-C. */
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
      const platforms = await startPlatforms(port)
      const env = Object.assign(
        medusaEnvironment(database.url),
        ...platforms.map(({ platform, simulator }) => platform.environment(simulator, port)),
      )
      await prepareShop({ env, verbose })
      const server = await bringUp({ env, port, verbose })
      const medusa = new MedusaClient(`http://127.0.0.1:${port}`)
      await medusa.login(env.ADMIN_EMAIL, env.ADMIN_PASSWORD)
      const hints = []
      for (const one of platforms) {
        hints.push(...(await importOnce(medusa, one)))
      }
      showAround({ port, env, hints })
      const { code, signal } = await server.ended
      throw new Trouble(`Medusa ended unexpectedly (${signal ?? `exit code ${code}`}).`)
    } finally {
      await cleanUp()
    }
  })

/** The simulated platforms, but for those that the environment points at others of. */
async function startPlatforms(port) {
  const started = []
  for (const platform of demoPlatforms) {
    if (platform.variables.some((name) => process.env[name])) {
      say(
        `${platform.name} is configured in the environment, so no simulator is started and no demo account is connected.`,
      )
      continue
    }
    const simulator = await platform.start(port)
    say(`A simulated ${platform.name} listens on ${simulator.url}.`)
    started.push({ platform, simulator })
  }
  return started
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

/**
 * Connects a platform and imports what it has; gives what to try with it. Trouble here does not end the demo: the shop is
 * up, and its screens are the place to find out why.
 */
async function importOnce(medusa, { platform, simulator }) {
  try {
    const { account, created } = await platform.connect(medusa, simulator)
    say(`The account "${account.name}" is connected${created ? "" : " since last time"}.`)
    if (created || (await countOrders(medusa, account)) === 0) {
      await importPeriod(medusa, account, { days: DEMO_DAYS })
    }
    return await platform.hints({ medusa, account, simulator })
  } catch (error) {
    complain(error instanceof Trouble ? error.message : error.stack)
    complain(
      `The first import from ${platform.name} did not work out. The shop stays up so that you can look into it.`,
    )
    return []
  }
}

async function countOrders(medusa, account) {
  const { count } = await medusa.get("/admin/marketplaces/orders", { account_id: account.id, limit: "1" })
  return count
}

function showAround({ port, env, hints }) {
  const admin = `http://localhost:${port}/app`
  say("")
  const password = process.env.ADMIN_PASSWORD ? "in ADMIN_PASSWORD" : env.ADMIN_PASSWORD
  say(`Open ${admin} and sign in as ${env.ADMIN_EMAIL} with the password ${password}`)
  say("The first page takes up to half a minute; then it is quick.")
  if (hints.length) {
    say(`Begin at ${admin}/marketplaces; the imported orders are in ${admin}/orders. What to try:`)
    for (const hint of hints) say(`  ${hint}`)
  }
  say(`The logs are in ${logDir}. Ctrl-C ends everything; npm run reset forgets it.`)
}
