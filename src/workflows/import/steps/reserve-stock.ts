import type { CreateReservationItemInput, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { allOrEach, importedIn, type Batch, type Failure, type Planned } from "../batch"
import { withInventory } from "../inventory-transaction"
import { lineId } from "../rules/order-draft"
import { stableId } from "../rules/stable-id"
import { bringHolds, holdId, levelOf, listHeld, mayBeHeld } from "./hold-stock"
import type { MadeOrders } from "./create-orders"

type Reservation = CreateReservationItemInput & { id: string }

function reservationsOf(decision: Planned, orderId: string): Reservation[] {
  const { lines, locationId } = decision.verdict.plan
  if (!locationId) return []
  return lines.flatMap((line) => {
    const lineItemId = line.lineItemId ?? lineId(orderId, line.reference, "item")
    return line.needs
      .filter((need) => need.quantity > 0)
      .map((need) => ({
        id: stableId("resitem", lineItemId, need.inventoryItemId),
        line_item_id: lineItemId,
        inventory_item_id: need.inventoryItemId,
        location_id: locationId,
        quantity: need.quantity,
        // It is sold already: what is too little was decided before, by the account's stock policy, and its pieces were taken then.
        allow_backorder: true,
        description: decision.displayId,
      }))
  })
}

/** Reserves lines; what was kept for their orders before (`holds`) is let go of in the same transaction. */
async function reserve(container: MedusaContainer, wanted: Reservation[], holds: string[]): Promise<void> {
  const known = holds.length ? await listHeld(container.resolve(Modules.INVENTORY), holds) : []
  if (!wanted.length && !known.length) return
  await withInventory(container, [...wanted, ...known].map(levelOf), async (work) => {
    const { inventory, shared } = work
    if (holds.length) await bringHolds(work, await listHeld(inventory, holds, shared), [])
    if (!wanted.length) return
    // Also those that were used up or released since, or made by Medusa's own conversion of a draft: a line is reserved
    // once in its life.
    const reserved = await inventory.listReservationItems(
      { line_item_id: wanted.flatMap(({ line_item_id }) => line_item_id ?? []) },
      { select: ["id", "line_item_id", "inventory_item_id"], withDeleted: true },
      shared,
    )
    const keyOf = (one: { line_item_id?: string | null; inventory_item_id: string }) =>
      `${one.line_item_id}@${one.inventory_item_id}`
    const there = new Set(reserved.map(keyOf))
    const missing = wanted.filter((one) => !there.has(keyOf(one)))
    if (missing.length) await inventory.createReservationItems(missing, shared)
  })
}

/** Reserves what merchant-fulfilled orders still have to ship. Lines that share an inventory item add up. */
export const reserveStockStep = createStep(
  "reserve-marketplace-stock",
  async (input: { batch: Batch; made: MadeOrders; failures: Failure[] }, { container }) => {
    const { batch, made, failures } = input
    const wanted = importedIn(batch, failures, made)
      .filter(({ verdict }) => verdict.plan.fulfilledBy === "merchant")
      .map((decision) => ({
        id: decision.id,
        reservations: reservationsOf(decision, made.orderIds[decision.id]),
        holds: mayBeHeld(decision, batch) ? [holdId(decision.id)] : [],
      }))
      .filter(({ reservations, holds }) => reservations.length + holds.length > 0)
    const refused = await allOrEach(wanted, (some) =>
      reserve(
        container,
        some.flatMap(({ reservations }) => reservations),
        some.flatMap(({ holds }) => holds),
      ),
    )
    return new StepResponse({ failures: [...failures, ...refused] })
  },
)
