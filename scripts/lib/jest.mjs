import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { dataDir, root } from "./paths.mjs"
import { say } from "./say.mjs"

const jest = path.join(root, "node_modules", "jest", "bin", "jest.js")
const reports = path.join(dataDir, "test-reports")

/** Runs one tier of tests (see jest.config.js) and returns how it went. */
export async function runJest(tier, { args = [], env = {} } = {}) {
  mkdirSync(reports, { recursive: true })
  const report = path.join(reports, `${tier}.json`)
  rmSync(report, { force: true })
  // What databases and hosts print along the way would bury what failed; a single file run by hand shows it.
  const child = spawn(process.execPath, [jest, "--silent", "--json", `--outputFile=${report}`, ...args], {
    cwd: root,
    // With --json the report also goes to standard output: the file is enough.
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      LOG_LEVEL: "error",
      ...env,
      TEST_TYPE: tier,
      NODE_OPTIONS: [process.env.NODE_OPTIONS, "--experimental-vm-modules"].filter(Boolean).join(" "),
    },
  })
  const [status] = await once(child, "close")
  return { ok: status === 0, ...counts(report) }
}

/** Most files that are run a second time: where more fail, it is no matter of chance. */
const MOST_AGAIN = 3

/**
 * Runs a tier, and files that failed beside others once more on their own: hosts, browsers and databases share a machine, and one may
 * be late. What needed the second run is named (`again`), so that nobody overlooks a test that fails now and then. Files under
 * `never` get no second run: what they prove has to hold every time.
 */
export async function runJestWithPatience(tier, { never = [] } = {}) {
  const first = await runJest(tier)
  const files = first.failedFiles ?? []
  const isProof = (file) => never.some((folder) => path.relative(root, file).startsWith(folder))
  if (first.ok || !files.length || files.length > MOST_AGAIN || files.some(isProof)) {
    return first
  }
  say(`\n=== Once more, alone: ${files.map((file) => path.relative(root, file)).join(", ")}`)
  const second = await runJest(tier, { args: ["--runInBand", "--runTestsByPath", ...files] })
  if (!second.ok) {
    return first
  }
  return { ok: true, passed: first.passed + first.failed, failed: 0, again: first.failedTests }
}

/** A file that could not be loaded has no tests to count: it counts as one that failed. */
function counts(report) {
  if (!existsSync(report)) {
    return { passed: 0, failed: 1 }
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  )
  const failing = testResults.filter(({ status }) => status === "failed")
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    failedFiles: failing.map(({ name }) => name),
    failedTests: failing.flatMap(({ name, assertionResults }) => {
      const tests = assertionResults.filter(({ status }) => status === "failed")
      return tests.length ? tests.map(({ fullName }) => fullName.trim()) : [path.relative(root, name)]
    }),
  }
}
