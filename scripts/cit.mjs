/** npm test, and with it npm cit: everything that has to hold before a change is merged, in order, to the end. */
import { spawnSync } from "node:child_process"
import { checkContracts } from "./check-contracts.mjs"
import { findChromium, NO_CHROMIUM } from "./lib/chromium.mjs"
import { runJest } from "./lib/jest.mjs"
import { root } from "./lib/paths.mjs"
import { say } from "./lib/say.mjs"

const npm = (script) => () => {
  const { status } = spawnSync("npm", ["run", "--silent", script], { cwd: root, stdio: "inherit" })
  return { ok: status === 0 }
}

function browserTests() {
  if (findChromium()) {
    return runJest("browser")
  }
  say(NO_CHROMIUM)
  return undefined
}

const steps = [
  ["Lint", npm("lint")],
  ["Format", npm("format:check")],
  ["Types", npm("typecheck")],
  ["Unit tests", () => runJest("unit")],
  ["Integration tests", () => runJest("integration")],
  ["Browser tests", browserTests],
  ["Plugin build", npm("build")],
  ["Install into a bare Medusa", npm("test:install")],
  ["Platform contracts", checkContracts],
]

const results = steps.map(([name, run]) => {
  say(`\n=== ${name}`)
  const startedAt = Date.now()
  const result = run()
  return { name, seconds: Math.round((Date.now() - startedAt) / 1000), ...(result ?? { skipped: true }) }
})

const sentence = ({ ok, skipped, passed, failed }) => {
  if (skipped) {
    return "skipped (the reason is above)"
  }
  const tests = passed === undefined ? "" : `: ${passed} passed, ${failed} failed`
  return `${ok ? "fine" : "FAILED"}${tests}`
}

say("\n=== Summary")
for (const result of results) {
  say(`${result.name} (${result.seconds} s): ${sentence(result)}.`)
}
const total = (key) => results.reduce((sum, result) => sum + (result[key] ?? 0), 0)
const wrong = results.filter((result) => !result.ok && !result.skipped)
if (wrong.length > 0) {
  say(`Not right yet: ${wrong.map(({ name }) => name).join(", ")}.`)
  process.exitCode = 1
}
say("")
say(`${total("passed")} passed, ${total("failed")} failed`)
