import type { Host } from "./use-host"

/** The price of a draft order's only line, changed as Medusa's own page does it; what the draft comes to then. */
export async function editPrice({ api }: Host, orderId: string, unitPrice: number): Promise<number> {
  const path = `/admin/draft-orders/${orderId}`
  const { draft_order: draft } = await api.get(path)
  const [line] = draft.items
  await api.post(`${path}/edit`)
  await api.post(`${path}/edit/items/item/${line.id}`, { quantity: line.quantity, unit_price: unitPrice })
  await api.post(`${path}/edit/confirm`)
  return (await api.get(path)).draft_order.total
}

/** Waits for a draft that is made anew: meanwhile there is none. */
export async function untilPrice({ api }: Host, orderId: string, unitPrice: number): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    const { draft_orders: drafts } = await api.get("/admin/draft-orders", {
      id: orderId,
      fields: "id,*items",
    })
    if (drafts[0]?.items[0]?.unit_price === unitPrice) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`The draft's price did not become ${unitPrice}`)
}
