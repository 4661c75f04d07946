import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { dataDir, root } from "./paths.mjs"

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

/** A file that could not be loaded has no tests to count: it counts as one that failed. */
function counts(report) {
  if (!existsSync(report)) {
    return { passed: 0, failed: 1 }
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, "utf8"),
  )
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites }
}
