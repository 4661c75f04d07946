/** Our event by which a reading of listings or platform stock is handed to whichever process is free. */
export const ReadingEvents = {
  /** `{ reading_id, token? }`: carry out this reading, or go on with it; the token is the lease that the schedule took. */
  READING_DUE: "marketplace_reading.due",
} as const
