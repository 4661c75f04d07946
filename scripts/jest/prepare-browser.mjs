import { rmSync } from "node:fs"
import path from "node:path"
import { buildShop } from "../lib/built-shop.mjs"
import { root } from "../lib/paths.mjs"
import { stopAllGroups } from "../lib/processes.mjs"
import { complain } from "../lib/say.mjs"
import { prepareTemplate } from "../lib/shop-template.mjs"
import startPostgres from "./start-postgres.mjs"

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`

const databaseUrl = (database) => {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  return `postgres://${DB_USERNAME}:${encodeURIComponent(DB_PASSWORD ?? "")}@${DB_HOST}:${DB_PORT}/${database}`
}

/** Tells what was made, and how long it took; standard output belongs to Jest's report. */
async function tell(what, made) {
  const startedAt = Date.now()
  const result = await made
  complain(`${what}: ${result.reused ? "as last time" : "made"} (${seconds(startedAt)}).`)
  return result
}

/**
 * Once for all browser tests: a PostgreSQL, the built shop and a database to copy. With BROWSER_BASE_URL the tests use a
 * host that runs already, and there is nothing to prepare. The tests find the rest in the environment (support/surroundings.ts).
 */
export default async function prepareBrowserTests() {
  if (process.env.BROWSER_BASE_URL) {
    complain(`The browser tests use the host on ${process.env.BROWSER_BASE_URL}.`)
    return
  }
  rmSync(path.join(root, ".artefacts", "failures"), { recursive: true, force: true })
  await startPostgres()
  // Jest ends on Ctrl-C without its teardown: a build must not go on behind it.
  process.once("exit", () => void stopAllGroups())
  process.env.ADMIN_EMAIL ||= "admin@example.com"
  process.env.ADMIN_PASSWORD ||= "for-browser-tests-only"
  const admin = { email: process.env.ADMIN_EMAIL, password: process.env.ADMIN_PASSWORD }
  const [shop, template] = await Promise.all([
    tell("The shop and its dashboard", buildShop()),
    tell("The database to copy", prepareTemplate({ urlOf: databaseUrl, admin })),
  ])
  process.env.BROWSER_SHOP_FOLDER = shop.folder
  process.env.BROWSER_TEMPLATE = template.name
}
