import type { CreateFulfillmentDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { lastCounts, newMovements } from "../../../modules/marketplace/store/movements"
import { moveStock } from "../../platform-stock/move-stock"
import { shipmentMovements, withCount, type PlatformShipment } from "../../platform-stock/rules/late-shipment"
import { allOrEach, importedIn, type Batch, type Failure, type Planned } from "../batch"
import { withInventory } from "../inventory-transaction"
import { withOrderLock } from "../order-lock"
import { lineId } from "../rules/order-draft"
import { stableId } from "../rules/stable-id"
import type { PlannedLine } from "../rules/verdict"
import type { MadeOrders } from "./create-orders"

/** Medusa's provider for goods that somebody else hands over. */
const FULFILLMENT_PROVIDER = "manual_manual"

export const platformFulfillmentId = (orderId: string): string => stableId("ful", orderId, "platform")

/** When and where an order was placed. */
type Place = Pick<PlatformShipment, "marketplace" | "placedAt">

const lineItemOf = (orderId: string, line: PlannedLine): string =>
  line.lineItemId ?? lineId(orderId, line.reference, "item")

const itemOf = (orderId: string, line: PlannedLine) => ({
  id: lineItemOf(orderId, line),
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
        line_item_id: lineItemOf(orderId, line),
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

/** What the inbox says of some orders, by their ids. */
async function placesOf(marketplace: MarketplaceModuleService, ids: string[]): Promise<Map<string, Place>> {
  const rows = await marketplace.listMarketplaceOrders(
    { id: ids },
    { select: ["id", "marketplace", "placed_at"], take: ids.length },
  )
  return new Map(
    rows.map(({ id, marketplace: site, placed_at }) => [
      id,
      { marketplace: site, placedAt: placed_at && new Date(placed_at) },
    ]),
  )
}

/**
 * Takes the goods of some orders out of the platform's stock: the movements and the levels in one transaction, so that neither is
 * there twice.
 */
async function moveShipped(container: MedusaContainer, accountId: string, shipped: Planned[]): Promise<void> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const places = await placesOf(
    marketplace,
    shipped.map(({ id }) => id),
  )
  const orders = shipped.map((decision): PlatformShipment => {
    const { marketplace: site = null, placedAt = null } = places.get(decision.id) ?? {}
    return {
      reference: decision.reference,
      marketplace: site,
      placedAt,
      locationId: decision.verdict.plan.locationId ?? "",
      lines: decision.verdict.plan.lines,
    }
  })
  const levels = orders.flatMap(({ locationId, lines }) =>
    lines.flatMap(({ needs }) => needs.map(({ inventoryItemId }) => ({ inventoryItemId, locationId }))),
  )
  if (!levels.length) return
  await withInventory(container, levels, async (work) => {
    const locationIds = [...new Set(orders.map(({ locationId }) => locationId))]
    const counts = await lastCounts(work.sql, accountId, locationIds)
    for (const order of orders) {
      const shipments = await newMovements(work.sql, accountId, shipmentMovements(order))
      await moveStock(work, accountId, withCount(shipments, order.placedAt, counts))
    }
  })
}

/** Platform-fulfilled orders come in shipped: a fulfilment that is shipped, and the goods taken out of the platform's location. */
export const shipFromPlatformStep = createStep(
  "ship-marketplace-orders-from-platform",
  async (input: { batch: Batch; made: MadeOrders; failures: Failure[] }, { container }) => {
    const { batch, made, failures } = input
    const shipped = importedIn(batch, failures, made).filter(
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
          moveShipped(
            container,
            batch.accountId,
            some.filter(({ verdict }) => verdict.plan.locationId),
          ),
      )),
    )
    return new StepResponse({ failures: [...failures, ...refused] })
  },
)
