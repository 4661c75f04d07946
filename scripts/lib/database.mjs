import { randomBytes } from "node:crypto"
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { dataDir, logDir, outsideDir } from "./paths.mjs"
import { freePort, isFree } from "./ports.mjs"
import { isReachable, serverUser } from "./postgres-files.mjs"
import { ensureDatabase, isAlive, startServer, stopServer, urlOf } from "./postgres-server.mjs"

const noteFile = path.join(dataDir, "pg.json")
const DATABASE = "medusa-marketplaces"

function readNote() {
  return existsSync(noteFile) ? JSON.parse(readFileSync(noteFile, "utf8")) : {}
}

function writeNote(note) {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(noteFile, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 })
}

const clusterDir = () => {
  const inside = path.join(dataDir, "pg")
  return isReachable(inside, serverUser()) ? inside : path.join(outsideDir, "pg")
}

/** After a power cut the noted process id may belong to somebody else by now. */
function isPostgres(pid) {
  const commandLine = `/proc/${pid}/cmdline`
  return isAlive(pid) && (!existsSync(commandLine) || readFileSync(commandLine, "utf8").includes("postgres"))
}

/** The process id of the server that runs on this data folder, if one does. */
function runningServer(dir) {
  const file = path.join(dir, "postmaster.pid")
  if (!existsSync(file)) {
    return undefined
  }
  const [pid, , , port] = readFileSync(file, "utf8").split("\n")
  return isPostgres(Number(pid)) ? { pid: Number(pid), port: Number(port) } : undefined
}

/**
 * The database of this clone: DATABASE_URL when set, else a PostgreSQL in .data/pg. Whoever started the server
 * stops it; a second command that runs meanwhile joins it, and a server whose owner has died is taken over.
 */
export async function openDatabase() {
  const given = process.env.DATABASE_URL
  if (given) {
    await ensureDatabase(given)
    return { url: given, where: "the database in DATABASE_URL", stop: async () => {} }
  }
  const dir = clusterDir()
  const note = readNote()
  const running = note.password ? runningServer(dir) : undefined
  const url = (server) => urlOf(server, DATABASE)

  if (running && note.owner !== process.pid && isAlive(note.owner)) {
    return { url: url({ ...note, port: running.port }), where: `PostgreSQL in ${dir}`, stop: async () => {} }
  }
  let server
  if (running) {
    server = { ...running, password: note.password, stop: () => stopServer(running.pid) }
  } else {
    const port = note.port && (await isFree(note.port)) ? note.port : await freePort()
    const password = note.password ?? randomBytes(16).toString("hex")
    writeNote({ port, password, owner: process.pid })
    server = await startServer({ dir, port, password, log: path.join(logDir, "postgres.log") })
  }
  writeNote({ port: server.port, password: server.password, owner: process.pid })
  await ensureDatabase(url(server))
  return { url: url(server), where: `PostgreSQL in ${dir}`, stop: server.stop }
}

/** Fast and forgetful: what a test may lose in a power cut is nothing. */
const THROW_AWAY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"]

/** A server for one test run, in a temporary folder that goes away with it. The bench gives flags of its own: durable. */
export async function openThrowAwayServer(flags = THROW_AWAY) {
  const home = mkdtempSync(path.join(os.tmpdir(), "marketplaces-pg-"))
  chmodSync(home, 0o755)
  const remove = () => rmSync(home, { recursive: true, force: true })
  try {
    const server = await startServer({
      dir: path.join(home, "data"),
      port: await freePort(),
      password: randomBytes(16).toString("hex"),
      log: path.join(home, "postgres.log"),
      flags,
    })
    const stop = async () => {
      await server.stop()
      remove()
    }
    return { ...server, home, stop }
  } catch (error) {
    remove()
    throw error
  }
}

/** Forgets the clone's database. Refuses while a server runs on it. */
export function removeDatabase() {
  const dir = clusterDir()
  const running = runningServer(dir)
  if (running) {
    return { running: running.pid }
  }
  rmSync(dir, { recursive: true, force: true })
  rmSync(outsideDir, { recursive: true, force: true })
  return {}
}
