import type { HistoryLine } from "../../modules/marketplace/store/history"

/** The line that a person's action on an account leaves. */
export function personLine(
  accountId: string,
  actorId: string,
  event: string,
  details: Record<string, unknown> = {},
): HistoryLine {
  return { accountId, subjectType: "account", subjectId: accountId, actor: "person", actorId, event, details }
}
