import type { ChangesByPerson } from "../order-changes"
import { appendHistory } from "./history"
import { textArray, type Sql } from "./sql"

/** Who approved an order that was converted on Medusa's own draft order page, which tells nobody's name. */
export const APPROVED_IN_MEDUSA = "draft_order_page"

const NOT_IN_HANDS = `(lease_until IS NULL OR lease_until < clock_timestamp())`

export type ReviewedOrder = { id: string; account_id: string }

/**
 * Drafts in review became orders on Medusa's own page: that is an approval as well, and what belongs to one is due. Rows that a
 * worker holds are left alone: it may be the one that is turning the draft into an order.
 */
export async function noteConverted(sql: Sql, orderIds: string[]): Promise<ReviewedOrder[]> {
  const noted = await sql<ReviewedOrder>(
    `UPDATE marketplace_order SET approved_by = ?, next_attempt_at = clock_timestamp(), attempts = 0,
            updated_at = clock_timestamp()
      WHERE order_id = ANY(?::text[]) AND state = 'review' AND approved_by IS NULL AND deleted_at IS NULL
            AND ${NOT_IN_HANDS}
     RETURNING id, account_id`,
    [APPROVED_IN_MEDUSA, textArray(orderIds)],
  )
  await appendHistory(
    sql,
    noted.map(({ id, account_id }) => ({
      accountId: account_id,
      subjectType: "order",
      subjectId: id,
      actor: "person",
      event: "approved",
      details: { where: APPROVED_IN_MEDUSA },
    })),
  )
  return noted
}

/** A draft that was edited in Medusa, and by whom where Medusa tells it. */
export type EditedDraft = { orderId: string; personId: string | null }

/** Notes that drafts in review were edited, once each; not while a person waits for the draft to be made anew. */
export async function noteEdited(sql: Sql, edited: EditedDraft[]): Promise<ReviewedOrder[]> {
  if (!edited.length) return []
  const noted = await sql<ReviewedOrder & { order_id: string }>(
    `UPDATE marketplace_order SET draft_edited_at = clock_timestamp(), updated_at = clock_timestamp()
      WHERE order_id = ANY(?::text[]) AND state = 'review' AND draft_edited_at IS NULL
            AND decided_digest IS NOT NULL AND deleted_at IS NULL
     RETURNING id, account_id, order_id`,
    [textArray(edited.map(({ orderId }) => orderId))],
  )
  const persons = new Map(edited.map(({ orderId, personId }) => [orderId, personId]))
  await appendHistory(
    sql,
    noted.map(({ id, account_id, order_id }) => ({
      accountId: account_id,
      subjectType: "order",
      subjectId: id,
      actor: "person",
      actorId: persons.get(order_id) ?? null,
      event: "edited_in_review",
    })),
  )
  return noted
}

export type KeptChanges = {
  id: string
  personId: string
  changes: ChangesByPerson
  /** Names of what was changed, for the history. */
  fields: string[]
  /** Whom it was given to, where the salesperson changed; null = nobody in particular. */
  salespersonId?: string | null
  /** Also once it is imported. */
  alsoImported: boolean
}

/** Keeps what a person changed about an order, with its history; false where its state no longer allows it, or a worker has it. */
export async function keepChanges(sql: Sql, kept: KeptChanges): Promise<boolean> {
  const [row] = await sql<ReviewedOrder>(
    `UPDATE marketplace_order SET changes_by_person = ?::jsonb, updated_at = clock_timestamp()
      WHERE id = ? AND deleted_at IS NULL AND ${NOT_IN_HANDS}
            AND state = ANY(?::text[])
     RETURNING id, account_id`,
    [
      Object.keys(kept.changes).length ? JSON.stringify(kept.changes) : null,
      kept.id,
      textArray(kept.alsoImported ? ["review", "imported"] : ["review"]),
    ],
  )
  if (!row) return false
  await appendHistory(sql, [
    {
      accountId: row.account_id,
      subjectType: "order",
      subjectId: row.id,
      actor: "person",
      actorId: kept.personId,
      event: "changed_by_person",
      details: {
        fields: kept.fields,
        ...(kept.salespersonId === undefined ? {} : { salesperson_id: kept.salespersonId }),
      },
    },
  ])
  return true
}
