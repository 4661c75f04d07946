/** npm test, and with it npm cit: everything that has to hold before a change is merged, to the end. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { checkContracts } from "./check-contracts.mjs"
import { findChromium, NO_CHROMIUM } from "./lib/chromium.mjs"
import { runJest, runJestWithPatience } from "./lib/jest.mjs"
import { root } from "./lib/paths.mjs"
import { say } from "./lib/say.mjs"

/** With `later`, what it prints is shown when it has ended, so that it does not come between what others print. */
const npm =
  (script, { later = false } = {}) =>
  async () => {
    const output = later ? "pipe" : "inherit"
    const child = spawn("npm", ["run", "--silent", script], { cwd: root, stdio: ["ignore", output, output] })
    const printed = []
    child.stdout?.on("data", (data) => printed.push(data))
    child.stderr?.on("data", (data) => printed.push(data))
    const [status] = await once(child, "close")
    if (later) {
      say(`\n=== ${script}\n${Buffer.concat(printed)}`)
    }
    return { ok: status === 0 }
  }

function browserTests() {
  if (findChromium()) {
    return runJestWithPatience("browser")
  }
  say(NO_CHROMIUM)
  return undefined
}

async function inOrder(steps) {
  const results = []
  for (const [name, run] of steps) {
    say(`\n=== ${name}`)
    const startedAt = Date.now()
    const result = await run()
    results.push({
      name,
      seconds: Math.round((Date.now() - startedAt) / 1000),
      ...(result ?? { skipped: true }),
    })
  }
  return results
}

/** The installation builds the plugin, and waits for the network: the quick checks are done meanwhile. */
const atOnce = [
  [["Install into a bare Medusa", npm("test:install", { later: true })]],
  [
    ["Lint", npm("lint")],
    ["Format", npm("format:check")],
    ["Types", npm("typecheck")],
    ["Unit tests", () => runJest("unit")],
  ],
]

const oneByOne = [
  // The proofs under crashes and the properties have to hold at the first time.
  ["Integration tests", () => runJestWithPatience("integration", { never: ["integration-tests/scale"] })],
  ["Browser tests", browserTests],
  ["Platform contracts", checkContracts],
]

const results = [...(await Promise.all(atOnce.map(inOrder))).flat(), ...(await inOrder(oneByOne))]

const sentence = ({ ok, skipped, passed, failed, again }) => {
  if (skipped) {
    return "skipped (the reason is above)"
  }
  const tests = passed === undefined ? "" : `: ${passed} passed, ${failed} failed`
  const late = again?.length ? `; only when run a second time: ${again.join("; ")}` : ""
  return `${ok ? "fine" : "FAILED"}${tests}${late}`
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
