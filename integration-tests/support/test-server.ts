import { Client } from "pg"

/** A database's address on the server that the tests run on. */
export const urlOf = (database: string): string => {
  const { DB_HOST = "localhost", DB_PORT = "5432", DB_USERNAME = "postgres", DB_PASSWORD = "" } = process.env
  return `postgres://${DB_USERNAME}:${encodeURIComponent(DB_PASSWORD)}@${DB_HOST}:${DB_PORT}/${database}`
}

/** Runs a statement on a database of the server. */
export async function query(
  database: string,
  statement: string,
  parameters: unknown[] = [],
): Promise<unknown[]> {
  const client = new Client({ connectionString: urlOf(database) })
  await client.connect()
  try {
    return (await client.query(statement, parameters)).rows
  } finally {
    await client.end()
  }
}

/** Runs a statement on the server itself: making and dropping databases. */
export async function onServer(statement: string): Promise<void> {
  await query("postgres", statement)
}
