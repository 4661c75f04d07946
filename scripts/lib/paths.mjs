import { createHash } from "node:crypto"
import path from "node:path"
import { fileURLToPath } from "node:url"

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..")
export const dataDir = path.join(root, ".data")
export const logDir = path.join(dataDir, "logs")
export const medusaCli = path.join("node_modules", "@medusajs", "cli", "cli.js")

/**
 * Where PostgreSQL lives when the system's postgres user cannot enter the repository (a clone under /root, run
 * as root). /var/tmp survives a restart, the hash keeps two clones apart.
 */
export const outsideDir = path.join(
  "/var/tmp",
  `medusa-plugin-marketplaces-${createHash("sha256").update(root).digest("hex").slice(0, 8)}`,
)
