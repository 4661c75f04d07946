import { spawn } from "node:child_process"
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs"
import path from "node:path"
import { complain, say, Trouble } from "./say.mjs"

/**
 * Every child leads a process group of its own: Ctrl-C reaches this script only, which then ends the children
 * in order, and killing the group also ends what a child has forked.
 */
const groups = new Set()

export function startGroup(command, args, { log, ...options } = {}) {
  const out = log ? openLog(log) : undefined
  const child = spawn(command, args, {
    detached: true,
    stdio: out === undefined ? "inherit" : ["ignore", out, out],
    ...options,
  })
  if (out !== undefined) {
    closeSync(out)
  }
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 127, error }))
    child.once("exit", (code, signal) => resolve({ code: code ?? 1, signal }))
  })
  const group = { child, exited, log }
  groups.add(group)
  void exited.then(() => groups.delete(group))
  group.ended = exited.then(unlessInterrupted)
  return group
}

function openLog(file) {
  mkdirSync(path.dirname(file), { recursive: true })
  return openSync(file, "w")
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

function signalGroup(group, signal) {
  try {
    process.kill(-group.child.pid, signal)
    return true
  } catch (error) {
    if (error.code === "ESRCH") {
      return false
    }
    throw error
  }
}

/** Ends a group: politely, and after the grace period for good. */
export async function stopGroup(group, { graceMs = 8000 } = {}) {
  if (!group?.child.pid) {
    return
  }
  if (!signalGroup(group, "SIGTERM")) {
    return
  }
  const gone = await Promise.race([group.exited.then(() => true), wait(graceMs).then(() => false)])
  // The leader may be gone while something it forked is not: the second signal is for the rest of the group.
  signalGroup(group, "SIGKILL")
  if (!gone) {
    await group.exited
  }
}

export async function stopAllGroups() {
  await Promise.all([...groups].map((group) => stopGroup(group)))
}

/** Runs a command to its end; throws trouble with the end of its log when it fails. */
export async function run(command, args, { what, ...options }) {
  const group = startGroup(command, args, options)
  const { code, signal, error } = await group.ended
  if (code === 0) {
    return
  }
  if (options.log) {
    complain(tail(options.log))
  }
  const reason = error ? error.message : signal ? `it was ended by ${signal}` : `exit code ${code}`
  const where = options.log ? ` The whole output is in ${options.log}.` : ""
  throw new Trouble(`${what} failed (${reason}).${where}`)
}

export function tail(file, lines = 40) {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-lines).join("\n")
}

let interrupted = false

/**
 * Cleans up once: on the first Ctrl-C, kill or closed terminal, which then ends the script, or when the function
 * that is returned is called.
 */
export function cleanUpAtEnd(cleanUp) {
  let running
  const once = () => (running ??= cleanUp())
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (!interrupted) {
        interrupted = true
        say("\nStopping.")
        void once().finally(() => process.exit(signal === "SIGINT" ? 130 : 143))
      }
    })
  }
  return once
}

/** After Ctrl-C children end because we end them: whoever waits for one has nothing more to say. */
const unlessInterrupted = (outcome) => (interrupted ? new Promise(() => {}) : outcome)
