import { Modules } from "@medusajs/framework/utils"
import type { AccountSettings } from "../../../src/modules/marketplace/settings"
import { importDueOrders } from "../../../src/workflows/import/import-due-orders"
import { connectAccount } from "../../support/connect-account"
import { aMug, anOrder, eventually, SITE, type RuleShop } from "./shop"

/** Accounts that stop orders for which there is too little stock, when several orders want the same last piece. */
export function lastPieceSuite(shop: () => RuleShop): void {
  /** One for each round, so that what one leaves does not reach into the next. */
  const articles = (): string[] => Object.keys(shop().store.inventoryItemIds).slice(0, 10)
  const inventory = () => shop().container.resolve(Modules.INVENTORY)
  const itemOf = (sku: string) => ({
    inventory_item_id: shop().store.inventoryItemIds[sku],
    location_id: shop().store.locationId,
  })
  const setStock = (sku: string, stocked_quantity: number) =>
    inventory().updateInventoryLevels([{ ...itemOf(sku), stocked_quantity }])
  const stockOf = async (sku: string) => {
    const [{ stocked_quantity, reserved_quantity }] = await inventory().listInventoryLevels(itemOf(sku))
    return { stocked: Number(stocked_quantity), reserved: Number(reserved_quantity) }
  }
  const reservations = (sku: string) => inventory().listReservationItems(itemOf(sku))
  const account = async (name: string, settings: Partial<AccountSettings> = {}): Promise<string> => {
    const { id } = await connectAccount(shop().container, {
      providerId: "stall",
      orderPrefix: name,
      externalId: name,
      credentials: { key: "any" },
      sites: [{ externalId: SITE, name: "Stall", country: "BR", currency: "BRL" }],
      store: shop().store,
      settings: { stock_policy: "block", ...settings },
    })
    return id
  }
  const orderOf = (sku: string) => anOrder({ lines: [aMug({ listingKey: sku, sku })] })
  const stateOf = async (accountId: string, order: ReturnType<typeof anOrder>) => {
    const [row] = await shop().rows(accountId, [order])
    return row
  }
  /** Until nobody has the orders in hand: what events start is done a moment later. */
  const settledStates = (accountId: string, orders: ReturnType<typeof anOrder>[]) =>
    eventually(
      () => shop().rows(accountId, orders),
      (rows) => rows.every(({ lease_token, state }) => !lease_token && state !== "waiting"),
    )

  describe("of two orders for the last piece that are decided at the same moment, one is imported", () => {
    const expectOneSold = async (sku: string, rows: { state: string; problem_code: string | null }[]) => {
      expect(rows.map(({ state, problem_code }) => [state, problem_code]).sort()).toEqual([
        ["blocked", "stock_short"],
        ["imported", null],
      ])
      expect(await stockOf(sku)).toEqual({ stocked: 1, reserved: 1 })
      expect(await reservations(sku)).toHaveLength(1)
    }

    it("where two accounts sell from one shelf", async () => {
      const accounts = [await account("AAA"), await account("BBB")]
      for (const sku of articles()) {
        await setStock(sku, 1)
        const sold = accounts.map((id) => ({ id, order: orderOf(sku) }))
        for (const { id, order } of sold) await shop().stage(id, order)
        await Promise.all(accounts.map((id) => shop().decide(id)))
        const rows = (await Promise.all(sold.map(({ id, order }) => settledStates(id, [order])))).flat()
        await expectOneSold(sku, rows)
      }
    })

    it("where two orders of one account were asked for one after the other", async () => {
      const id = await account("AAA")
      for (const sku of articles()) {
        await setStock(sku, 1)
        const orders = [orderOf(sku), orderOf(sku)]
        await shop().stage(id, ...orders)
        const rows = await shop().rows(id, orders)
        await Promise.all(
          rows.map((row) =>
            importDueOrders(shop().container, { accountId: id, which: { ids: [row.id] }, actor: "schedule" }),
          ),
        )
        await expectOneSold(sku, await settledStates(id, orders))
      }
    })

    it("where both wait for their approval and have their goods kept", async () => {
      const id = await account("AAA", { review_first: true, reserve_waiting_orders: true })
      for (const sku of articles().slice(0, 4)) {
        await setStock(sku, 1)
        const orders = [orderOf(sku), orderOf(sku)]
        await shop().stage(id, ...orders)
        const rows = await shop().rows(id, orders)
        await Promise.all(
          rows.map((row) =>
            importDueOrders(shop().container, { accountId: id, which: { ids: [row.id] }, actor: "schedule" }),
          ),
        )
        const decided = await settledStates(id, orders)
        expect(decided.map(({ state }) => state).sort()).toEqual(["blocked", "review"])
        expect(await stockOf(sku)).toEqual({ stocked: 1, reserved: 1 })
        const waiting = decided.find(({ state }) => state === "review")
        const { status } = await shop().api.post(`orders/${waiting?.id}/approve`)
        expect(status).toBe(200)
        const order = orders.find(({ reference }) => reference === waiting?.reference)
        const stands = () => stateOf(id, order ?? orders[0])
        expect((await eventually(stands, ({ state }) => state === "imported")).state).toBe("imported")
        expect(await stockOf(sku)).toEqual({ stocked: 1, reserved: 1 })
      }
    })
  })

  describe("when the process dies", () => {
    afterEach(() => jest.restoreAllMocks())

    const SKU = "MUG-WHITE"
    const dies = async (accountId: string) => {
      await expect(shop().decide(accountId)).rejects.toMatchObject({ message: "killed" })
    }

    it("after the piece was reserved, the order is imported and reserved once", async () => {
      const id = await account("AAA")
      await setStock(SKU, 1)
      const order = orderOf(SKU)
      await shop().stage(id, order)
      jest.spyOn(shop().marketplace, "settleOrders").mockRejectedValueOnce(new Error("killed"))
      await dies(id)
      expect(await stockOf(SKU)).toEqual({ stocked: 1, reserved: 1 })
      await shop().decide(id)
      expect(await stateOf(id, order)).toMatchObject({ state: "imported", problems: [] })
      expect(await stockOf(SKU)).toEqual({ stocked: 1, reserved: 1 })
      expect(await reservations(SKU)).toHaveLength(1)
    })

    /** The piece is taken, and the order of Medusa cannot be made. */
    const takenOnly = async (id: string) => {
      await setStock(SKU, 1)
      const order = orderOf(SKU)
      await shop().stage(id, order)
      const orders = shop().container.resolve(Modules.ORDER)
      jest.spyOn(orders, "createOrders").mockRejectedValueOnce(new Error("down"))
      jest.spyOn(shop().marketplace, "settleOrders").mockRejectedValueOnce(new Error("killed"))
      await dies(id)
      expect(await stockOf(SKU)).toEqual({ stocked: 1, reserved: 1 })
      return order
    }

    it("after the piece was taken and before there is an order, nobody else gets it and it is reserved once", async () => {
      const id = await account("AAA")
      const other = await account("BBB")
      const order = await takenOnly(id)
      const [late] = await shop().bring(other, orderOf(SKU))
      expect(late).toMatchObject({ state: "blocked", problem_code: "stock_short" })
      await shop().decide(id)
      expect(await stateOf(id, order)).toMatchObject({ state: "imported", problems: [] })
      expect(await stockOf(SKU)).toEqual({ stocked: 1, reserved: 1 })
      expect(await reservations(SKU)).toHaveLength(1)
    })

    it("after the piece was taken, and the order is canceled then, the piece is given back", async () => {
      const id = await account("AAA")
      const order = await takenOnly(id)
      const updatedAt = new Date(Date.parse(order.updatedAt) + 1000).toISOString()
      const [row] = await shop().bring(id, { ...order, status: "canceled", updatedAt })
      expect(row.state).toBe("canceled")
      expect(await stockOf(SKU)).toEqual({ stocked: 1, reserved: 0 })
    })

    it("after the piece was taken, and the account takes every order then, the piece is reserved once", async () => {
      const id = await account("AAA")
      const order = await takenOnly(id)
      const { settings } = await shop().marketplace.retrieveMarketplaceAccount(id)
      await shop().marketplace.updateMarketplaceAccounts({
        id,
        settings: { ...settings, stock_policy: "take" },
      })
      await shop().decide(id)
      expect((await stateOf(id, order)).state).toBe("imported")
      expect(await stockOf(SKU)).toEqual({ stocked: 1, reserved: 1 })
    })

    describe("after the order of Medusa was made, it has an owner:", () => {
      const madeOnly = async (id: string) => {
        await setStock(SKU, 1)
        const order = orderOf(SKU)
        await shop().stage(id, order)
        const payments = shop().container.resolve(Modules.PAYMENT)
        jest.spyOn(payments, "createPaymentCollections").mockRejectedValueOnce(new Error("down"))
        await shop().decide(id)
        const row = await stateOf(id, order)
        expect(row).toMatchObject({ state: "ready", problem_code: "import_failed" })
        const [made] = await shop().medusaOrders([row])
        return { order, row, made }
      }
      const orderNow = (id: string) =>
        shop()
          .container.resolve(Modules.ORDER)
          .retrieveOrder(id, { select: ["id", "status"], relations: ["transactions"] })
      const act = async (id: string, action: string) =>
        expect((await shop().api.post(`orders/${id}/${action}`, {})).status).toBe(200)

      it("ignored, it is canceled and its piece given back", async () => {
        const id = await account("AAA")
        const { order, row, made } = await madeOnly(id)
        await act(row.id, "ignore")
        await eventually(
          () => orderNow(made.id),
          ({ status }) => status === "canceled",
        )
        expect(await orderNow(made.id)).toMatchObject({ status: "canceled" })
        const left = await eventually(
          () => stateOf(id, order),
          ({ order_id }) => order_id === null,
        )
        expect(left).toMatchObject({ state: "ignored", rule: "ignored_by_person", order_id: null })
        expect(await stockOf(SKU)).toEqual({ stocked: 1, reserved: 0 })

        // The person wants it after all: a canceled order of Medusa stays canceled, which they are told.
        await act(row.id, "retry")
        const again = await eventually(
          () => stateOf(id, order),
          ({ state }) => state === "imported",
        )
        expect(again).toMatchObject({ order_id: made.id, problem_code: "canceled_here_only" })
      })

      it("tried again, it is paid and reserved once", async () => {
        const id = await account("AAA")
        const { order, row, made } = await madeOnly(id)
        await act(row.id, "retry")
        const again = await eventually(
          () => stateOf(id, order),
          ({ state }) => state === "imported",
        )
        expect(again).toMatchObject({ state: "imported", order_id: made.id, problems: [] })
        expect((await orderNow(made.id)).transactions).toHaveLength(1)
        expect(await reservations(SKU)).toHaveLength(1)
      })

      it("blocked meanwhile, it stands there until it can go on", async () => {
        const id = await account("AAA")
        const { order, made } = await madeOnly(id)
        const later = (seconds: number) =>
          new Date(Date.parse(order.updatedAt) + seconds * 1000).toISOString()
        const [blocked] = await shop().bring(id, { ...order, currency: "XTS", updatedAt: later(1) })
        expect(blocked).toMatchObject({ state: "blocked", order_id: made.id })
        expect((await orderNow(made.id)).status).toBe("pending")
        const [done] = await shop().bring(id, { ...order, updatedAt: later(2) })
        expect(done).toMatchObject({ state: "imported", order_id: made.id, problems: [] })
        expect(await stockOf(SKU)).toEqual({ stocked: 1, reserved: 1 })
      })
    })
  })
}
