import type { WriterState } from "../../../modules/marketplace/writers"

/**
 * Whether this installation takes an account's notices. `copied`: a person switched them on in another one, so this database is a
 * copy. A notice goes to whoever takes it first, so that the copy would take it from the original; it keeps away until a person
 * switches them on here. Rows from before the installation was kept are this one's.
 */
export function noticesState(
  { notices_since, notices_in }: { notices_since: Date | null; notices_in: string | null },
  installation: string,
): WriterState {
  if (notices_since === null) return "off"
  return notices_in === null || notices_in === installation ? "on" : "copied"
}
