import {
  anOrder,
  bring,
  decide,
  editDraft,
  EDITED_TOTAL,
  historyOf,
  medusaOrders,
  MUG,
  reserved,
  settled,
  SHIRT,
  TOTAL,
  type ReviewShop,
} from "./shop"
import { eventually } from "../admin-api/shop"

/** Drafts that a person edits on Medusa's own draft order page. */
export function editingSuite(shop: () => ReviewShop): void {
  const canceledHere = async () => (await medusaOrders(shop()))[0]
  const orderIdOf = (row: { order_id: string | null }) => row.order_id ?? ""
  const rowOf = async (id: string) => (await shop().api.get(`orders/${id}`)).data.order

  it("is approved as it was edited: payment of its total, reservations of its lines, the platform's total kept", async () => {
    const waiting = await bring(shop())
    await editDraft(shop(), orderIdOf(waiting))
    const noted = await eventually(
      () => rowOf(waiting.id),
      (row) => row.draft_edited_at !== null,
    )
    expect(noted).toMatchObject({ state: "review", problems: [] })
    const [draft] = await medusaOrders(shop())
    expect(draft).toMatchObject({ is_draft_order: true, total: EDITED_TOTAL })

    await shop().api.post(`orders/${waiting.id}/approve`)
    expect(await settled(shop(), waiting.id)).toMatchObject({ state: "imported", problem_code: null })
    const [order] = await medusaOrders(shop())
    expect(order).toMatchObject({ is_draft_order: false, total: EDITED_TOTAL })
    expect(order.transactions.map(({ amount }) => amount)).toEqual([EDITED_TOTAL])
    expect(order.payment_collections).toMatchObject([{ status: "completed", captured_amount: EDITED_TOTAL }])
    expect(order.summary).toMatchObject({ paid_total: EDITED_TOTAL, pending_difference: 0 })
    expect(order.metadata.marketplace.total).toBe("36.60")
    expect(await reserved(shop())).toEqual({ [SHIRT]: 6, [MUG]: 1 })
    expect((await historyOf(shop(), waiting.id)).map(({ event }) => event)).toEqual([
      "seen",
      "review",
      "edited_in_review",
      "approved",
      "imported",
    ])
    expect((await historyOf(shop(), waiting.id))[2]).toMatchObject({ actor_id: shop().admin.id })
  })

  it("is approved once, also by three workers at once", async () => {
    const waiting = await bring(shop())
    await editDraft(shop(), orderIdOf(waiting))
    await Promise.all([1, 2, 3].map(() => shop().api.post(`orders/${waiting.id}/approve`)))
    await settled(shop(), waiting.id)
    const order = await canceledHere()
    expect(order.transactions).toHaveLength(1)
    expect(order.payment_collections).toHaveLength(1)
    expect(await reserved(shop())).toEqual({ [SHIRT]: 6, [MUG]: 1 })
  })

  it("stays as it was edited when the platform's order changes, until a person wants that one instead", async () => {
    const waiting = await bring(shop())
    await editDraft(shop(), orderIdOf(waiting))
    const changed = await bring(shop(), anOrder({ shippingService: "Express" }, 1))
    expect(changed).toMatchObject({ state: "review", problem_code: null })
    expect(await rowOf(waiting.id)).toMatchObject({ problems: [{ code: "changed_while_edited" }] })
    expect(await medusaOrders(shop())).toMatchObject([{ is_draft_order: true, total: EDITED_TOTAL }])

    // Looked at again for another reason, it still says so.
    await shop().marketplace.makeOrdersDue(shop().accountId, { held: true })
    await decide(shop())
    expect(await rowOf(waiting.id)).toMatchObject({ problems: [{ code: "changed_while_edited" }] })

    await shop().api.post(`orders/${waiting.id}/retry`)
    await settled(shop(), waiting.id)
    expect(await rowOf(waiting.id)).toMatchObject({ state: "review", problems: [], draft_edited_at: null })
    expect(await medusaOrders(shop())).toMatchObject([
      { id: waiting.order_id, is_draft_order: true, total: TOTAL, payment_collections: [] },
    ])
    await shop().api.post(`orders/${waiting.id}/approve`)
    await settled(shop(), waiting.id)
    const order = await canceledHere()
    expect(order).toMatchObject({ total: TOTAL, summary: { pending_difference: 0 } })
    expect(order.payment_collections).toHaveLength(1)
    expect(await reserved(shop())).toEqual({ [SHIRT]: 2, [MUG]: 3 })
  })

  it("keeps an address that was corrected in the draft", async () => {
    const waiting = await bring(shop())
    const path = `/admin/draft-orders/${waiting.order_id}`
    expect((await shop().api.post(path, { shipping_address: { city: "Tacoma" } })).status).toBe(200)
    await bring(shop(), anOrder({ shippingService: "Express" }, 1))
    await shop().api.post(`orders/${waiting.id}/approve`)
    await settled(shop(), waiting.id)
    expect(await medusaOrders(shop())).toMatchObject([
      { is_draft_order: false, total: TOTAL, shipping_address: { city: "Tacoma" } },
    ])
  })

  it("goes when the platform cancels the order all the same", async () => {
    const waiting = await bring(shop())
    await editDraft(shop(), orderIdOf(waiting))
    const canceled = await bring(shop(), anOrder({ status: "canceled", platformStatus: "CANCELLED" }, 1))
    expect(canceled.state).toBe("canceled")
    expect(await medusaOrders(shop())).toHaveLength(0)
  })

  it("waits for its own lines' stock where the account stops such orders, and goes on when it arrives", async () => {
    const stocked = async (pieces: number) => {
      const { inventoryItemIds, locationId } = shop().store
      const path = `/admin/inventory-items/${inventoryItemIds[SHIRT]}/location-levels/${locationId}`
      expect((await shop().api.post(path, { stocked_quantity: pieces })).status).toBe(200)
    }
    const account = `accounts/${shop().accountId}`
    expect((await shop().api.post(account, { settings: { stock_policy: "block" } })).status).toBe(200)
    await stocked(5)
    const waiting = await bring(shop())
    await editDraft(shop(), orderIdOf(waiting))
    await shop().api.post(`orders/${waiting.id}/approve`)
    const short = await eventually(
      () => rowOf(waiting.id),
      (row) => row.problems.length > 0,
    )
    expect(short).toMatchObject({
      state: "review",
      problems: [{ code: "stock_short", details: { sku: SHIRT, title: expect.any(String) } }],
    })
    expect(await medusaOrders(shop())).toMatchObject([{ is_draft_order: true, transactions: [] }])
    expect(await reserved(shop())).toEqual({})

    await stocked(6)
    await eventually(
      () => rowOf(waiting.id),
      (row) => row.state === "imported",
    )
    expect(await medusaOrders(shop())).toMatchObject([{ is_draft_order: false, total: EDITED_TOTAL }])
    expect(await reserved(shop())).toEqual({ [SHIRT]: 6, [MUG]: 1 })
  })

  it("is refunded by what was paid for it when the platform cancels it after its approval", async () => {
    const waiting = await bring(shop())
    await editDraft(shop(), orderIdOf(waiting))
    await shop().api.post(`orders/${waiting.id}/approve`)
    await settled(shop(), waiting.id)
    await bring(shop(), anOrder({ status: "canceled", platformStatus: "CANCELLED" }, 1))
    const order = await canceledHere()
    expect(order.status).toBe("canceled")
    expect(order.transactions.map(({ amount }) => amount).sort()).toEqual([-EDITED_TOTAL, EDITED_TOTAL])
    expect(await reserved(shop())).toEqual({})
  })
}
