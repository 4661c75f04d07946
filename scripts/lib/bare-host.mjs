import { spawnSync } from "node:child_process"
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { root } from "./paths.mjs"
import { run } from "./processes.mjs"
import { say, Trouble } from "./say.mjs"

const manifest = () => JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"))

/** Packs the plugin the way it is published; returns the tarball. */
export async function pack(into) {
  say("Building and packing the plugin.")
  await run("npm", ["run", "--silent", "build"], {
    what: "Building the plugin",
    cwd: root,
    log: path.join(into, "logs", "build.log"),
  })
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", into]
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd: root, encoding: "utf8" })
  if (status !== 0) {
    throw new Trouble(`npm pack failed.\n${stderr.trim()}`)
  }
  const [{ filename, files }] = JSON.parse(stdout)
  const stowaways = files
    .map((file) => file.path)
    .filter((name) => /\.spec\.|integration-tests|^\.env/.test(name))
  if (stowaways.length > 0) {
    throw new Trouble(`The package holds files that are nobody else's business: ${stowaways.join(", ")}.`)
  }
  say(`Packed ${filename}: ${files.length} files.`)
  return path.join(into, filename)
}

/** A shop that has nothing but Medusa, in a folder that PostgreSQL's user and everybody else may enter. */
export async function makeHost() {
  const home = mkdtempSync(path.join(os.tmpdir(), "marketplaces-host-"))
  chmodSync(home, 0o755)
  const tarball = await pack(home)
  const { devDependencies, overrides, name } = manifest()
  const pick = (...names) => Object.fromEntries(names.map((key) => [key, devDependencies[key]]))
  const host = path.join(home, "shop")
  mkdirSync(path.join(host, "src"), { recursive: true })
  const packageJson = {
    name: "bare-shop",
    private: true,
    dependencies: {
      ...pick("@medusajs/admin-sdk", "@medusajs/cli", "@medusajs/framework", "@medusajs/medusa"),
      ...pick("@medusajs/ui", "@medusajs/icons"),
      [name]: `file:${tarball}`,
    },
    devDependencies: pick("@swc/core", "ts-node", "typescript", "vite"),
    overrides,
  }
  writeFileSync(path.join(host, "package.json"), `${JSON.stringify(packageJson, null, 2)}\n`)
  writeFileSync(path.join(host, "medusa-config.ts"), hostConfig(name))
  const tsconfig = JSON.parse(readFileSync(path.join(root, "tsconfig.json"), "utf8"))
  tsconfig.compilerOptions.types = ["node"]
  writeFileSync(path.join(host, "tsconfig.json"), `${JSON.stringify(tsconfig, null, 2)}\n`)
  cpSync(path.join(root, "scripts", "seed-demo.ts"), path.join(host, "src", "scripts", "seed-demo.ts"))
  cpSync(path.join(root, "scripts", "seed"), path.join(host, "src", "scripts", "seed"), { recursive: true })
  return { home, host }
}

const TOY = "medusa-marketplace-toy"

/**
 * Puts a third party's connector beside the plugin, as npm would. After npm install, which takes away what it did not
 * install itself.
 */
export function addToyConnector(host) {
  const fixture = path.join(root, "integration-tests", "fixtures", "toy-connector")
  cpSync(fixture, path.join(host, "node_modules", TOY), { recursive: true })
}

/** As in the README: the plugin under its package name, one connector by its sub-path, and one of a third party. */
const hostConfig = (name) => `import { defineConfig } from "@medusajs/framework/utils"

export default defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  admin: { disable: process.env.ADMIN_DISABLED === "true" },
  plugins: [
    {
      resolve: "${name}",
      options: {
        encryptionKey: process.env.MARKETPLACE_ENCRYPTION_KEY,
        providers: [
          {
            resolve: "${name}/providers/amazon",
            id: "amazon",
            options: {
              clientId: process.env.AMAZON_CLIENT_ID,
              clientSecret: process.env.AMAZON_CLIENT_SECRET,
              applicationId: process.env.AMAZON_APPLICATION_ID,
              endpoint: process.env.AMAZON_ENDPOINT,
              tokenEndpoint: process.env.AMAZON_TOKEN_ENDPOINT,
              sellerCentralUrl: process.env.AMAZON_SELLER_CENTRAL_URL,
            },
          },
          { resolve: "${TOY}", id: "toy" },
        ],
      },
    },
  ],
})
`
