import { acceptConsent } from "./nuvemshop-simulator.mjs"
import { say, Trouble } from "./say.mjs"

const DAY_MS = 24 * 60 * 60 * 1000
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** What the counts of a run are called in a sentence. Counts that are zero are not worth words. */
const WORDS = {
  imported: "imported",
  updated: "updated",
  review: "waiting for review",
  waiting: "waiting at the platform",
  blocked: "blocked by a problem",
  ignored: "ignored",
  canceled: "canceled",
  unchanged: "unchanged",
}

export function describeCounts(counts = {}) {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${WORDS[name] ?? name.replaceAll("_", " ")}`)
  return parts.join(", ") || "nothing to do"
}

async function idByName(medusa, route, list, name) {
  const answer = await medusa.get(route, { name, limit: "1" })
  const found = answer[list][0]
  if (!found) {
    throw new Trouble(`The demo's "${name}" is missing (${route}). Run npm run reset, then npm start again.`)
  }
  return found.id
}

async function shippingOption(medusa, stock_location_id) {
  const { shipping_options } = await medusa.get("/admin/shipping-options", { stock_location_id, limit: "1" })
  if (!shipping_options[0]) {
    throw new Trouble("The demo's shipping option is missing. Run npm run reset, then npm start again.")
  }
  return shipping_options[0].id
}

async function accountNamed(medusa, name) {
  const { accounts } = await medusa.get("/admin/marketplaces/accounts")
  return accounts.find((account) => account.name === name)
}

/** Where imported orders land in the demo's shop. */
async function shopSettings(medusa) {
  const [sales_channel_id, stock_location_id] = await Promise.all([
    idByName(medusa, "/admin/sales-channels", "sales_channels", "Marketplaces"),
    idByName(medusa, "/admin/stock-locations", "stock_locations", "Main warehouse"),
  ])
  const shipping_option_id = await shippingOption(medusa, stock_location_id)
  return { sales_channel_id, stock_location_id, shipping_option_id }
}

/** Connects the simulated seller, unless an account is there from last time. */
export async function connectDemoAccount(medusa, simulator, name = "Amazon (demo)") {
  const existing = await accountNamed(medusa, name)
  if (existing) {
    return { account: existing, created: false }
  }
  const settings = await shopSettings(medusa)
  const { account } = await medusa.post("/admin/marketplaces/accounts", {
    provider_id: "amazon",
    name,
    credentials: {
      refresh_token: simulator.refreshToken,
      selling_partner_id: simulator.sellingPartnerId,
      region: "na",
    },
    settings: {
      ...settings,
      platform_location_id: await idByName(medusa, "/admin/stock-locations", "stock_locations", "Amazon FBA"),
      // So that an imported order can be shipped at once; a person only types a tracking number.
      carriers: [{ source: "shipping_option", source_id: settings.shipping_option_id, carrier: "UPS" }],
    },
  })
  return { account, created: true }
}

/**
 * Connects the simulated store by its consent page, as a person does in the dashboard. At every start, because the simulator has
 * forgotten by then which tokens it gave out; the account of last time is given its new one.
 */
export async function installDemoStore(medusa, simulator, name = "Nuvemshop (demo)") {
  const existing = await accountNamed(medusa, name)
  const { url } = await medusa.post("/admin/marketplaces/accounts/authorize", {
    provider_id: "nuvemshop",
    name,
    ...(existing ? { account_id: existing.id } : { settings: await shopSettings(medusa) }),
  })
  const { pathname, search } = await acceptConsent(simulator, new URL(url).searchParams.get("state"))
  const { account } = await medusa.get(`${pathname}${search}`)
  return { account, created: !existing }
}

/** Follows a run to its end; `tell` hears of every step forward. */
export async function followRun(medusa, runId, { tell, seconds = 600 }) {
  const deadline = Date.now() + seconds * 1000
  let told = -1
  while (Date.now() < deadline) {
    const { run } = await medusa.get(`/admin/marketplaces/runs/${runId}`)
    if (run.done !== told && run.state === "running" && run.done > 0) {
      told = run.done
      tell(run)
    }
    if (run.state === "done") {
      return run
    }
    if (run.state === "failed") {
      throw new Trouble(`The import failed: ${run.problem?.title ?? "the run names no reason"}.`)
    }
    await wait(500)
  }
  throw new Trouble(`The import did not end within ${seconds} seconds. It goes on in the background.`)
}

export async function importPeriod(medusa, account, { days }) {
  const to = new Date()
  const from = new Date(to.getTime() - days * DAY_MS)
  say(`Importing the orders of the last ${days} days.`)
  const { run_id } = await medusa.post(`/admin/marketplaces/accounts/${account.id}/import`, {
    from: from.toISOString(),
    to: to.toISOString(),
  })
  const run = await followRun(medusa, run_id, {
    tell: ({ done, total, counts }) =>
      say(`  ${done}${total ? ` of ${total}` : ""} orders: ${describeCounts(counts)}.`),
  })
  say(`The import is done: ${describeCounts(run.counts)}.`)
  return run
}
