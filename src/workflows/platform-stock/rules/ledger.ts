import type { Movement, MovementDraft } from "../../../modules/marketplace/store/movements"
import { stockKey } from "../../import/rules/context"

/** Movements with what their location held after each, and the levels that they leave. */
export type Ledger = { movements: Movement[]; levels: Map<string, number> }

/** Writes movements one under the other: each balance is the one before plus what moved. */
export function ledgerOf(before: ReadonlyMap<string, number>, drafts: MovementDraft[]): Ledger {
  const levels = new Map(before)
  const movements = drafts.map((draft): Movement => {
    const key = stockKey(draft.inventory_item_id, draft.location_id)
    const balance = (levels.get(key) ?? 0) + draft.quantity
    levels.set(key, balance)
    return { ...draft, balance }
  })
  return { movements, levels }
}
