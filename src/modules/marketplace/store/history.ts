import type { AccountEvent, DispatchEvent, OrderEvent } from "../history-events"
import { newId, type Sql } from "./sql"

export type Actor = "schedule" | "person" | "platform"

/** A line of history. `details` carry codes, counts and amounts; never names, addresses or e-mails. */
export type HistoryLine = {
  accountId: string
  subjectId: string
  actor: Actor
  actorId?: string | null
  details?: Record<string, unknown>
} & (
  | { subjectType: "account"; event: AccountEvent }
  | { subjectType: "order"; event: OrderEvent }
  | { subjectType: "dispatch"; event: DispatchEvent }
)

/** Appends lines, in the given order, by one statement. */
export async function appendHistory(sql: Sql, lines: HistoryLine[]): Promise<void> {
  if (!lines.length) return
  const rows = lines.map((line) => ({
    id: newId("mphist"),
    account_id: line.accountId,
    subject_type: line.subjectType,
    subject_id: line.subjectId,
    actor: line.actor,
    actor_id: line.actorId ?? null,
    event: line.event,
    details: line.details ?? {},
  }))
  await sql(
    `INSERT INTO history_entry (id, account_id, subject_type, subject_id, at, actor, actor_id, event, details)
     SELECT id, account_id, subject_type, subject_id, clock_timestamp(), actor, actor_id, event, details
       FROM jsonb_to_recordset(?::jsonb) AS line(id text, account_id text, subject_type text, subject_id text,
            actor text, actor_id text, event text, details jsonb)`,
    [JSON.stringify(rows)],
  )
}
