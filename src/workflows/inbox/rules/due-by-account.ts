import type { ActedOrder } from "../../../modules/marketplace/store/inbox-actions"

/** What is told about orders that were made due: one event for each account, with the person who caused it, if one is known. */
export type OrdersDue = { account_id: string; ids: string[]; actor_id?: string }

export function dueByAccount(orders: ActedOrder[], actorId?: string): OrdersDue[] {
  const accounts = new Map<string, string[]>()
  for (const { id, account_id } of orders) accounts.set(account_id, [...(accounts.get(account_id) ?? []), id])
  return [...accounts].map(([account_id, ids]) => ({
    account_id,
    ids,
    ...(actorId ? { actor_id: actorId } : {}),
  }))
}
