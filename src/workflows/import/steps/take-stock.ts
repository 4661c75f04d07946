import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Problem } from "../../../connector"
import { availableOf, levelFields } from "../available-stock"
import { allOrEach, plannedIn, type Batch, type Failure, type Planned } from "../batch"
import { findExistingOrders, isMade } from "../existing-orders"
import { withInventory, type InventoryWork } from "../inventory-transaction"
import { heldBy } from "../load-held"
import { addedUp } from "../rules/hold-stock"
import { outOfStock } from "../rules/out-of-stock"
import { checkStock, type Goods, type StockContext } from "../rules/plan-order"
import type { StockHold } from "../rules/verdict"
import { bringHolds, holdId, holdsFor, levelOf, listHeld } from "./hold-stock"

type Taking = { id: string; decision: Planned; goods: Goods; hold: StockHold }

/** The goods of an order that is taken now, or that waits with its goods kept. One that a person has made an order of has its own. */
function takingOf(decision: Planned): Taking[] {
  const { id, reference, before, verdict } = decision
  const { fulfilledBy, locationId, lines } = verdict.plan
  if (fulfilledBy !== "merchant" || !locationId || before.draft?.converted) return []
  const needs = addedUp(lines.flatMap((line) => line.needs))
  const hold = verdict.action === "review" ? verdict.hold : { locationId, needs }
  return hold?.needs.length ? [{ id, decision, goods: { reference, lines, locationId }, hold }] : []
}

/** The stock as it stands while it is locked. */
async function loadStock(
  { inventory, shared }: InventoryWork,
  container: MedusaContainer,
  takings: Taking[],
): Promise<{ stock: StockContext; kept: Awaited<ReturnType<typeof listHeld>> }> {
  const levels = await inventory.listInventoryLevels(
    {
      inventory_item_id: takings.flatMap(({ hold }) =>
        hold.needs.map(({ inventoryItemId }) => inventoryItemId),
      ),
      location_id: takings.map(({ goods }) => goods.locationId),
    },
    { select: levelFields },
    shared,
  )
  const references = new Map(takings.map(({ id, goods }) => [holdId(id), goods.reference]))
  const kept = await listHeld(inventory, [...references.keys()], shared)
  const existing = await findExistingOrders(
    container.resolve(Modules.ORDER),
    takings.map(({ decision }) => decision),
  )
  const stock: StockContext = {
    account: { settings: { stock_policy: "block" } },
    available: availableOf(levels),
    held: heldBy(references, kept),
    // Made since by a worker that has outlived its lease, or before by an attempt that died: its lines reserve.
    made: new Set(
      takings.filter(({ id }) => isMade(existing.get(id))).map(({ goods: { reference } }) => reference),
    ),
  }
  return { stock, kept }
}

/** Takes what there is, one order after the other. Gives what is missing, by inbox row. */
async function take(container: MedusaContainer, takings: Taking[]): Promise<Map<string, Problem[]>> {
  const known = await listHeld(
    container.resolve(Modules.INVENTORY),
    takings.map(({ id }) => holdId(id)),
  )
  const wanted = takings.flatMap(({ decision, hold }) => holdsFor(decision, hold))
  return withInventory(container, [...wanted, ...known].map(levelOf), async (work) => {
    const { stock, kept } = await loadStock(work, container, takings)
    const open = takings.filter(({ goods }) => !stock.made.has(goods.reference))
    const short = new Map<string, Problem[]>()
    for (const { id, goods } of open) {
      const found = checkStock(goods, stock)
      if (found.length) short.set(id, found)
    }
    const taken = open.filter(({ id }) => !short.has(id))
    const holds = new Set(taken.map(({ id }) => holdId(id)))
    await bringHolds(
      work,
      kept.filter(({ line_item_id }) => holds.has(line_item_id ?? "")),
      taken.flatMap(({ decision, hold }) => holdsFor(decision, hold)),
    )
    return short
  })
}

/**
 * Where an account stops orders for which there is too little stock, their pieces are taken before there is an order of Medusa. The
 * decision has counted them without a lock: another account, another worker or the shop itself may have sold them since. They are
 * counted again while nobody else can take them, and kept under the inbox row until the order's lines reserve them. An order that
 * comes too late is decided anew. Whatever dies after this finds them kept, by the same ids.
 */
export const takeStockStep = createStep("take-marketplace-stock", async (batch: Batch, { container }) => {
  const takings = batch.stopsShort ? plannedIn(batch).flatMap(takingOf) : []
  const short = new Map<string, Problem[]>()
  const failures: Failure[] = await allOrEach(takings, async (some) => {
    for (const [id, found] of await take(container, some)) short.set(id, found)
  })
  if (!short.size) return new StepResponse({ batch, failures })
  const late = new Map(
    takings.flatMap(({ id, decision }) => {
      const found = short.get(id)
      return found ? [[id, outOfStock(decision, found)] as const] : []
    }),
  )
  const decisions = batch.decisions.map((one) => ({ ...one, verdict: late.get(one.id) ?? one.verdict }))
  return new StepResponse({ batch: { ...batch, decisions }, failures })
})
