import { Modules } from "@medusajs/framework/utils"
import { anOrder, bring, editDraft, historyOf, medusaOrders, settled, type ReviewShop } from "./shop"

/** Salesperson, payment method, instalments and customer, changed by a person. */
export function changingSuite(shop: () => ReviewShop): void {
  const change = (id: string, body: object) => shop().api.post(`orders/${id}/review`, body)
  const sold = async () => {
    const [order] = await medusaOrders(shop())
    const { salesperson_id, payment_method, installments } = order.metadata.marketplace
    return { salesperson_id, payment_method, installments, customer_id: order.customer_id }
  }
  const aCustomer = async () =>
    (await shop().container.resolve(Modules.CUSTOMER).createCustomers({ first_name: "Chosen" })).id

  it("is written to the draft at once, outlives a draft that is made anew, and is taken back by null", async () => {
    const waiting = await bring(shop())
    const before = await sold()
    expect(before).toMatchObject({ payment_method: "credit_card" })
    const chosen = {
      salesperson_id: shop().admin.id,
      payment_method: "pix",
      installments: 3,
      customer_id: await aCustomer(),
    }
    const { status, data } = await change(waiting.id, chosen)
    expect(status).toBe(200)
    expect(data.order).toMatchObject({ changes_by_person: chosen, order: chosen })
    expect(await sold()).toEqual(chosen)

    await bring(shop(), anOrder({ shippingService: "Express" }, 1))
    expect(await sold()).toEqual(chosen)

    await change(waiting.id, { payment_method: null, installments: null, customer_id: null })
    expect(await sold()).toMatchObject({
      salesperson_id: shop().admin.id,
      payment_method: "credit_card",
      customer_id: before.customer_id,
    })
    expect((await sold()).installments ?? null).toBeNull()
    await change(waiting.id, { salesperson_id: null })
    const { data: shown } = await shop().api.get(`orders/${waiting.id}`)
    expect(shown.order).toMatchObject({ changes_by_person: null, order: { salesperson_id: null } })
  })

  it("is told in the history by its fields, with no value but the salesperson", async () => {
    const waiting = await bring(shop())
    await change(waiting.id, { salesperson_id: shop().admin.id, payment_method: "a secret arrangement" })
    const lines = await historyOf(shop(), waiting.id)
    expect(lines.find(({ event }) => event === "changed_by_person")).toEqual({
      event: "changed_by_person",
      actor: "person",
      actor_id: shop().admin.id,
      details: { fields: ["salesperson_id", "payment_method"], salesperson_id: shop().admin.id },
    })
  })

  it("goes with an approval, and afterwards only the salesperson may change", async () => {
    const waiting = await bring(shop())
    await change(waiting.id, { payment_method: "pix" })
    await editDraft(shop(), waiting.order_id ?? "")
    await shop().api.post(`orders/${waiting.id}/approve`)
    await settled(shop(), waiting.id)
    expect(await sold()).toMatchObject({ payment_method: "pix" })

    const late = await change(waiting.id, { payment_method: "boleto", salesperson_id: shop().admin.id })
    expect([late.status, late.data.message]).toEqual([400, expect.stringContaining("'payment_method'")])
    expect((await change(waiting.id, { salesperson_id: shop().admin.id })).status).toBe(200)
    expect(await sold()).toMatchObject({ payment_method: "pix", salesperson_id: shop().admin.id })
  })

  it.each<[string, object, string]>([
    ["a salesperson who is nobody", { salesperson_id: "user_none" }, "salesperson_id"],
    ["a customer who is nobody", { customer_id: "cus_none" }, "customer_id"],
    ["no instalments", { installments: 0 }, "installments"],
    ["a field that does not exist", { price: 1 }, "price"],
    ["nothing", {}, "body"],
  ])("refuses %s, naming the field", async (_what, body, field) => {
    const waiting = await bring(shop())
    const { status, data } = await change(waiting.id, body)
    expect([status, data.message]).toEqual([400, expect.stringContaining(`'${field}'`)])
    expect((await historyOf(shop(), waiting.id)).map(({ event }) => event)).toEqual(["seen", "review"])
  })

  it("refuses what is not to review any more", async () => {
    const waiting = await bring(shop())
    await shop().api.post(`orders/${waiting.id}/ignore`, { reason: "duplicate" })
    const { status, data } = await change(waiting.id, { payment_method: "pix" })
    expect(status).toBe(400)
    expect(data.message).toContain("while it is to review")
    expect((await change("mpord_none", { payment_method: "pix" })).status).toBe(404)
  })
}
