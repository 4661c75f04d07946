import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

/** The package file of the folder a file lies in, or of the nearest one above it. */
function packageAbove(folder: string): string | undefined {
  const file = join(folder, "package.json")
  if (existsSync(file)) return file
  const parent = dirname(folder)
  return parent === folder ? undefined : packageAbove(parent)
}

function versionIn(file: string | undefined): string | null {
  if (!file) return null
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version?: string }
  return version ?? null
}

/** What runs here: whoever looks into a problem asks for it first. */
export function versions(): { plugin: string | null; medusa: string | null; node: string } {
  const medusa = createRequire(__filename).resolve("@medusajs/medusa/package.json")
  return { plugin: versionIn(packageAbove(__dirname)), medusa: versionIn(medusa), node: process.version }
}
