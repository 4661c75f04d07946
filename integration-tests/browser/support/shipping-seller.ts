import { plainUnshipped } from "../../simulators/amazon"
import { addSeller, connectSeller, importOrders, type BrowserSeller } from "./amazon-account"
import type { Host } from "./use-host"

type Line = { id: string; quantity: number }

export type ShippingSeller = {
  seller: BrowserSeller
  account: { id: string; name: string }
  /** The demo shop's way of shipping. */
  option: { id: string; name: string }
  /** Numbers of their orders at the platform; each order holds two pieces of one article. */
  references: string[]
}

export const carrierOf = (option: { id: string }, carrier: string) => ({
  source: "shipping_option",
  source_id: option.id,
  carrier,
})

/** A seller with imported orders that are still to be shipped. @default carrier: UPS, and shipments are not sent yet */
export async function addShippingSeller(
  host: Host,
  { orders, carrier = "UPS", name }: { orders: number; carrier?: string | null; name?: string },
): Promise<ShippingSeller> {
  const mix = { ...plainUnshipped(1), quantity: { min: 2, max: 2 } }
  const seller = await addSeller(host, { orders, generate: { mix } })
  const { shipping_options } = await host.api.get("/admin/shipping-options", { limit: 1 })
  const [option] = shipping_options
  const settings = {
    shipping_option_id: option.id,
    ...(carrier && { carriers: [carrierOf(option, carrier)] }),
  }
  const account = await connectSeller(host, seller, { name, settings })
  await importOrders(host, account.id)
  return { seller, account, option, references: seller.orders.map(({ orderId }) => orderId) }
}

export const sendShipments = (host: Host, accountId: string, on = true): Promise<unknown> =>
  host.api.post(`accounts/${accountId}/writers`, { writer: "shipments", on })

/** The Medusa order that one of the platform's orders became. */
export async function medusaOrderOf(host: Host, accountId: string, reference: string): Promise<string> {
  const { orders } = await host.api.get("orders", { account_id: accountId, q: reference })
  return orders[0].order_id
}

/** Packs and ships pieces of each line of an order by Medusa's admin API, with these tracking numbers. */
export async function shipByApi(
  { api }: Host,
  orderId: string,
  { tracking, pieces, carrier }: { tracking: string[]; pieces?: number; carrier?: string },
): Promise<void> {
  const { order } = await api.get(`/admin/orders/${orderId}`, { fields: "id,*items,*fulfillments" })
  const known = new Set(order.fulfillments.map(({ id }: { id: string }) => id))
  const items: Line[] = order.items.map(({ id, quantity }: Line) => ({ id, quantity: pieces ?? quantity }))
  const { stock_locations } = await api.get("/admin/stock-locations", { name: "Main warehouse", limit: 1 })
  const { order: packed } = await api.post(`/admin/orders/${orderId}/fulfillments?fields=id,*fulfillments`, {
    items,
    location_id: stock_locations[0].id,
    ...(carrier && { metadata: { carrier } }),
  })
  const parcel = packed.fulfillments.find(({ id }: { id: string }) => !known.has(id))
  await api.post(`/admin/orders/${orderId}/fulfillments/${parcel.id}/shipments`, {
    items,
    labels: tracking.map((tracking_number) => ({ tracking_number, tracking_url: "#", label_url: "#" })),
  })
}

/** The shipments of an account as the API tells them. */
export async function shipmentsOf({ api }: Host, accountId: string) {
  const { dispatches } = await api.get("dispatches", { account_id: accountId, kind: "shipment", limit: 100 })
  return dispatches as { id: string; reference: string; standing: string; problem: { code: string } | null }[]
}

/** The shipments of an account, once as many stand like that. */
export async function untilShipments(
  host: Host,
  accountId: string,
  standing: string,
  count = 1,
): Promise<Awaited<ReturnType<typeof shipmentsOf>>> {
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    const found = (await shipmentsOf(host, accountId)).filter((one) => one.standing === standing)
    if (found.length >= count) return found
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(
    `Not ${count} shipments are ${standing}: ${JSON.stringify(await shipmentsOf(host, accountId))}`,
  )
}
