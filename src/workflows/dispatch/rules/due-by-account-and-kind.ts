import type { DispatchKind } from "../../../modules/marketplace/models/marketplace-dispatch"

/** What is told about dispatches that became due: one event for each account and kind. */
export type DispatchesDue = { account_id: string; kind: DispatchKind }

export function dueByAccount(dispatches: DispatchesDue[]): DispatchesDue[] {
  const due = new Map(
    dispatches.map(({ account_id, kind }) => [`${account_id} ${kind}`, { account_id, kind }]),
  )
  return [...due.values()]
}
