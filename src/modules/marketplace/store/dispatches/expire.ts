import { appendHistory } from "../history"
import type { Sql } from "../sql"

/** How long something that is still to be sent for an order without personal data keeps its body. */
const SEND_FIRST = "interval '1 day'"

/**
 * Empties the bodies of dispatches of orders whose personal data has gone: tracking numbers lead to an address. All of the
 * orders named; without names, what was owed for such orders afterwards. What nobody has sent for a day is withdrawn by it,
 * since it can be sent no more.
 */
export async function emptyBodies(sql: Sql, marketplaceOrderIds?: string[]): Promise<void> {
  const emptied = await sql<{ id: string; account_id: string; revision: number; was_open: boolean }>(
    `WITH gone AS (
       SELECT mine.id, mine.state NOT IN ('confirmed', 'withdrawn') AS was_open
         FROM marketplace_dispatch mine JOIN marketplace_order known ON known.id = mine.marketplace_order_id
        WHERE mine.sealed_body IS NOT NULL AND known.personal_data_purged_at IS NOT NULL
          ${marketplaceOrderIds ? "AND known.id IN (SELECT jsonb_array_elements_text(?::jsonb))" : ""}
          AND (mine.state IN ('confirmed', 'withdrawn') OR mine.updated_at < clock_timestamp() - ${SEND_FIRST})
          AND (mine.lease_until IS NULL OR mine.lease_until < clock_timestamp())
          FOR UPDATE OF mine SKIP LOCKED)
     UPDATE marketplace_dispatch AS mine SET sealed_body = NULL, digest = NULL, next_attempt_at = NULL,
            state = CASE WHEN was_open THEN 'withdrawn' ELSE state END,
            withdrawn_because = CASE WHEN was_open THEN 'personal_data_purged' ELSE withdrawn_because END,
            problem = CASE WHEN was_open THEN NULL ELSE problem END,
            problem_code = CASE WHEN was_open THEN NULL ELSE problem_code END
       FROM gone WHERE mine.id = gone.id
     RETURNING mine.id, mine.account_id, mine.revision, gone.was_open`,
    marketplaceOrderIds ? [JSON.stringify(marketplaceOrderIds)] : [],
  )
  await appendHistory(
    sql,
    emptied
      .filter(({ was_open }) => was_open)
      .map(({ id, account_id, revision }) => ({
        accountId: account_id,
        subjectType: "dispatch",
        subjectId: id,
        actor: "schedule",
        event: "withdrawn",
        details: { revision, reason: "personal_data_purged" },
      })),
  )
}
