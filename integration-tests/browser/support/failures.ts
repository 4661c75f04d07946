import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import type { Page } from "playwright-core"
import { artefacts } from "./surroundings"
import { troublesOf } from "./troubles"

declare global {
  /** Called by scripts/jest/browser-environment.mjs when a test fails, while its pages are still open. */
  var recordFailure: ((test: string) => Promise<void>) | undefined
}

const folder = path.join(artefacts, "failures")

const fileNameOf = (test: string): string =>
  test
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 120)

/** Keeps a picture of every open page, its address and its errors under .artefacts/failures. */
export function recordFailuresOf(pages: () => Page[], log: () => string | undefined): void {
  globalThis.recordFailure = async (test) => {
    mkdirSync(folder, { recursive: true })
    const name = fileNameOf(test)
    const told: string[] = [test, ""]
    for (const [index, page] of pages().entries()) {
      const file = path.join(folder, `${name}-${index + 1}.png`)
      const pictured = await page.screenshot({ path: file }).then(
        () => file,
        (error: Error) => `no picture: ${error.message}`,
      )
      told.push(`${page.url()} (${pictured})`, ...troublesOf(page), "")
    }
    const host = log()
    if (host) told.push(`The host's log: ${host}`)
    writeFileSync(path.join(folder, `${name}.txt`), `${told.join("\n")}\n`)
  }
}
