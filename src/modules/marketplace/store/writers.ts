import type { WriterKind } from "../writers"
import { appendHistory } from "./history"
import { personLine } from "./lines"
import type { Sql } from "./sql"

/** Switches a writer of an account on for this installation, or off, with its history. False: there is no such account. */
export async function switchWriter(
  sql: Sql,
  input: { accountId: string; writer: WriterKind; on: boolean; personId: string; installation: string },
  details: Record<string, unknown> = {},
): Promise<boolean> {
  const { accountId, writer, on, personId, installation } = input
  const rows = on
    ? await sql(
        `UPDATE marketplace_account SET updated_at = clock_timestamp(),
                writers = writers || jsonb_build_object(?::text, jsonb_build_object('on', true, 'by', ?::text,
                          'at', to_jsonb(clock_timestamp() AT TIME ZONE 'UTC') #>> '{}' || 'Z', 'installation', ?::text))
          WHERE id = ? AND deleted_at IS NULL RETURNING id`,
        [writer, personId, installation, accountId],
      )
    : await sql(
        `UPDATE marketplace_account SET updated_at = clock_timestamp(), writers = writers - ?::text
          WHERE id = ? AND deleted_at IS NULL RETURNING id`,
        [writer, accountId],
      )
  if (!rows.length) return false
  const event = on ? "writer_on" : "writer_off"
  await appendHistory(sql, [personLine(accountId, personId, event, { writer, ...details })])
  return true
}

/** A writer that stays off because the database is a copy. */
export type StoppedWriter = { account_id: string; name: string; writer: WriterKind; told_in: string }

/**
 * Notes, once in an installation, which writers were switched on in another one, with the history; gives those that were not
 * noted yet. Of two processes one gets them.
 */
export async function noteCopiedWriters(sql: Sql, installation: string): Promise<StoppedWriter[]> {
  const stopped = await sql<StoppedWriter>(
    `WITH copied AS (
       SELECT account.id, account.name, array_agg(writer.key) AS kinds,
              jsonb_object_agg(writer.key, writer.value || jsonb_build_object('told_in', ?::text)) AS told
         FROM marketplace_account account, jsonb_each(account.writers) AS writer
        WHERE account.deleted_at IS NULL AND writer.value ->> 'installation' <> ?
          AND writer.value ->> 'told_in' IS DISTINCT FROM ?
        GROUP BY account.id, account.name),
     noted AS (
       UPDATE marketplace_account AS mine SET writers = mine.writers || copied.told
         FROM copied WHERE mine.id = copied.id
          AND (SELECT bool_and(mine.writers -> kind ->> 'told_in' IS DISTINCT FROM ?) FROM unnest(copied.kinds) AS kind)
       RETURNING mine.id, copied.name, copied.kinds)
     SELECT id AS account_id, name, unnest(kinds) AS writer FROM noted`,
    [installation, installation, installation, installation],
  )
  await appendHistory(
    sql,
    stopped.map(({ account_id, writer }) => ({
      accountId: account_id,
      subjectType: "account",
      subjectId: account_id,
      actor: "schedule",
      event: "writer_stopped_on_copy",
      details: { writer },
    })),
  )
  return stopped
}
