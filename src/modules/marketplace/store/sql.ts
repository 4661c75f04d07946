import type { Context } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

/** Runs one statement with `?` placeholders inside the caller's transaction, if there is one. */
export type Sql = <Row = Record<string, unknown>>(statement: string, parameters?: unknown[]) => Promise<Row[]>

/** The statement runner of a service call. */
export function sqlOf(context: Context<EntityManager>): Sql {
  const manager = context.transactionManager ?? context.manager
  if (!manager)
    throw new Error("This call has no database connection: it must be made through the module's service")
  return async <Row>(statement: string, parameters: unknown[] = []) => {
    const rows: unknown = await manager.execute(statement, parameters)
    return rows as Row[]
  }
}

/** A new id in Medusa's form. */
export const newId = (prefix: string): string => generateEntityId(undefined, prefix)

/** Our ids (letters, digits, underscores) as the text of a PostgreSQL array. */
export const textArray = (ids: string[]): string => `{${ids.join(",")}}`
