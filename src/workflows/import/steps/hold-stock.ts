import type {
  Context,
  CreateReservationItemInput,
  IInventoryService,
  MedusaContainer,
  ReservationItemDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { allOrEach, type Batch, type Decision, type Failure } from "../batch"
import { withInventory, type InventoryWork, type Level } from "../inventory-transaction"
import { stableId } from "../rules/stable-id"
import type { StockHold } from "../rules/verdict"

/** What the reservations of a held order stand under until there is a Medusa order with lines of its own. */
export const holdId = (marketplaceOrderId: string): string => stableId("ordli", marketplaceOrderId, "hold")

type Wanted = CreateReservationItemInput & { id: string; line_item_id: string }

const holdOfDecision = ({ verdict }: Decision): StockHold | null =>
  verdict.action === "wait" || verdict.action === "review" ? verdict.hold : null

/**
 * True where goods may be kept for an order: by an earlier decision, or taken a moment ago, by this attempt or one that died. False
 * for orders that are seen for the first time by an account that takes them whatever its stock.
 */
export const mayBeHeld = (
  { before, attempts }: Pick<Decision, "before" | "attempts">,
  { stopsShort }: Pick<Batch, "stopsShort">,
): boolean =>
  before.state !== "imported" &&
  (stopsShort || attempts > 1 || before.rule === "not_paid" || before.state !== "waiting")

/**
 * True where goods that were kept are given up unless they are wanted still. A blocked order and an edited draft keep what they
 * have: their goods are sold all the same. One that is imported gives it up in the moment in which its own lines reserve.
 */
const isReviewed = (decision: Decision, batch: Batch): boolean =>
  mayBeHeld(decision, batch) &&
  decision.verdict.action !== "block" &&
  decision.verdict.action !== "import" &&
  !(decision.verdict.action === "keep" && decision.before.draft)

/** The reservations that keep an order's goods. */
export function holdsFor(decision: Pick<Decision, "id" | "displayId">, hold: StockHold): Wanted[] {
  return hold.needs.map((need) => ({
    id: stableId(
      "resitem",
      holdId(decision.id),
      need.inventoryItemId,
      hold.locationId,
      String(need.quantity),
    ),
    line_item_id: holdId(decision.id),
    inventory_item_id: need.inventoryItemId,
    location_id: hold.locationId,
    quantity: need.quantity,
    // It is sold already: too little stock is no reason not to count it.
    allow_backorder: true,
    description: decision.displayId,
  }))
}

export const levelOf = (one: { inventory_item_id: string; location_id: string }): Level => ({
  inventoryItemId: one.inventory_item_id,
  locationId: one.location_id,
})

/** What is kept now under some holds; inside a transaction as it stands there. */
export function listHeld(
  inventory: IInventoryService,
  holds: string[],
  shared?: Context,
): Promise<ReservationItemDTO[]> {
  return inventory.listReservationItems(
    { line_item_id: holds },
    { select: ["id", "line_item_id", "inventory_item_id", "location_id", "quantity"] },
    shared,
  )
}

/** Brings what is kept (`now`) to what is wanted: what stands there already is left alone, the rest is let go of. */
export async function bringHolds(
  { inventory, shared }: InventoryWork,
  now: ReservationItemDTO[],
  wanted: Wanted[],
): Promise<void> {
  const wantedIds = new Set(wanted.map(({ id }) => id))
  const there = new Set(now.map(({ id }) => id))
  const over = now.filter(({ id }) => !wantedIds.has(id)).map(({ id }) => id)
  if (over.length) await inventory.deleteReservationItems(over, shared)
  const missing = wanted.filter(({ id }) => !there.has(id))
  if (missing.length) await inventory.createReservationItems(missing, shared)
}

async function keep(container: MedusaContainer, decisions: Decision[]): Promise<void> {
  const holds = decisions.map(({ id }) => holdId(id))
  const wanted = decisions.flatMap((decision) => {
    const hold = holdOfDecision(decision)
    return hold ? holdsFor(decision, hold) : []
  })
  const known = await listHeld(container.resolve(Modules.INVENTORY), holds)
  if (!wanted.length && !known.length) return
  await withInventory(container, [...wanted, ...known].map(levelOf), async (work) =>
    bringHolds(work, await listHeld(work.inventory, holds, work.shared), wanted),
  )
}

/**
 * Keeps the goods of orders that wait for their payment or a person's approval, where the account wants it, and lets go of what
 * is no longer wanted: the order was canceled or ignored, or the setting was switched off.
 */
export const holdStockStep = createStep(
  "hold-marketplace-stock",
  async (input: { batch: Batch; failures: Failure[] }, { container }) => {
    const { batch } = input
    const concerned = batch.decisions.filter((one) => holdOfDecision(one) !== null || isReviewed(one, batch))
    const refused = await allOrEach(concerned, (some) => keep(container, some))
    return new StepResponse({ failures: [...input.failures, ...refused] })
  },
)
