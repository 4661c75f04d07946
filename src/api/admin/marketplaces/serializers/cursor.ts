import type { InferTypeOf } from "@medusajs/framework/types"
import type { Language } from "../../../../connector"
import type SyncCursor from "../../../../modules/marketplace/models/sync-cursor"
import { serializeProblemOrNull } from "./problem"

/** How far something of an account is read: its orders, the listings of a marketplace, the stock of a platform location. */
export function serializeCursor(cursor: InferTypeOf<typeof SyncCursor>, language: Language) {
  const position = new Date(cursor.position)
  return {
    resource: cursor.resource,
    position: cursor.position,
    /** Of listings and stock: when they were read in full, and when they are read next. */
    read_at: position.getTime() > 0 ? cursor.position : null,
    next_read_at: cursor.next_read_at,
    /** A reading is going on, or waits for the platform; not one that failed half-way and begins again at its time. */
    reading:
      (cursor.page_token !== null && cursor.problem === null) ||
      (cursor.lease_until !== null && new Date(cursor.lease_until) > new Date()),
    problem: serializeProblemOrNull(cursor.problem, language),
  }
}
