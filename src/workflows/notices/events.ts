/** Our own events on the host's event bus about notices. */
export const NoticeEvents = {
  /** `{ account_id }`: orders of this account changed and are to be read again. */
  NOTICES_DUE: "marketplace_notice.due",
} as const
