import { rowsOf } from "./dump-database"

/**
 * Lets so many days go by: every instant in the database lies that much further back. History and cursors, which cannot be moved
 * back, stay.
 */
export async function moveClock(database: Parameters<typeof rowsOf>[0], days: number): Promise<void> {
  const columns = await rowsOf<{ table_name: string; column_name: string }>(
    database,
    `SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'timestamp with time zone'
        AND table_name NOT IN ('history_entry', 'sync_cursor')`,
  )
  for (const { table_name, column_name } of columns) {
    await database.raw(
      `UPDATE "${table_name}" SET "${column_name}" = "${column_name}" - interval '${days} days'`,
    )
  }
}
