import { Modules } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow, createOrderShipmentWorkflow } from "@medusajs/medusa/core-flows"
import { handOutDueWork } from "../../../src/jobs/sync-due-accounts"
import { oweMarketplaceShipmentsWorkflow } from "../../../src/workflows/dispatch/shipment/owe-marketplace-shipments"
import { sendMarketplaceDispatchesWorkflow } from "../../../src/workflows/dispatch/send-dispatches"
import { plainUnshipped } from "../../simulators/amazon"
import { addSeller } from "../../support/amazon-seller"
import { connect, eventually, everythingStored, sync, type Shop } from "./shop"

type Told = { event: string; actor: string; actor_id: string | null; details: Record<string, unknown> }

const CARRIERS = [{ source: "fulfillment_provider", source_id: "manual_manual", carrier: "UPS" }]

/** What is owed to the platforms, and the switches that let it go out. */
export function dispatchSuite(shop: () => Shop): void {
  /** An account with imported orders that can be shipped. */
  async function account(orders: number) {
    const generate = { skus: ["MUG-WHITE"], mix: { ...plainUnshipped(1), quantity: { min: 2, max: 2 } } }
    const seller = addSeller(shop().simulator, { orders, generate })
    const { id } = await connect(shop(), seller, { settings: { carriers: CARRIERS } })
    await sync(shop(), id)
    const { data } = await shop().api.get(`orders?account_id=${id}&state=imported&order=placed_at`)
    expect(data.orders).toHaveLength(orders)
    return { id: id as string, orders: data.orders as { id: string; reference: string; order_id: string }[] }
  }

  /** Ships an order as a person does; gives its dispatch. */
  async function ship(order: { order_id: string }, tracking: string) {
    const { container } = shop()
    const [{ items: lines = [] }] = await container
      .resolve(Modules.ORDER)
      .listOrders({ id: order.order_id }, { relations: ["items"] })
    const items = lines
      .filter(({ variant_id }) => variant_id)
      .map(({ id, quantity }) => ({ id, quantity: Number(quantity) }))
    const { result } = await createOrderFulfillmentWorkflow(container).run({
      input: { order_id: order.order_id, items },
    })
    const labels = [{ tracking_number: tracking, tracking_url: "#", label_url: "#" }]
    await createOrderShipmentWorkflow(container).run({
      input: { order_id: order.order_id, fulfillment_id: result.id, items, labels },
    })
    await oweMarketplaceShipmentsWorkflow(container).run({ input: { fulfillmentIds: [result.id] } })
    const { data } = await shop().api.get(`dispatches?order_id=${order.order_id}`)
    expect(data.count).toBe(1)
    return data.dispatches[0]
  }

  const writer = (accountId: string, on: boolean, more: Record<string, unknown> = {}) =>
    shop().api.post(`accounts/${accountId}/writers`, { writer: "shipments", on, ...more })
  const dispatchOf = async (id: string) => (await shop().api.get(`dispatches/${id}`)).data.dispatch
  const accountOf = async (id: string) => (await shop().api.get(`accounts/${id}`)).data.account
  /** Sending is done by events; the last of it is waited for here. */
  const send = (accountId: string) =>
    sendMarketplaceDispatchesWorkflow(shop().container).run({ input: { accountId } })
  const standing = (id: string, wanted: string) =>
    eventually(
      () => dispatchOf(id),
      (dispatch) => dispatch.standing === wanted,
    )
  const count = async (query: string) => (await shop().api.get(`dispatches?${query}`)).data.count as number
  const eventsOf = async (accountId: string): Promise<Told[]> =>
    (await shop().api.get(`accounts/${accountId}/history`)).data.history

  it("waits until a person switches writing on, is sent then, and turns to synchronised", async () => {
    const { id, orders } = await account(1)
    const [order] = orders
    const owed = await ship(order, "1Z-FIRST")
    expect(owed).toMatchObject({
      account_id: id,
      kind: "shipment",
      state: "owed",
      standing: "waiting",
      held_by: "writer_off",
      problem: null,
      marketplace_order_id: order.id,
      reference: order.reference,
      order_id: order.order_id,
      package_number: 1,
      shipment: {
        carrier: "UPS",
        carrier_name: null,
        tracking_number: "1Z-FIRST",
        lines: [{ quantity: 2, sku: "MUG-WHITE" }],
      },
      listing_key: null,
      actions: ["retry", "withdraw"],
    })
    expect(await accountOf(id)).toMatchObject({
      writers: { shipments: { state: "off", by: null, at: null }, stock: { state: "off" } },
      owed: { shipments: 1, stock: 0 },
      needs_person: { shipments: 0, stock: 0 },
      stock_brake: null,
      notices_since: null,
    })

    const { status, data } = await writer(id, true)
    expect(status).toBe(200)
    expect(data.account.writers.shipments).toMatchObject({ state: "on", by: shop().admin.id })
    const done = await standing(owed.id, "synchronised")
    expect(done).toMatchObject({ state: "confirmed", held_by: null, attempts: 1, actions: [] })
    expect(done.history.map(({ event }: Told) => event)).toEqual(["confirmed", "sending", "owed"])
    expect(JSON.stringify(done.history)).not.toContain("1Z-FIRST")
    expect(shop().simulator.confirmedPackages(order.reference)).toMatchObject([{ created: 1, edited: 0 }])
    expect((await accountOf(id)).owed.shipments).toBe(0)

    const again = await shop().api.post(`dispatches/${owed.id}/retry`)
    expect(again.status).toBe(400)
    expect(again.data).toMatchObject({ code: "dispatch_done" })

    await writer(id, false)
    const events = await eventsOf(id)
    expect(events.slice(0, 2)).toMatchObject([
      { event: "writer_off", actor: "person", actor_id: shop().admin.id, details: { writer: "shipments" } },
      { event: "writer_on", actor: "person", actor_id: shop().admin.id, details: { writer: "shipments" } },
    ])
  })

  it("shows a rejection with the platform's words, counts it, and sends it once more when a person says so", async () => {
    const { id, orders } = await account(1)
    shop().simulator.cancelOrder(orders[0].reference)
    await writer(id, true)
    const { id: dispatchId } = await ship(orders[0], "1Z-GONE")
    await send(id)
    const failed = await standing(dispatchId, "failed")
    expect(failed).toMatchObject({ state: "rejected", actions: ["retry", "withdraw"] })
    expect(failed.problem.title).not.toBe("")
    expect((await accountOf(id)).needs_person.shipments).toBe(1)
    expect(await count(`account_id=${id}&needs_person=true`)).toBe(1)
    expect(await count(`account_id=${id}&problem_code=${failed.problem.code}`)).toBe(1)

    const calls = shop().simulator.callCount("confirmShipment")
    expect((await shop().api.post(`dispatches/${dispatchId}/retry`)).status).toBe(200)
    await eventually(
      async () => shop().simulator.callCount("confirmShipment"),
      (now) => now > calls,
    )
    const { history } = await standing(dispatchId, "failed")
    expect(history.map(({ event }: Told) => event)).toEqual(
      expect.arrayContaining(["retry_requested", "rejected"]),
    )
    const { data } = await shop().api.post("dispatches/batch", {
      action: "withdraw",
      ids: [dispatchId, "mpdis_x"],
    })
    expect(data).toEqual({ done: [dispatchId], refused: [{ id: "mpdis_x", state: null }] })
    expect((await dispatchOf(dispatchId)).standing).toBe("withdrawn")
  })

  it("is not sent where a person wants to begin with what comes", async () => {
    const { id, orders } = await account(2)
    const before = await ship(orders[0], "1Z-BEFORE")
    const { data } = await writer(id, true, { owed: "withdraw" })
    expect(data.account.owed.shipments).toBe(0)
    const after = await ship(orders[1], "1Z-AFTER")
    await send(id)
    await standing(after.id, "synchronised")
    expect((await dispatchOf(before.id)).standing).toBe("withdrawn")
    expect(shop().simulator.shipments(orders[0].reference)).toEqual([])
  })

  it("stays here while the account is paused", async () => {
    const { id, orders } = await account(1)
    await writer(id, true)
    await shop().api.post(`accounts/${id}/pause`)
    const { id: dispatchId } = await ship(orders[0], "1Z-PAUSED")
    await send(id)
    expect((await dispatchOf(dispatchId)).state).toBe("owed")
    await shop().api.post(`accounts/${id}/resume`)
    await send(id)
    await standing(dispatchId, "synchronised")
  })

  it("stays here in a copy of the database, which says so on the account, in its history and in the bell", async () => {
    const { id, orders } = await account(1)
    await writer(id, true)
    await shop().sql(
      `UPDATE marketplace_account SET writers = jsonb_set(writers, '{shipments,installation}', '"live"') WHERE id = '${id}'`,
    )
    const { id: dispatchId } = await ship(orders[0], "1Z-COPY")
    for (let minute = 0; minute < 3; minute++) await handOutDueWork(shop().container)
    await send(id)
    expect(await dispatchOf(dispatchId)).toMatchObject({ standing: "waiting", held_by: "writer_of_copy" })
    expect((await accountOf(id)).writers.shipments.state).toBe("copied")
    const told = (await eventsOf(id)).filter(({ event }) => event === "writer_stopped_on_copy")
    expect(told).toHaveLength(1)
    const bell = await shop()
      .container.resolve(Modules.NOTIFICATION)
      .listNotifications({ channel: "feed" }, { take: 1000 })
    expect(bell.filter(({ data }) => data?.account_id === id && data.code === "writer_of_copy")).toHaveLength(
      1,
    )
    expect(shop().simulator.shipments(orders[0].reference)).toEqual([])
    await writer(id, true)
    await standing(dispatchId, "synchronised")
  })

  it("marks the account when the platform has withdrawn its authorization, and goes out once it is renewed", async () => {
    const { id, orders } = await account(1)
    await writer(id, true)
    shop().simulator.addFault({ kind: "lwa-error", error: "invalid_grant", times: "always" })
    shop().simulator.addFault({ kind: "revoke-token", operation: "confirmShipment", times: "always" })
    const { id: dispatchId } = await ship(orders[0], "1Z-LOST")
    await send(id)
    const lost = await eventually(
      () => accountOf(id),
      ({ state }) => state === "needs_reauthorization",
    )
    shop().simulator.clearFaults()
    expect(lost.state).toBe("needs_reauthorization")
    expect((await dispatchOf(dispatchId)).next_attempt_at).not.toBeNull()
    await shop().sql(`UPDATE marketplace_account SET state = 'connected' WHERE id = '${id}'`)
    await send(id)
    await standing(dispatchId, "synchronised")
  })

  it("is found by account, order, number and state, page by page", async () => {
    const { id, orders } = await account(3)
    for (const [index, order] of orders.entries()) await ship(order, `1Z-PAGE-${index}`)
    expect(await count(`account_id=${id}`)).toBe(3)
    expect(await count(`account_id=${id}&q=${orders[1].reference.slice(4)}`)).toBe(1)
    expect(await count(`account_id=${id}&q=nothing-like-it`)).toBe(0)
    expect(await count(`marketplace_order_id=${orders[0].id},${orders[2].id}`)).toBe(2)
    expect(await count(`account_id=${id}&state=owed,rejected&kind=shipment`)).toBe(3)
    expect(await count(`account_id=${id}&kind=stock&q=MUG`)).toBe(0)
    const page = (offset: number) =>
      shop().api.get(`dispatches?account_id=${id}&order=created_at&limit=2&offset=${offset}`)
    const [first, second] = [await page(0), await page(2)]
    const ids = [...first.data.dispatches, ...second.data.dispatches].map(({ id: each }) => each)
    expect(new Set(ids).size).toBe(3)
  })

  it.each([
    ["an unknown writer", "accounts/x/writers", { writer: "prices", on: true }, "writer"],
    ["a switch that is none", "accounts/x/writers", { writer: "stock", on: "yes" }, "on"],
    ["an unknown action", "dispatches/batch", { action: "approve", ids: ["mpdis_1"] }, "action"],
    ["no dispatch", "dispatches/batch", { action: "retry", ids: [] }, "ids"],
    [
      "the name of no carrier",
      "dispatches/x/tracking",
      { tracking_number: "1Z", carrier_name: "Hermod & Sons" },
      "carrier_name",
    ],
  ])("refuses %s and changes nothing", async (_what, path, body, field) => {
    const before = await everythingStored(shop())
    const answer = await shop().api.post(path, body)
    expect(answer.status).toBe(400)
    expect(answer.data.message).toContain(`'${field}'`)
    expect(await everythingStored(shop())).toEqual(before)
  })

  it("says in the reader's language what does not exist", async () => {
    const answer = await shop().api.get("dispatches/mpdis_none?lang=pt-BR")
    expect(answer).toMatchObject({ status: 404, data: { message: "Não existe o envio mpdis_none" } })
    expect((await shop().api.post("dispatches/mpdis_none/retry")).status).toBe(404)
    expect((await shop().api.post("accounts/mpacc_none/writers", { writer: "stock", on: true })).status).toBe(
      404,
    )
  })
}
