import {
  anOrder,
  BUYER,
  bring,
  decide,
  historyOf,
  medusaOrders,
  MUG,
  reserved,
  settled,
  SHIRT,
  TOTAL,
  type ReviewShop,
} from "./shop"

/** An order that waits as a draft, and what becomes of it. */
export function waitingSuite(shop: () => ReviewShop): void {
  it("an order waits as a draft, and approving it makes it an order with payment and reservations", async () => {
    const waiting = await bring(shop())
    expect(waiting).toMatchObject({ state: "review", problem_code: null, draft_edited_at: null })
    expect(await medusaOrders(shop())).toMatchObject([
      { id: waiting.order_id, is_draft_order: true, transactions: [], payment_collections: [] },
    ])
    expect(await reserved(shop())).toEqual({})

    expect((await shop().api.post(`orders/${waiting.id}/approve`)).status).toBe(200)
    expect(await settled(shop(), waiting.id)).toMatchObject({ state: "imported", order_id: waiting.order_id })
    const [order, ...others] = await medusaOrders(shop())
    expect(others).toHaveLength(0)
    expect(order).toMatchObject({ is_draft_order: false, status: "pending", total: TOTAL })
    expect(order.transactions.map(({ amount }) => amount)).toEqual([TOTAL])
    expect(order.payment_collections).toMatchObject([{ status: "completed", captured_amount: TOTAL }])
    expect(await reserved(shop())).toEqual({ [SHIRT]: 2, [MUG]: 3 })
  })

  it("an order that changes while it waits is changed in place", async () => {
    const waiting = await bring(shop())
    const address = anOrder().shippingAddress
    const changed = await bring(
      shop(),
      anOrder({ shippingAddress: address && { ...address, city: "Elsewhere" } }, 1),
    )
    expect(changed).toMatchObject({ state: "review", order_id: waiting.order_id })
    expect(await medusaOrders(shop())).toMatchObject([
      { is_draft_order: true, shipping_address: { city: "Elsewhere" } },
    ])
  })

  it("a draft goes when the platform cancels the order", async () => {
    await bring(shop())
    const canceled = await bring(shop(), anOrder({ status: "canceled", platformStatus: "CANCELLED" }, 1))
    expect(canceled).toMatchObject({ state: "canceled", order_id: null })
    expect(await medusaOrders(shop())).toHaveLength(0)

    // The payment had failed, and is made again.
    const back = await bring(shop(), anOrder({}, 2))
    expect(back.state).toBe("review")
    expect((await shop().api.post(`orders/${back.id}/approve`)).status).toBe(200)
    await settled(shop(), back.id)
    expect(await medusaOrders(shop())).toMatchObject([{ is_draft_order: false, total: TOTAL }])
    expect(await reserved(shop())).toEqual({ [SHIRT]: 2, [MUG]: 3 })
  })

  it("a sale is a sale, also when it was shipped at the platform before anybody approved it", async () => {
    await bring(shop())
    const shipped = await bring(
      shop(),
      anOrder(
        {
          status: "shipped",
          lines: anOrder().lines.map((line) => ({ ...line, quantityShipped: line.quantity })),
        },
        1,
      ),
    )
    expect(shipped).toMatchObject({ state: "review", rule: null })
    await shop().api.post(`orders/${shipped.id}/approve`)
    await settled(shop(), shipped.id)
    const [order] = await medusaOrders(shop())
    expect(order.transactions.map(({ amount }) => amount)).toEqual([TOTAL])
    expect(await reserved(shop())).toEqual({ [SHIRT]: 2, [MUG]: 3 })
  })

  it("approving it twice at once pays and reserves it once", async () => {
    const { id } = await bring(shop())
    await Promise.all([1, 2, 3].map(() => shop().api.post(`orders/${id}/approve`)))
    await settled(shop(), id)
    const [order] = await medusaOrders(shop())
    expect(order.transactions).toHaveLength(1)
    expect(order.payment_collections).toHaveLength(1)
    expect(await reserved(shop())).toEqual({ [SHIRT]: 2, [MUG]: 3 })
  })

  it("is rejected with a reason only, which everybody sees, and comes back when a person wants it after all", async () => {
    const { id } = await bring(shop())
    const reject = (body: object) => shop().api.post(`orders/${id}/ignore`, body)
    for (const [body, field] of [
      [{}, "reason"],
      [{ reason: "no_mood" }, "reason"],
      [{ reason: "other" }, "note"],
      [{ reason: "other", note: " " }, "note"],
      [{ reason: "fraud", note: "x".repeat(201) }, "note"],
    ] as const) {
      const { status, data } = await reject(body)
      expect([status, data.message]).toEqual([400, expect.stringContaining(`'${field}'`)])
    }
    const batch = await shop().api.post("orders/batch", { action: "ignore", ids: [id] })
    expect([batch.status, batch.data.message]).toEqual([400, expect.stringContaining("'reason'")])
    expect((await decide(shop())).state).toBe("review")

    const { data } = await reject({ reason: "fraud", note: `${BUYER.firstName} again` })
    expect(data.order).toMatchObject({
      state: "ignored",
      rule: "ignored_by_person",
      left_out: { reason: "fraud", note: `${BUYER.firstName} again` },
    })
    expect(await decide(shop())).toMatchObject({ state: "ignored", order_id: null })
    expect(await medusaOrders(shop())).toHaveLength(0)
    const lines = await historyOf(shop(), id)
    expect(lines.find(({ event }) => event === "ignored_by_person")).toMatchObject({
      actor_id: shop().admin.id,
      details: { reason: "fraud" },
    })
    expect(JSON.stringify(lines)).not.toContain(BUYER.firstName)
    const told = await shop().api.get(
      `explain?account_id=${shop().accountId}&reference=${data.order.reference}`,
    )
    expect(told.data.sentence).toContain("suspected fraud")

    await shop().api.post(`orders/${id}/retry`)
    await settled(shop(), id)
    const back = await shop().api.get(`orders/${id}`)
    expect(back.data.order).toMatchObject({ state: "review", left_out: null })
    expect(await medusaOrders(shop())).toMatchObject([{ is_draft_order: true }])
  })

  it("rejects many at once with the reason that they share", async () => {
    const { id } = await bring(shop())
    const { data } = await shop().api.post("orders/batch", {
      action: "ignore",
      ids: [id],
      reason: "other",
      note: "the fair is over",
    })
    expect(data).toEqual({ done: [id], refused: [] })
    const { left_out } = (await shop().api.get(`orders/${id}`)).data.order
    expect(left_out).toEqual({ reason: "other", note: "the fair is over" })
  })
}
