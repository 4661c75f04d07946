import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { logDir, root } from "./paths.mjs"
import { startGroup, tail } from "./processes.mjs"
import { Trouble } from "./say.mjs"

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Starts the simulator of a platform. It says where it listens, and how to sign in, in one line of JSON; the log file
 * stands between us so that the simulator may go on talking. What is empty in `settings` is left to it.
 */
export async function startSimulator(platform, settings = {}) {
  const cli = `integration-tests/simulators/${platform}/cli.ts`
  if (!existsSync(path.join(root, cli))) {
    throw new Trouble(
      `The simulator of ${platform} is missing (${cli}). Configure another one in the environment.`,
    )
  }
  const log = path.join(logDir, `${platform}-simulator.log`)
  const given = Object.entries(settings).filter(([, value]) => value)
  const group = startGroup(process.execPath, ["-r", "ts-node/register", cli], {
    cwd: root,
    log,
    // Any free port: PORT of our own environment is Medusa's.
    env: { ...process.env, PORT: "0", ...Object.fromEntries(given) },
  })
  let over = false
  void group.ended.then(() => (over = true))
  for (let i = 0; i < 600 && !over; i++) {
    const line = readFileSync(log, "utf8")
      .split("\n")
      .find((text) => text.startsWith("{") && text.endsWith("}"))
    if (line) {
      return { ...JSON.parse(line), group }
    }
    await wait(100)
  }
  throw new Trouble(`The simulator of ${platform} did not start. Its log ${log} ends with:\n${tail(log)}`)
}
