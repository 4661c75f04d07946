import type { MedusaContainer, ReservationItemDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { LoadedAccount } from "../account/load-account"
import { stockKey, type DecideContext } from "./rules/context"
import { holdId, listHeld } from "./steps/hold-stock"

/** An order of the inbox, by which what is kept for it is found. */
export type InboxOrder = { id: string; reference: string }

/**
 * The goods that are kept for some orders until they have a Medusa order whose lines reserve them, by reference: one query. Also
 * those that an attempt took before it died.
 */
export async function loadHeld(
  container: MedusaContainer,
  account: LoadedAccount,
  inbox: InboxOrder[],
): Promise<DecideContext["held"]> {
  const { reserve_waiting_orders: keeps, stock_policy: policy } = account.settings
  if (!inbox.length || !(keeps || policy === "block")) return new Map()
  const references = new Map(inbox.map(({ id, reference }) => [holdId(id), reference]))
  const kept = await listHeld(container.resolve(Modules.INVENTORY), [...references.keys()])
  return heldBy(references, kept)
}

/** What is kept for each order, by reference and {@link stockKey}; `references`: of the orders, by the id of their hold. */
export function heldBy(
  references: ReadonlyMap<string, string>,
  kept: ReservationItemDTO[],
): DecideContext["held"] {
  const held = new Map<string, Map<string, number>>()
  for (const { line_item_id, inventory_item_id, location_id, quantity } of kept) {
    const reference = references.get(line_item_id ?? "") ?? ""
    const ofOrder = held.get(reference) ?? new Map<string, number>()
    const key = stockKey(inventory_item_id, location_id)
    held.set(reference, ofOrder.set(key, (ofOrder.get(key) ?? 0) + Number(quantity)))
  }
  return held
}
