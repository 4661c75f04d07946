import type { Host } from "../support"
import type { Sold } from "./mug-seller"

const PATIENCE_MS = 60_000

/** The marketplace order as the API tells it, once it is in a state. */
export async function untilOrder({ api }: Host, accountId: string, { order }: Sold, state: string) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
    const { orders } = await api.get("orders", { account_id: accountId, q: order.orderId })
    if (orders[0]?.state === state) return orders[0]
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`The order ${order.orderId} was not ${state} in time`)
}

/** There is exactly one Medusa order of it, with the platform's amounts and `units` pieces of each sold package. */
export async function expectImportedOnce(
  host: Host,
  accountId: string,
  sold: Sold,
  units = 1,
): Promise<{ id: string }> {
  const { expected } = sold
  const { order_id: id } = await untilOrder(host, accountId, sold, "imported")
  const { orders } = await host.api.get("/admin/orders", { limit: 1000, fields: "id,custom_display_id" })
  const of = ({ custom_display_id: number }: { custom_display_id: string | null }) =>
    number?.endsWith(expected.orderId)
  expect(orders.filter(of).map((order: { id: string }) => order.id)).toEqual([id])

  const { order } = await host.api.get(`/admin/orders/${id}`, { fields: "id,currency_code,total,*items" })
  expect({ currency: order.currency_code, total: order.total }).toEqual({
    currency: expected.currency.toLowerCase(),
    total: Number(expected.total),
  })
  expect(order.items.map((item: { quantity: number }) => item.quantity)).toEqual(
    expected.lines.map(({ quantity }) => quantity * units),
  )
  return { id }
}
