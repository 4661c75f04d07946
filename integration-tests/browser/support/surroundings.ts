import path from "node:path"

const root = path.join(__dirname, "..", "..", "..")

/** Where failures and screenshots go; not part of the repository. */
export const artefacts = path.join(root, ".artefacts")
export const guideImages = path.join(root, "docs", "guides", "images")
export const logs = path.join(root, ".data", "logs")

export const ADMIN = {
  email: process.env.ADMIN_EMAIL ?? "admin@example.com",
  password: process.env.ADMIN_PASSWORD ?? "",
}

/**
 * A host and a simulator that run already, for quick work on a page: no build, no database of its own.
 *   BROWSER_BASE_URL=http://localhost:9100 BROWSER_SIMULATOR_URL=http://127.0.0.1:9200 ADMIN_EMAIL=... ADMIN_PASSWORD=...
 */
export const runningHost = process.env.BROWSER_BASE_URL
  ? {
      url: process.env.BROWSER_BASE_URL,
      simulatorUrl: process.env.BROWSER_SIMULATOR_URL ?? "",
      nuvemshopUrl: process.env.BROWSER_NUVEMSHOP_URL ?? "",
    }
  : undefined

/** What scripts/jest/prepare-browser.mjs has made. */
export function prepared(): { shopFolder: string; template: string } {
  const { BROWSER_SHOP_FOLDER: shopFolder, BROWSER_TEMPLATE: template } = process.env
  if (!shopFolder || !template) throw new Error("Browser tests are run by npm run test:browser")
  return { shopFolder, template }
}
