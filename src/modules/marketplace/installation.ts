import { createHash } from "node:crypto"
import type { Sql } from "./store/sql"

/** Where the configured connection leads to. */
export type DatabaseAddress = { host: string; port: string }

const DEFAULT_PORT = "5432"

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value) : undefined

/** Host and port out of the settings of a database connection: an address, or parts of one. */
export function databaseAddress(connection: unknown): DatabaseAddress {
  const settings = (typeof connection === "object" && connection !== null ? connection : {}) as Record<
    string,
    unknown
  >
  const address = textOf(connection) ?? textOf(settings.connectionString)
  if (address && URL.canParse(address)) {
    const { hostname, port, searchParams } = new URL(address)
    return { host: hostname || (searchParams.get("host") ?? ""), port: port || DEFAULT_PORT }
  }
  return { host: textOf(settings.host) ?? "", port: textOf(settings.port) ?? DEFAULT_PORT }
}

/** The id that PostgreSQL gives a cluster when it is made; null where its role may not read it. */
async function systemIdentifier(sql: Sql): Promise<string | null> {
  const [may] = await sql<{ may: boolean }>(
    `SELECT has_function_privilege('pg_control_system()', 'execute') AS may`,
  )
  if (!may?.may) return null
  const [cluster] = await sql<{ id: string }>(`SELECT system_identifier::text AS id FROM pg_control_system()`)
  return cluster?.id ?? null
}

/**
 * A fingerprint of this installation: a database that was restored elsewhere, or copied under another name, has another. Where
 * `named` is given it stands for name and address of the database, so that one database may be reached by several addresses.
 */
export async function installationOf(
  sql: Sql,
  named: string | undefined,
  connection: unknown,
): Promise<string> {
  const cluster = await systemIdentifier(sql)
  const [database] = await sql<{ name: string }>(`SELECT current_database() AS name`)
  const { host, port } = databaseAddress(connection)
  const place = named === undefined ? [database.name, host, port] : [named]
  return createHash("sha256")
    .update([...place, cluster ?? ""].join("\u0000"))
    .digest("hex")
}
