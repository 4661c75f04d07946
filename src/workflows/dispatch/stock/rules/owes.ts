import type { DispatchState } from "../../../../modules/marketplace/states"
import { isLevel, type Level } from "./level"
import type { Offer } from "./offered"

/** The outbox row of a listing as far as the rules look at it. */
export type LevelRow = {
  state: DispatchState
  /** What the platform has as far as we know: what was sent last, or what was found there. */
  quantity: number | null
  /** The same at the platform's locations that it was told for. */
  locations: Level["locations"]
  attemptedAt: Date | null
  confirmedAt: Date | null
  /** A worker has it in hand and may have computed its level already. */
  inHand: boolean
  /** It will be tried again by itself. */
  due: boolean
}

const levelOf = ({ quantity, locations }: LevelRow): Level | null =>
  quantity === null ? null : { quantity, locations }

/** What the platform has, where that is certain: an attempt since whose outcome is open makes it uncertain. */
export function settledLevel(row: LevelRow | null): Level | null {
  if (!row?.confirmedAt) return null
  return row.attemptedAt && row.attemptedAt > row.confirmedAt ? null : levelOf(row)
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
      return !isLevel(settledLevel(row), offer)
    case "sent":
    case "unknown":
    case "rejected":
      return !isLevel(levelOf(row), offer)
  }
}
