import type { Knex } from "@medusajs/framework/mikro-orm/knex"

type Statement = { sql: string; bindings: unknown[] }
type Explained = { rows: { "QUERY PLAN": string }[] }
type Connection = { query(sql: string, bindings: unknown[]): Promise<Explained> }

/** How PostgreSQL carries a statement out: the indexes it uses, and whether it reads a whole table. */
export type QueryPlan = { indexes: string[]; readsWholeTable: boolean; text: string }

/** The statements on a table that some work really sends, in their order. */
export async function statementsOn(
  knex: Knex,
  table: string,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  const sent: Statement[] = []
  const hear = (statement: Statement) => {
    if (statement.sql.includes(`from "${table}"`)) sent.push(statement)
  }
  knex.on("query", hear)
  try {
    await work()
  } finally {
    knex.removeListener("query", hear)
  }
  return sent
}

/** The plan of a statement exactly as it was sent, with its values. */
export async function planOf(knex: Knex, { sql, bindings }: Statement): Promise<QueryPlan> {
  const client = knex.client as {
    acquireConnection(): Promise<Connection>
    releaseConnection(one: Connection): Promise<void>
  }
  const connection = await client.acquireConnection()
  try {
    const { rows } = await connection.query(`EXPLAIN ${sql}`, bindings)
    const text = rows.map((row) => row["QUERY PLAN"]).join("\n")
    const indexes = [...text.matchAll(/Scan.* (?:using|on) "?(IDX_\w+)/g)].map(([, index]) => index)
    return { indexes: [...new Set(indexes)].sort(), readsWholeTable: text.includes("Seq Scan"), text }
  } finally {
    await client.releaseConnection(connection)
  }
}
