import type { CreateReservationItemInput, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { allOrEach, type Batch, type Decision, type Failure } from "../batch"
import { withInventory, type Level } from "../inventory-transaction"
import { stableId } from "../rules/stable-id"
import type { StockHold } from "../rules/verdict"

/** What the reservations of a held order stand under until there is a Medusa order with lines of its own. */
export const holdId = (marketplaceOrderId: string): string => stableId("ordli", marketplaceOrderId, "hold")

type Held = { id: string; inventory_item_id: string; location_id: string; quantity: unknown }
type Wanted = CreateReservationItemInput & { id: string }

const holdOfDecision = ({ verdict }: Decision): StockHold | null =>
  verdict.action === "wait" || verdict.action === "review" ? verdict.hold : null

/** True where an earlier decision may have kept goods; false for orders that are seen for the first time. */
export const wasHeld = ({ before }: Pick<Decision, "before">): boolean =>
  before.state !== "imported" && (before.rule === "not_paid" || before.state !== "waiting")

/**
 * True where goods that were kept are given up unless they are wanted still. A blocked order and an edited draft keep what they
 * have: their goods are sold all the same. One that is imported gives it up in the moment in which its own lines reserve.
 */
const isReviewed = ({ verdict: { action }, ...decision }: Decision): boolean =>
  wasHeld(decision) &&
  action !== "block" &&
  action !== "import" &&
  !(action === "keep" && decision.before.draft)

function wantedOf(decision: Decision): Wanted[] {
  const hold = holdOfDecision(decision)
  if (!hold) return []
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

const levelOf = (one: { inventory_item_id: string; location_id: string }): Level => ({
  inventoryItemId: one.inventory_item_id,
  locationId: one.location_id,
})

async function keep(container: MedusaContainer, decisions: Decision[]): Promise<void> {
  const holds = decisions.map(({ id }) => holdId(id))
  const wanted = decisions.flatMap(wantedOf)
  const known: Held[] = await container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ line_item_id: holds }, { select: ["id", "inventory_item_id", "location_id"] })
  if (!wanted.length && !known.length) return
  await withInventory(container, [...wanted, ...known].map(levelOf), async ({ inventory, shared }) => {
    const now: Held[] = await inventory.listReservationItems(
      { line_item_id: holds },
      { select: ["id", "inventory_item_id", "location_id", "quantity"] },
      shared,
    )
    const wantedIds = new Set(wanted.map(({ id }) => id))
    const there = new Set(now.map(({ id }) => id))
    const over = now.filter(({ id }) => !wantedIds.has(id)).map(({ id }) => id)
    if (over.length) await inventory.deleteReservationItems(over, shared)
    const missing = wanted.filter(({ id }) => !there.has(id))
    if (missing.length) await inventory.createReservationItems(missing, shared)
  })
}

/**
 * Keeps the goods of orders that wait for their payment or a person's approval, where the account wants it, and lets go of what
 * is no longer wanted: the order was canceled or ignored, or the setting was switched off.
 */
export const holdStockStep = createStep(
  "hold-marketplace-stock",
  async (input: { batch: Batch; failures: Failure[] }, { container }) => {
    const concerned = input.batch.decisions.filter((one) => holdOfDecision(one) !== null || isReviewed(one))
    const refused = await allOrEach(concerned, (some) => keep(container, some))
    return new StepResponse({ failures: [...input.failures, ...refused] })
  },
)
