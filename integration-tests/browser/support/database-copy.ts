import { randomBytes } from "node:crypto"
import { Client } from "pg"
import { prepared } from "./surroundings"

const urlOf = (database: string): string => {
  const { DB_HOST = "localhost", DB_PORT = "5432", DB_USERNAME = "postgres", DB_PASSWORD = "" } = process.env
  return `postgres://${DB_USERNAME}:${encodeURIComponent(DB_PASSWORD)}@${DB_HOST}:${DB_PORT}/${database}`
}

async function admin(statement: string): Promise<void> {
  const client = new Client({ connectionString: urlOf("postgres") })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export type DatabaseCopy = { url: string; drop(): Promise<void> }

/** A copy of the prepared shop for one test file. */
export async function copyDatabase(): Promise<DatabaseCopy> {
  const name = `marketplaces_browser_${randomBytes(4).toString("hex")}`
  await admin(`CREATE DATABASE ${name} TEMPLATE "${prepared().template}"`)
  return { url: urlOf(name), drop: () => admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}
