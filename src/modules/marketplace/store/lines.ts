import type { AccountEvent } from "../history-events"
import type { Actor, HistoryLine } from "./history"
import type { StagedResult } from "./inbox"
import type { PurgedOrder } from "./personal-data"

/** The line that a person's action on an account leaves. */
export function personLine(
  accountId: string,
  actorId: string,
  event: AccountEvent,
  details: Record<string, unknown> = {},
): HistoryLine {
  return { accountId, subjectType: "account", subjectId: accountId, actor: "person", actorId, event, details }
}

/** The lines that a stored page leaves: orders that are new, and orders that changed. */
export function seenLines(
  accountId: string,
  staged: StagedResult[],
  actor: Actor,
  actorId?: string,
): HistoryLine[] {
  return staged
    .filter((order) => order.inserted || order.due)
    .map((order) => ({
      accountId,
      subjectType: "order",
      subjectId: order.id,
      actor,
      actorId,
      event: order.inserted ? "seen" : "changed_at_platform",
      details: { platform_status: order.platform_status },
    }))
}

/** The lines that removed personal data leaves: on whose word it went, not what it was. */
export function purgedLines(purged: PurgedOrder[]): HistoryLine[] {
  return purged.map(({ id, account_id, redacted_for }) => ({
    accountId: account_id,
    subjectType: "order",
    subjectId: id,
    ...(redacted_for
      ? { actor: "platform", event: "personal_data_redacted" }
      : { actor: "schedule", event: "personal_data_purged" }),
  }))
}
