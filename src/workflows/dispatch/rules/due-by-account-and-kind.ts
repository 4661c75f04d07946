import type { DispatchKind } from "../../../modules/marketplace/models/marketplace-dispatch"

/** What is told about dispatches that became due. */
export type DispatchesDue = { account_id: string; kind: DispatchKind }

/** One of each, however many dispatches became due. */
export function dueByAccountAndKind(dispatches: DispatchesDue[]): DispatchesDue[] {
  const due = new Map(
    dispatches.map(({ account_id, kind }) => [`${account_id} ${kind}`, { account_id, kind }]),
  )
  return [...due.values()]
}
