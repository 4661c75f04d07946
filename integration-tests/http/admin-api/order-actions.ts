import { readOrder } from "../../../src/providers/amazon/orders"
import { stagedOrder } from "../../../src/workflows/import/payload"
import { addSeller } from "../../support/amazon-seller"
import { decideUntilSettled } from "../../support/decide-until-settled"
import { connect, eventually, everythingStored, marketplaceOf, orderOf, sync, type Shop } from "./shop"

const SHIPPABLE = {
  fbaShare: 0,
  lines: { min: 1, max: 1 },
  statuses: { UNSHIPPED: 1 },
  shares: { replacement: 0 },
}

/** Several orders at once. */
export function orderActionSuite(shop: () => Shop): void {
  /** An account whose orders are in review, as `skus` are known, or blocked. */
  async function account(skus: string[], orders: number) {
    const seller = addSeller(shop().simulator, { orders, generate: { skus, mix: SHIPPABLE } })
    const connected = await connect(shop(), seller, { settings: { review_first: true } })
    await sync(shop(), connected.id)
    const { data } = await shop().api.get(`orders?account_id=${connected.id}&order=placed_at`)
    return {
      id: connected.id as string,
      orders: data.orders as { id: string; reference: string; state: string }[],
    }
  }
  const batch = (action: string, ids: string[], why: object = {}) =>
    shop().api.post("orders/batch", { action, ids, ...why })

  it("says of each order what can be done with it, and of each problem what solves it", async () => {
    const { orders } = await account(["UNKNOWN-SKU"], 1)
    const { data } = await shop().api.get(`orders/${orders[0].id}`)
    expect(data.order).toMatchObject({
      state: "blocked",
      actions: ["retry", "ignore"],
      problems: [{ code: "listing_unmapped", solution: "map_product" }],
    })
  })

  it("approves all orders in review at once, of several accounts, and says which were not", async () => {
    const [one, two, blocked] = [
      await account(["MUG-WHITE"], 2),
      await account(["MUG-WHITE"], 1),
      await account(["UNKNOWN-SKU"], 1),
    ]
    const inReview = [...one.orders, ...two.orders].map(({ id }) => id)
    const { status, data } = await batch("approve", [...inReview, blocked.orders[0].id, "mpord_none"])
    expect(status).toBe(200)
    expect([...data.done].sort()).toEqual([...inReview].sort())
    expect(data.refused).toEqual([
      { id: blocked.orders[0].id, reference: blocked.orders[0].reference, state: "blocked" },
      { id: "mpord_none", reference: null, state: null },
    ])
    for (const { id, orders } of [one, two]) {
      for (const { reference } of orders) {
        const done = await eventually(
          () => orderOf(shop(), id, reference),
          (row) => row.state === "imported",
        )
        expect(done).toMatchObject({ state: "imported", approved_by: shop().admin.id })
      }
    }
    const { history } = (await shop().api.get(`orders/${inReview[0]}`)).data.order
    expect(history.filter(({ event }: { event: string }) => event === "approved")).toHaveLength(1)
  })

  it("leaves many orders out at once, and takes them back at once", async () => {
    const { id, orders } = await account(["UNKNOWN-SKU"], 3)
    const ids = orders.map((order) => order.id)
    expect((await batch("ignore", ids)).data).toMatchObject({ refused: [] })
    expect((await shop().api.get(`orders?account_id=${id}&state=ignored`)).data.count).toBe(3)
    expect((await batch("ignore", ids)).data).toMatchObject({ done: [] })
    expect((await batch("retry", ids)).data.done).toHaveLength(3)
    const back = await eventually(
      async () => (await shop().api.get(`orders?account_id=${id}&state=blocked`)).data.count,
      (count) => count === 3,
    )
    expect(back).toBe(3)
  })

  it("reads an order again that its connector translated wrongly, as it was then", async () => {
    const seller = addSeller(shop().simulator, {
      orders: 1,
      generate: { skus: ["MUG-WHITE"], mix: SHIPPABLE },
    })
    const { id } = await connect(shop(), seller)
    const marketplace = marketplaceOf(shop())
    const read = readOrder(seller.orders[0])
    const broken = read.readable ? { ...read, order: { ...read.order, currency: "none" } } : read
    await marketplace.stagePage(id, [stagedOrder(marketplace, id, broken, 30)])
    const { reference } = await decideUntilSettled(shop().container, id, seller.orders[0].orderId)
    const order = await orderOf(shop(), id, reference)
    expect(order).toMatchObject({ state: "blocked", problem_code: "contract_broken" })

    expect((await batch("retry", [order.id])).data).toEqual({ done: [order.id], refused: [] })
    const mended = await eventually(
      () => orderOf(shop(), id, reference),
      (row) => row.state === "imported",
    )
    expect(mended).toMatchObject({ id: order.id, state: "imported", requested_by: shop().admin.id })
  })

  it("does an action once for an order that is named twice", async () => {
    const { orders } = await account(["UNKNOWN-SKU"], 1)
    const { data } = await batch("ignore", [orders[0].id, orders[0].id])
    expect(data).toEqual({ done: [orders[0].id], refused: [] })
  })

  it.each([
    ["an action that does not exist", { action: "delete", ids: ["mpord_1"] }, "action"],
    ["no order", { action: "retry", ids: [] }, "ids"],
    ["too many orders", { action: "retry", ids: Array.from({ length: 101 }, (_, n) => `mpord_${n}`) }, "ids"],
    ["an empty id", { action: "retry", ids: [" "] }, "ids.0"],
  ])("refuses %s and changes nothing", async (_what, body, field) => {
    const before = await everythingStored(shop())
    const answer = await shop().api.post("orders/batch", body)
    expect(answer.status).toBe(400)
    expect(answer.data.message).toContain(`'${field}'`)
    expect(await everythingStored(shop())).toEqual(before)
  })

  it("is not led astray by an id that is none", async () => {
    const { data } = await batch("ignore", ['{"a"}', "a,b", "'; DROP TABLE marketplace_order; --"])
    expect(data.done).toEqual([])
    expect(data.refused).toHaveLength(3)
  })

  it("lists what an order of Medusa came from, what a run brought, and what is late to ship", async () => {
    const one = await account(["MUG-WHITE"], 2)
    const two = await account(["MUG-WHITE"], 1)
    const count = async (query: string) => (await shop().api.get(`orders?${query}`)).data.count as number
    const { order_id, run_id } = (await shop().api.get(`orders/${two.orders[0].id}`)).data.order
    expect(await count(`order_id=${order_id}`)).toBe(1)
    expect(await count(`run_id=${run_id}`)).toBe(1)
    expect(await count(`account_id=${one.id},${two.id}`)).toBe(3)

    const late = `late_to_ship=true&account_id=${one.id},${two.id}`
    await shop().sql(`UPDATE marketplace_order SET ship_by = now() + interval '1 day'`)
    expect(await count(late)).toBe(0)
    await shop().sql(`UPDATE marketplace_order SET ship_by = now() - interval '1 hour'`)
    expect(await count(late)).toBe(3)
    expect(await count(`late_to_ship=true&account_id=${two.id}`)).toBe(1)
    await batch("ignore", [two.orders[0].id], { reason: "no_stock" })
    await shop().sql(
      `UPDATE marketplace_order SET platform_status = 'SHIPPED' WHERE id = '${one.orders[0].id}'`,
    )
    const { data } = await shop().api.get(`orders?${late}`)
    expect(data.orders.map(({ id }: { id: string }) => id)).toEqual([one.orders[1].id])
    const needs = (await shop().api.get(`accounts/${one.id}`)).data.account.needs_person
    expect(needs.late_to_ship).toBe(1)
  })
}
