import path from "node:path"
import { logDir, medusaCli } from "./paths.mjs"
import { run, startGroup } from "./processes.mjs"

const node = process.execPath

/** A Medusa command that runs to its end. Its output goes to a log, of which failures show the end. */
export function medusaCommand(args, { what, cwd, env, name, logs = logDir, verbose }) {
  return run(node, [medusaCli, ...args], {
    what,
    cwd,
    env,
    ...(verbose ? {} : { log: path.join(logs, `${name}.log`) }),
  })
}

/**
 * The server, in one process and for this machine only. Development mode serves the admin from source: no build of a
 * minute and a half before the first look, only a slower first page.
 */
export function startMedusa({ cwd, env, port, logs = logDir, verbose }) {
  return startGroup(node, [medusaCli, "start", "--host", "127.0.0.1", "--port", String(port)], {
    cwd,
    // HMR_BIND_HOST: the admin's live reload would listen on every address otherwise.
    env: { HMR_BIND_HOST: "127.0.0.1", ...env, NODE_ENV: "development", PORT: String(port) },
    ...(verbose ? {} : { log: path.join(logs, "medusa.log") }),
  })
}
