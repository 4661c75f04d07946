import { randomBytes } from "node:crypto"
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { dataDir, root } from "./paths.mjs"
import { Trouble } from "./say.mjs"

const file = path.join(dataDir, "secrets.json")

const fresh = () => ({
  MARKETPLACE_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  JWT_SECRET: randomBytes(32).toString("hex"),
  COOKIE_SECRET: randomBytes(32).toString("hex"),
  ADMIN_PASSWORD: randomBytes(9).toString("base64url"),
})

/** The clone's own secrets: made once, readable by their owner only, never printed but for the admin password. */
function localSecrets() {
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}
  const secrets = { ...fresh(), ...kept }
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
  return secrets
}

/** Reads .env the way Medusa does: what the shell has set wins. */
export function loadDotEnv() {
  const dotEnv = path.join(root, ".env")
  if (!existsSync(dotEnv)) {
    return
  }
  if (!process.loadEnvFile) {
    throw new Trouble(
      "Reading .env needs Node 20.12 or newer. Update Node, or set the variables in your shell.",
    )
  }
  process.loadEnvFile(dotEnv)
}

/** The environment for Medusa: what is set stays, missing secrets are the clone's own. */
export function medusaEnvironment(databaseUrl) {
  const set = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""))
  return {
    MEDUSA_DISABLE_TELEMETRY: "1",
    ADMIN_EMAIL: "admin@example.com",
    ...localSecrets(),
    ...set,
    DATABASE_URL: databaseUrl,
  }
}
