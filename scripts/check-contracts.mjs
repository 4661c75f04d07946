/**
 * npm run check:contracts: connectors and simulators against the contract files that the platforms publish. The files
 * are not part of this repository: CONTRACTS_DIR names their folder.
 */
import { existsSync } from "node:fs"
import path from "node:path"
import { runJest } from "./lib/jest.mjs"
import { root } from "./lib/paths.mjs"
import { complain, say } from "./lib/say.mjs"

/** How many tests passed and failed, or undefined when there is nothing to check against. */
export async function checkContracts() {
  const candidates = [process.env.CONTRACTS_DIR, path.join(root, "..", "shared", "contracts")].filter(Boolean)
  const found = candidates.find((candidate) => existsSync(candidate))
  if (!found) {
    say(`The platforms' contract files were not found (${candidates.join(", ")}), so nothing was checked.`)
    say("Set CONTRACTS_DIR to their folder to run this check.")
    return undefined
  }
  if (!existsSync(path.join(root, "integration-tests", "contracts"))) {
    say("There is no contract check yet (integration-tests/contracts), so nothing was checked.")
    return undefined
  }
  return runJest("contracts", { env: { CONTRACTS_DIR: path.resolve(found) } })
}

if (process.argv[1] === import.meta.filename) {
  const result = await checkContracts()
  if (result) {
    say(`${result.passed} passed, ${result.failed} failed`)
    if (!result.ok) {
      complain("The contract check failed. What differs is above.")
      process.exitCode = 1
    }
  }
}
