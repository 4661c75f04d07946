/** Our own events on the host's event bus about what platforms tell of their own accord. */
export const WebhookEvents = {
  /** `{ account_id }`: ask the platform whether this account still works. */
  CHECK_DUE: "marketplace_account.check_due",
} as const
