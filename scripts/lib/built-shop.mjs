import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs"
import path from "node:path"
import { dataDir, logDir, medusaCli, root } from "./paths.mjs"
import { run } from "./processes.mjs"
import { fingerprint } from "./sources.mjs"

const SOURCES = { folders: ["src"], files: ["medusa-config.ts", "package.json", "tsconfig.json"] }
const PREFIX = "built-shop-"
const COPY_PREFIX = "shop-source-"
const KEPT_MS = 60 * 60 * 1000

/**
 * This repository as a shop in production mode, dashboard included. Building takes a minute or two, so what was built
 * from the same sources is used again. Gives its folder.
 */
export async function buildShop() {
  const made = fingerprint({ ...SOURCES, files: [...SOURCES.files, "package-lock.json"] })
  // Two levels below the root, so that node_modules is found above.
  const folder = path.join(dataDir, `${PREFIX}${made}`)
  if (existsSync(folder)) {
    return { folder, reused: true }
  }
  // From a copy: the build wipes the .medusa/server beside its sources, where `npm run build` puts the plugin.
  const copy = path.join(dataDir, `${COPY_PREFIX}${process.pid}`)
  try {
    mkdirSync(copy, { recursive: true })
    for (const name of [...SOURCES.folders, ...SOURCES.files]) {
      cpSync(path.join(root, name), path.join(copy, name), { recursive: true })
    }
    await run(process.execPath, [path.join(root, medusaCli), "build", "--no-lint"], {
      what: "Building the shop and its dashboard",
      log: path.join(logDir, "build-shop.log"),
      cwd: copy,
      env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "1", LOG_LEVEL: "info", NODE_ENV: "production" },
    })
    renameSync(path.join(copy, ".medusa", "server"), folder)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
  forgetOlderThan(folder)
  return { folder, reused: false }
}

/** An hour is left for a run that still uses an older one; copies of runs that were cut off go with them. */
function forgetOlderThan(newest) {
  const isOurs = (name) => name.startsWith(PREFIX) || name.startsWith(COPY_PREFIX)
  for (const name of readdirSync(dataDir).filter(isOurs)) {
    const folder = path.join(dataDir, name)
    if (folder !== newest && Date.now() - statSync(folder).mtimeMs > KEPT_MS) {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
