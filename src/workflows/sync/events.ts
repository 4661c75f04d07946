/** Our events on the host's event bus, by which work is handed to whichever process is free. */
export const SyncEvents = {
  /** `{ account_id, token? }`: sync this account now; the token is the lease that the schedule took. */
  SYNC_DUE: "marketplace_account.sync_due",
  /** `{ run_id, token? }`: carry out this import. */
  RUN_DUE: "marketplace_run.due",
  /** `{ account_id, ids?, actor_id? }`: inbox rows are due without being read anew; `actor_id` is the person who caused it. */
  ORDERS_DUE: "marketplace_order.due",
} as const
