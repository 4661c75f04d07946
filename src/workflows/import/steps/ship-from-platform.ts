import type { CreateFulfillmentDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { allOrEach, importedIn, type Batch, type Failure, type Planned } from "../batch"
import { withInventory } from "../inventory-transaction"
import { withOrderLock } from "../order-lock"
import { stockKey } from "../rules/context"
import { lineId } from "../rules/order-draft"
import { stableId } from "../rules/stable-id"
import type { PlannedLine } from "../rules/verdict"
import type { MadeOrders } from "./create-orders"

/** Medusa's provider for goods that somebody else hands over. */
const FULFILLMENT_PROVIDER = "manual_manual"

export const platformFulfillmentId = (orderId: string): string => stableId("ful", orderId, "platform")

const itemOf = (orderId: string, line: PlannedLine) => ({
  id: lineId(orderId, line.reference, "item"),
  quantity: line.units,
})

async function fulfil(
  container: MedusaContainer,
  decision: Planned,
  orderId: string,
  locationId: string,
): Promise<void> {
  const fulfillments = container.resolve(Modules.FULFILLMENT)
  const orders = container.resolve(Modules.ORDER)
  const id = platformFulfillmentId(orderId)
  const lines = decision.verdict.plan.lines.filter((line) => line.units > 0)
  const items = lines.map((line) => itemOf(orderId, line))

  const [known] = await fulfillments.listFulfillments({ id }, { select: ["id"] })
  if (!known) {
    const now = new Date()
    const fulfillment: CreateFulfillmentDTO & { id: string } = {
      id,
      location_id: locationId,
      provider_id: FULFILLMENT_PROVIDER,
      packed_at: now,
      shipped_at: now,
      requires_shipping: true,
      delivery_address: {},
      order: {},
      labels: [],
      items: lines.map((line) => ({
        line_item_id: lineId(orderId, line.reference, "item"),
        ...(line.needs[0] ? { inventory_item_id: line.needs[0].inventoryItemId } : {}),
        title: line.reference,
        sku: line.needs[0]?.sku ?? "",
        barcode: "",
        quantity: line.units,
      })),
      metadata: { marketplace: { reference: decision.reference, shipped_by: "platform" } },
    }
    await fulfillments.createFulfillment(fulfillment)
  }
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id: orderId },
    [Modules.FULFILLMENT]: { fulfillment_id: id },
  })

  const [order] = await orders.listOrders(
    { id: orderId },
    { select: ["id"], relations: ["items", "items.detail"] },
  )
  const done = (order?.items ?? []).filter((item) => items.some((wanted) => wanted.id === item.id))
  const action = { order_id: orderId, reference: Modules.FULFILLMENT, reference_id: id, items }
  if (done.every((item) => Number(item.detail.fulfilled_quantity) === 0))
    await orders.registerFulfillment(action)
  if (done.every((item) => Number(item.detail.shipped_quantity) === 0)) {
    await orders.registerShipment({ ...action, no_notification: true })
  }
}

type Movement = {
  id: string
  reference: string
  line_reference: string
  variant_id: string | null
  inventory_item_id: string
  location_id: string
  quantity: number
}

/** Takes the goods out of the platform's stock: the movement and the level in one transaction, so that neither is there twice. */
async function moveStock(
  container: MedusaContainer,
  accountId: string,
  movements: Movement[],
): Promise<void> {
  if (!movements.length) return
  const levels = movements.map((one) => ({
    inventoryItemId: one.inventory_item_id,
    locationId: one.location_id,
  }))
  await withInventory(container, levels, async ({ inventory, shared, sql }) => {
    const written = await sql(
      `INSERT INTO marketplace_stock_movement (id, account_id, reason, reference, line_reference, variant_id,
              inventory_item_id, location_id, quantity, at)
       SELECT id, ?, 'platform_shipment', reference, line_reference, variant_id, inventory_item_id, location_id, quantity,
              clock_timestamp()
         FROM jsonb_to_recordset(?::jsonb) AS moved(id text, reference text, line_reference text, variant_id text,
              inventory_item_id text, location_id text, quantity integer)
       ON CONFLICT (account_id, reason, reference, line_reference, inventory_item_id) WHERE deleted_at IS NULL DO NOTHING
       RETURNING inventory_item_id, location_id, quantity`,
      [accountId, JSON.stringify(movements)],
    )
    if (!written.length) return
    // Read again under the lock and written in one go. (`adjustInventory` takes no transaction together with a list.)
    const stocked = await inventory.listInventoryLevels(
      { inventory_item_id: [...new Set(written.map((row) => String(row.inventory_item_id)))] },
      { select: ["id", "inventory_item_id", "location_id", "stocked_quantity"] },
      shared,
    )
    const moved = new Map<string, number>()
    for (const row of written) {
      const key = stockKey(String(row.inventory_item_id), String(row.location_id))
      moved.set(key, (moved.get(key) ?? 0) + Number(row.quantity))
    }
    await inventory.updateInventoryLevels(
      stocked.flatMap((level) => {
        const quantity = moved.get(stockKey(level.inventory_item_id, level.location_id))
        if (quantity === undefined) return []
        const { id, inventory_item_id, location_id } = level
        return [
          { id, inventory_item_id, location_id, stocked_quantity: Number(level.stocked_quantity) + quantity },
        ]
      }),
      shared,
    )
  })
}

function movementsOf(decision: Planned, orderId: string, locationId: string): Movement[] {
  return decision.verdict.plan.lines.flatMap((line) =>
    line.needs
      .filter((need) => need.quantity > 0)
      .map((need) => ({
        id: stableId("mpmov", lineId(orderId, line.reference, "item"), need.inventoryItemId),
        reference: decision.reference,
        line_reference: line.reference,
        variant_id: line.variantId,
        inventory_item_id: need.inventoryItemId,
        location_id: locationId,
        quantity: -need.quantity,
      })),
  )
}

/** Platform-fulfilled orders come in shipped: a fulfilment that is shipped, and the goods taken out of the platform's location. */
export const shipFromPlatformStep = createStep(
  "ship-marketplace-orders-from-platform",
  async (input: { batch: Batch; made: MadeOrders; failures: Failure[] }, { container }) => {
    const { batch, made, failures } = input
    const shipped = importedIn(batch, failures).filter(
      ({ verdict }) => verdict.plan.fulfilledBy === "platform",
    )
    const refused: Failure[] = []
    for (const decision of shipped) {
      const orderId = made.orderIds[decision.id]
      const locationId = decision.verdict.plan.locationId
      if (!locationId) continue
      refused.push(
        ...(await allOrEach([decision], () =>
          withOrderLock(container, orderId, () => fulfil(container, decision, orderId, locationId)),
        )),
      )
    }
    const failed = new Set(refused.map(({ id }) => id))
    refused.push(
      ...(await allOrEach(
        shipped.filter(({ id }) => !failed.has(id)),
        (some) =>
          moveStock(
            container,
            batch.accountId,
            some.flatMap((decision) =>
              movementsOf(decision, made.orderIds[decision.id], decision.verdict.plan.locationId ?? ""),
            ),
          ),
      )),
    )
    return new StepResponse({ failures: [...failures, ...refused] })
  },
)
