import type { DispatchState } from "../../../../modules/marketplace/states"
import type { Offer } from "./offered"

/** The outbox row of a listing as far as the rules look at it. */
export type LevelRow = {
  state: DispatchState
  /** What the platform has as far as we know: what was sent last, or what was found there. */
  quantity: number | null
  attemptedAt: Date | null
  confirmedAt: Date | null
  /** A worker has it in hand and may have computed its level already. */
  inHand: boolean
  /** It will be tried again by itself. */
  due: boolean
}

/** What the platform has, where that is certain: an attempt since whose outcome is open makes it uncertain. */
export function settledQuantity(row: LevelRow | null): number | null {
  if (!row?.confirmedAt) return null
  return row.attemptedAt && row.attemptedAt > row.confirmedAt ? null : row.quantity
}

/**
 * Whether a listing's level is to be owed (again). What is owed already is computed when it is sent, and needs no word, unless a
 * worker may have computed it before.
 */
export function owesLevel(row: LevelRow | null, offer: Offer): boolean {
  if (offer.quantity === null) return false
  switch (row?.state) {
    case undefined:
    case "withdrawn":
      return true
    case "owed":
      return row.inHand || !row.due
    case "confirmed":
      return settledQuantity(row) !== offer.quantity
    case "sent":
    case "unknown":
    case "rejected":
      return row.quantity !== offer.quantity
  }
}
