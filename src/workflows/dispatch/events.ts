/** The outbox's events on the host's event bus. */
export const DispatchEvents = {
  /** `{ account_id, kind? }`: something is owed; sent by whichever process is free. */
  DUE: "marketplace_dispatch.due",
  /** `{ id, account_id, kind, order_id }`: the platform has it. For the shop's own subscribers. */
  CONFIRMED: "marketplace_dispatch.confirmed",
  /** `{ id, account_id, kind, order_id }`: the platform said no. For the shop's own subscribers. */
  REJECTED: "marketplace_dispatch.rejected",
} as const
