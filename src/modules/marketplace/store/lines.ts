import type { HistoryLine } from "./history"
import type { StagedResult } from "./inbox"
import type { PurgedOrder } from "./personal-data"

/** A line about an account that a person caused. */
export function accountLine(
  accountId: string,
  event: string,
  details: Record<string, unknown>,
  person: string,
): HistoryLine {
  return {
    accountId,
    subjectType: "account",
    subjectId: accountId,
    actor: "person",
    actorId: person,
    event,
    details,
  }
}

/** The lines that a stored page leaves: orders that are new, and orders that changed. */
export function seenLines(
  accountId: string,
  staged: StagedResult[],
  actor: "schedule" | "person",
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

/** The lines that expired personal data leaves; they say that it is gone, not what it was. */
export function purgedLines(purged: PurgedOrder[]): HistoryLine[] {
  return purged.map((order) => ({
    accountId: order.account_id,
    subjectType: "order",
    subjectId: order.id,
    actor: "schedule",
    event: "personal_data_purged",
  }))
}
