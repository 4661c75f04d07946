import { setTimeout as wait } from "node:timers/promises"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { purgePersonalData } from "../../../src/jobs/purge-personal-data"
import { stableId } from "../../../src/workflows/import/rules/stable-id"
import { signInAdmin } from "../../support/admin-session"
import { aMug, anOrder, eventually, type RuleShop } from "./shop"

const HOUR_MS = 3_600_000
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString()

export function saleSuite(shop: () => RuleShop): void {
  const inventory = () => shop().container.resolve(Modules.INVENTORY)
  const connect = async (over: Record<string, unknown> = {}) => {
    const { status, data } = await shop().api.post("accounts", {
      provider_id: "stall",
      name: "Stall",
      credentials: { key: "any" },
      ...over,
    })
    expect([status, data.message]).toEqual([201, undefined])
    return data.account
  }

  it("a new account begins with what its platform begins with, and whoever connected it sells for it", async () => {
    expect((await connect()).settings).toMatchObject({
      review_first: true,
      customer_rule: "name_and_document",
      stock_policy: "block",
      unmapped_policy: "block",
      salesperson_id: shop().admin.id,
    })
  })

  it("what the person chose comes before what the platform begins with", async () => {
    const settings = { review_first: false, salesperson_id: null }
    expect((await connect({ settings })).settings).toMatchObject({
      review_first: false,
      customer_rule: "name_and_document",
      salesperson_id: null,
    })
  })

  it("nobody can be its salesperson who is no user of the store", async () => {
    const { id } = await connect()
    const change = (salesperson_id: string) =>
      shop().api.post(`accounts/${id}`, { settings: { salesperson_id } })
    const refused = await change("user_nobody")
    expect(refused.status).toBe(400)
    expect(refused.data.message).toContain("settings.salesperson_id")
    const other = await signInAdmin(shop().container, "seller@example.com")
    expect((await change(other.id)).data.account.settings.salesperson_id).toBe(other.id)
  })

  it("the order says who sold it, how it was paid, and what people call it", async () => {
    const account = await shop().account({ salesperson_id: shop().admin.id })
    const rows = await shop().bring(
      account,
      anOrder({ number: "1042", paymentMethod: "credit_card", installments: 3 }),
    )
    const [order] = await shop().medusaOrders(rows)
    expect(order.metadata).toMatchObject({
      marketplace: {
        salesperson_id: shop().admin.id,
        payment_method: "credit_card",
        installments: 3,
        number: "1042",
      },
    })
  })

  it("is shown to nobody in the storefront who knows the platform's number and not the id", async () => {
    const account = await shop().account()
    const sold = anOrder()
    const [row] = await shop().bring(account, sold)
    const key = await shop()
      .container.resolve(Modules.API_KEY)
      .createApiKeys({ title: "Storefront", type: "publishable", created_by: shop().admin.id })
    const look = (id: string | null) =>
      shop().api.get(`/store/orders/${id}`, { as: null, headers: { "x-publishable-api-key": key.token } })
    expect((await look(row.order_id)).status).toBe(200)
    for (const known of [sold.reference, `STL-${sold.reference}`]) {
      expect((await look(stableId("order", known))).status).toBe(404)
    }
  })

  it("that no configured key opens is blocked, says what to do, and stops no other", async () => {
    const account = await shop().account()
    const [sealed, other] = [anOrder(), anOrder()]
    await shop().stage(account, sealed, other)
    const [row] = await shop().rows(account, [sealed])
    await shop().marketplace.updateMarketplaceOrders({ id: row.id, sealed_payload: "v1.gone.gone" })
    const logger = shop().container.resolve(ContainerRegistrationKeys.LOGGER)
    const warned = jest.spyOn(logger, "warn").mockImplementation(() => undefined)
    await shop().decide(account)
    expect(warned.mock.calls.flat()).toContainEqual(
      expect.stringMatching(`^\\[marketplaces\\] The stored order ${row.id} cannot be opened: `),
    )
    warned.mockRestore()
    expect(await shop().rows(account, [sealed, other])).toMatchObject([
      { state: "blocked", problem_code: "stored_order_unreadable" },
      { state: "imported", problems: [] },
    ])

    await shop().marketplace.updateMarketplaceOrders({ id: row.id, sealed_payload: row.sealed_payload })
    expect((await shop().api.post(`orders/${row.id}/retry`)).status).toBe(200)
    const again = await eventually(
      async () => (await shop().rows(account, [sealed]))[0],
      ({ state }) => state === "imported",
    )
    expect(again).toMatchObject({ state: "imported", problems: [] })
  })

  it("one order may have been sold by somebody else", async () => {
    const account = await shop().account({ salesperson_id: shop().admin.id })
    const mine = anOrder()
    const theirs = anOrder()
    await shop().stage(account, mine, theirs)
    const [, row] = await shop().rows(account, [mine, theirs])
    await shop().marketplace.updateMarketplaceOrders({
      id: row.id,
      changes_by_person: { salesperson_id: "user_other" },
    })
    await shop().decide(account)
    const sold = await shop().medusaOrders(await shop().rows(account, [mine, theirs]))
    const persons = sold.map(({ metadata }) => metadata?.marketplace)
    expect(persons).toMatchObject([{ salesperson_id: shop().admin.id }, { salesperson_id: "user_other" }])
  })

  it("is taken by the day it was paid, not by the day it was placed", async () => {
    const account = await shop().account({}, new Date(hoursAgo(10)))
    const before = { placedAt: hoursAgo(20), updatedAt: hoursAgo(1) }
    const rows = await shop().bring(
      account,
      anOrder({ ...before, paidAt: hoursAgo(5) }),
      anOrder({ ...before, paidAt: hoursAgo(15) }),
      anOrder({ ...before, paidAt: null, status: "pending" }),
    )
    expect(rows.map(({ state, rule }) => [state, rule])).toEqual([
      ["imported", null],
      ["ignored", "before_activation"],
      ["waiting", "not_paid"],
    ])
  })

  it("its shipping stands with the order's shipping and adds up to the platform's total", async () => {
    const account = await shop().account()
    const sold = anOrder({
      shippingService: "Sedex",
      adjustments: [
        { kind: "shipping", title: "Frete", amount: "12.30", discount: "2.30", tax: "0", taxInclusive: true },
      ],
    })
    const [row] = await shop().bring(account, sold)
    const order = await shop()
      .container.resolve(Modules.ORDER)
      .retrieveOrder(row.order_id ?? "", {
        select: ["id", "total", "shipping_total"],
        relations: ["items", "shipping_methods"],
      })
    expect(order.items).toHaveLength(1)
    expect(order.shipping_methods).toMatchObject([{ name: "Sedex" }])
    expect([Number(order.shipping_total), Number(order.total), row.total]).toEqual([10, 30, "30"])
  })

  describe("without enough stock", () => {
    const level = () => ({
      inventory_item_id: shop().store.inventoryItemIds["MUG-WHITE"],
      location_id: shop().store.locationId,
    })
    const setStock = (stocked_quantity: number) =>
      inventory().updateInventoryLevels([{ ...level(), stocked_quantity }])

    it("is blocked with product and numbers, and goes on by itself when stock arrives", async () => {
      const account = await shop().account({ stock_policy: "block" })
      await setStock(1)
      const order = anOrder({ lines: [aMug({ quantity: 3 })] })
      const [row] = await shop().bring(account, order)
      expect(row).toMatchObject({ state: "blocked", problem_code: "stock_short" })
      const { data } = await shop().api.get(`orders/${row.id}`)
      expect(data.order.problems[0]).toMatchObject({
        title: "Not enough stock: Mug",
        cause: "The order needs 3 of Mug (SKU MUG-WHITE), and your stock location has 1.",
      })

      const stateNow = async () => (await shop().rows(account, [order]))[0]
      await setStock(2)
      await wait(1500)
      expect(await stateNow()).toMatchObject({ state: "blocked", next_attempt_at: row.next_attempt_at })
      await setStock(3)
      const woken = await eventually(stateNow, ({ state }) => state === "imported")
      expect(woken).toMatchObject({ state: "imported", problems: [] })
    })

    it("is taken with a remark where the account wants it", async () => {
      const account = await shop().account({ stock_policy: "take" })
      await setStock(0)
      const [row] = await shop().bring(account, anOrder())
      expect(row).toMatchObject({ state: "imported", problems: [{ code: "stock_short_taken" }] })
    })

    it("keeps nothing any more when its account is removed", async () => {
      const account = await shop().account({ reserve_waiting_orders: true })
      await setStock(1)
      await shop().bring(account, anOrder({ status: "pending", paidAt: null }))
      expect(await inventory().listInventoryLevels(level())).toMatchObject([{ reserved_quantity: 1 }])
      expect((await shop().api.remove(`accounts/${account}`)).status).toBe(200)
      expect(await inventory().listInventoryLevels(level())).toMatchObject([{ reserved_quantity: 0 }])
    })

    it("keeps nothing for long when the process died while its account was removed", async () => {
      const account = await shop().account({ reserve_waiting_orders: true })
      await setStock(1)
      await shop().bring(account, anOrder({ status: "pending", paidAt: null }))
      await shop().marketplace.removeAccount(account, shop().admin.id)
      expect(await inventory().listInventoryLevels(level())).toMatchObject([{ reserved_quantity: 1 }])
      await purgePersonalData(shop().container)
      expect(await inventory().listInventoryLevels(level())).toMatchObject([{ reserved_quantity: 0 }])
      expect(await inventory().listReservationItems({})).toEqual([])
    })

    it("has enough in what was kept for it while it waited for its payment", async () => {
      const account = await shop().account({ stock_policy: "block", reserve_waiting_orders: true })
      await setStock(1)
      const unpaid = anOrder({ status: "pending", paidAt: null })
      expect(await shop().bring(account, unpaid)).toMatchObject([{ state: "waiting" }])
      const paidAt = new Date().toISOString()
      const paid = { ...unpaid, status: "open" as const, paidAt, updatedAt: paidAt }
      expect(await shop().bring(account, paid)).toMatchObject([{ state: "imported", problems: [] }])
      expect(await inventory().listInventoryLevels(level())).toMatchObject([{ reserved_quantity: 1 }])
    })
  })
}
