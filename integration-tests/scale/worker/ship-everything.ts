import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow, createOrderShipmentWorkflow } from "@medusajs/medusa/core-flows"
import type { AccountSettings } from "../../../src/modules/marketplace"

/** What the seeded shop ships by goes with UPS. */
export const SHIPS_BY_UPS: Partial<AccountSettings> = {
  carriers: [
    { source: "fulfillment_provider", source_id: "manual_manual", carrier: "UPS", carrier_name: null },
  ],
}

type Item = { id: string; quantity: number }
/** Items that leave together, and the labels of their parcels. */
type Part = { items: Item[]; parcels: number }

/** What was shipped of an order: what every parcel is known by, and how much of each line of the platform went. */
export type ShippedOrder = { reference: string; trackingNumbers: string[]; lines: Record<string, number> }

const countOf = (items: Item[]): number => items.reduce((sum, { quantity }) => sum + quantity, 0)

const lineReference = (metadata: Record<string, unknown> | null | undefined): string =>
  (metadata?.marketplace as { line_reference: string }).line_reference

/** One piece, and the rest of an order. */
function inTwo(items: Item[]): Item[][] {
  const [first, ...others] = items
  const rest = [{ ...first, quantity: first.quantity - 1 }, ...others].filter(({ quantity }) => quantity > 0)
  return [[{ ...first, quantity: 1 }], rest]
}

/** Every third order leaves whole, in two shipments, or in one shipment of two parcels. */
function partsOf(items: Item[], index: number): Part[] {
  if (countOf(items) < 2 || index % 3 === 0) return [{ items, parcels: 1 }]
  return index % 3 === 1 ? inTwo(items).map((some) => ({ items: some, parcels: 1 })) : [{ items, parcels: 2 }]
}

/** Ships every order as a person does in the admin. Nobody listens: the events of it get lost. */
export async function shipEverything(container: MedusaContainer): Promise<ShippedOrder[]> {
  Reflect.set(container.resolve(Modules.EVENT_BUS), "emit", async () => undefined)
  const orders = await container
    .resolve(Modules.ORDER)
    .listOrders({}, { select: ["id", "metadata"], relations: ["items"], order: { id: "ASC" }, take: 2000 })
  const shipped: ShippedOrder[] = []
  for (const [index, order] of orders.entries()) {
    const { reference } = order.metadata?.marketplace as { reference: string }
    // Goods only: what a platform charges besides is no parcel's content.
    const lines = (order.items ?? []).filter(({ variant_id }) => variant_id)
    const trackingNumbers: string[] = []
    const items = lines.map(({ id, quantity }) => ({ id, quantity: Number(quantity) }))
    for (const part of partsOf(items, index)) {
      const { result } = await createOrderFulfillmentWorkflow(container).run({
        input: { order_id: order.id, items: part.items, no_notification: true },
      })
      const labels = Array.from({ length: part.parcels }, () => {
        const tracking_number = `1Z-${reference}-${trackingNumbers.length + 1}`
        trackingNumbers.push(tracking_number)
        return { tracking_number, tracking_url: "#", label_url: "#" }
      })
      await createOrderShipmentWorkflow(container).run({
        input: {
          order_id: order.id,
          fulfillment_id: result.id,
          items: part.items,
          labels,
          no_notification: true,
        },
      })
    }
    shipped.push({
      reference,
      trackingNumbers,
      lines: Object.fromEntries(lines.map((line) => [lineReference(line.metadata), Number(line.quantity)])),
    })
  }
  return shipped
}
