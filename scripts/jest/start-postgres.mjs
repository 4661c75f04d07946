import { openThrowAwayServer } from "../lib/database.mjs"
import { urlOf, USER } from "../lib/postgres-server.mjs"

/**
 * The PostgreSQL of an integration run. Medusa's test runner reads DB_* when it is imported, and switches TLS on for
 * any host but "localhost". DB_HOST or DATABASE_URL, when set, name a server of yours; its role needs CREATEDB.
 */
export default async function startPostgres() {
  if (process.env.DB_HOST) {
    return
  }
  if (process.env.DATABASE_URL) {
    const url = new URL(process.env.DATABASE_URL)
    process.env.DB_HOST = url.hostname
    process.env.DB_PORT = url.port || "5432"
    process.env.DB_USERNAME = decodeURIComponent(url.username)
    process.env.DB_PASSWORD = decodeURIComponent(url.password)
    return
  }
  const server = await openThrowAwayServer()
  globalThis.__testPostgres = server
  process.env.DB_HOST = "localhost"
  process.env.DB_PORT = String(server.port)
  process.env.DB_USERNAME = USER
  process.env.DB_PASSWORD = server.password
  process.env.DATABASE_URL = urlOf(server, "postgres")
  // Jest ends on Ctrl-C without its teardown: the server must not stay behind.
  process.once("exit", () => {
    if (globalThis.__testPostgres) {
      process.kill(server.pid, "SIGINT")
    }
  })
}
