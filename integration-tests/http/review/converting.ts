import { setTimeout as wait } from "node:timers/promises"
import { Modules } from "@medusajs/framework/utils"
import { handOutDueWork } from "../../../src/jobs/sync-due-accounts"
import { eventually } from "../admin-api/shop"
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

/** Drafts that become orders on Medusa's own draft order page. */
export function convertingSuite(shop: () => ReviewShop): void {
  const convert = async (orderId: string | null) => {
    const answer = await shop().api.post(`/admin/draft-orders/${orderId}/convert-to-order`)
    expect(answer.status).toBe(200)
  }
  const imported = async (id: string) => {
    const row = await eventually(
      () => shop().marketplace.retrieveMarketplaceOrder(id),
      (one) => one.state === "imported",
    )
    expect(row).toMatchObject({ state: "imported", problem_code: null })
    return settled(shop(), id)
  }

  it("counts as approved: it is paid, and its goods are reserved once", async () => {
    const waiting = await bring(shop())
    await convert(waiting.order_id)
    await imported(waiting.id)
    const [order, ...others] = await medusaOrders(shop())
    expect(others).toEqual([])
    expect(order).toMatchObject({ is_draft_order: false, status: "pending", total: TOTAL })
    expect(order.transactions.map(({ amount }) => amount)).toEqual([TOTAL])
    expect(order.payment_collections).toMatchObject([{ status: "completed", captured_amount: TOTAL }])
    expect(await reserved(shop())).toEqual({ [SHIRT]: 2, [MUG]: 3 })
    const approved = (await historyOf(shop(), waiting.id)).find(({ event }) => event === "approved")
    expect(approved).toMatchObject({ actor: "person", details: { where: "draft_order_page" } })
  })

  it("counts as it was edited before", async () => {
    const waiting = await bring(shop())
    await editDraft(shop(), waiting.order_id ?? "")
    await convert(waiting.order_id)
    await imported(waiting.id)
    const [order] = await medusaOrders(shop())
    expect(order.transactions.map(({ amount }) => amount)).toEqual([EDITED_TOTAL])
    expect(order.payment_collections).toMatchObject([{ status: "completed", captured_amount: EDITED_TOTAL }])
    expect(await reserved(shop())).toEqual({ [SHIRT]: 6, [MUG]: 1 })
  })

  it("is carried out, and never canceled, where the order could not be imported any more", async () => {
    const waiting = await bring(shop())
    const [mapping] = await shop().marketplace.listProductMappings({ listing_key: MUG })
    await shop().marketplace.updateProductMappings({ id: mapping.id, variant_id: null, state: "unmapped" })
    const [{ sku }] = await shop().container.resolve(Modules.PRODUCT).listProductVariants({ sku: MUG })
    const variantId = shop().store.variantIds[MUG]
    await shop()
      .container.resolve(Modules.PRODUCT)
      .updateProductVariants(variantId, { sku: `${sku}-OLD` })
    await convert(waiting.order_id)
    await imported(waiting.id)
    expect(await medusaOrders(shop())).toMatchObject([{ status: "pending", is_draft_order: false }])
  })

  it("keeps the platform's taxes, where Medusa works out its own", async () => {
    const waiting = await bring(shop())
    const [{ region_id }] = await shop().container.resolve(Modules.ORDER).listOrders({})
    await shop()
      .container.resolve(Modules.REGION)
      .updateRegions(region_id ?? "", { automatic_taxes: true })
    await convert(waiting.order_id)
    await imported(waiting.id)
    const [order] = await medusaOrders(shop())
    expect(order).toMatchObject({ total: TOTAL, summary: { paid_total: TOTAL, pending_difference: 0 } })
  })

  describe("while something else is done with it here", () => {
    afterEach(() => jest.restoreAllMocks())

    const approve = (id: string) => shop().api.post(`orders/${id}/approve`)
    const taxesByMedusa = async () => {
      const [{ region_id }] = await shop().container.resolve(Modules.ORDER).listOrders({})
      await shop()
        .container.resolve(Modules.REGION)
        .updateRegions(region_id ?? "", { automatic_taxes: true })
    }

    /** It happens when Medusa is about to reserve the draft's goods; what it starts has time to get done. */
    const inBetween = (happens: () => Promise<unknown>) => {
      const locking = shop().container.resolve(Modules.LOCKING)
      const execute = locking.execute.bind(locking)
      let happened = false
      jest.spyOn(locking, "execute").mockImplementation((async (keys: string[], ...rest: [never, never]) => {
        // Only Medusa asks for several articles at once.
        if (Array.isArray(keys) && keys.length > 1 && !happened) {
          happened = true
          void happens()
          await wait(1500)
        }
        return execute(keys, ...rest)
      }) as typeof locking.execute)
    }

    it.each([
      ["as it was sold", false, TOTAL, { [SHIRT]: 2, [MUG]: 3 }],
      ["as it was edited", true, EDITED_TOTAL, { [SHIRT]: 6, [MUG]: 1 }],
    ])("is paid and reserved once, %s", async (_how, edited, total, pieces) => {
      const waiting = await bring(shop())
      if (edited) await editDraft(shop(), waiting.order_id ?? "")
      else await taxesByMedusa()
      inBetween(() => approve(waiting.id))
      await convert(waiting.order_id)
      await imported(waiting.id)
      const [order, ...others] = await medusaOrders(shop())
      expect(others).toEqual([])
      expect(order).toMatchObject({ is_draft_order: false, total, summary: { pending_difference: 0 } })
      expect(order.transactions.map(({ amount }) => amount)).toEqual([total])
      expect(await reserved(shop())).toEqual(pieces)
    })

    it("is not deleted any more when the platform cancels it, but canceled as an order", async () => {
      const waiting = await bring(shop())
      const canceled = anOrder({ status: "canceled", platformStatus: "CANCELLED" }, 1)
      let brought: Promise<unknown> = Promise.resolve()
      inBetween(() => (brought = bring(shop(), canceled)))
      await convert(waiting.order_id)
      await brought
      await shop().marketplace.makeOrdersDue(shop().accountId, { ids: [waiting.id] })
      expect(await decide(shop())).toMatchObject({ state: "canceled", order_id: waiting.order_id })
      expect(await medusaOrders(shop())).toMatchObject([{ is_draft_order: false, status: "canceled" }])
      expect(await reserved(shop())).toEqual({})
    })

    it("becomes one order, whoever is faster", async () => {
      const waiting = await bring(shop())
      const path = `/admin/draft-orders/${waiting.order_id}/convert-to-order`
      await Promise.all([approve(waiting.id), shop().api.post(path)])
      await imported(waiting.id)
      const [order] = await medusaOrders(shop())
      expect(order).toMatchObject({ is_draft_order: false, total: TOTAL })
      expect(order.transactions).toHaveLength(1)
      expect(await reserved(shop())).toEqual({ [SHIRT]: 2, [MUG]: 3 })
    })
  })

  it("is found by the minute's sweep when its event got lost", async () => {
    const waiting = await bring(shop())
    const orders = shop().container.resolve(Modules.ORDER)
    await orders.updateOrders([{ id: waiting.order_id ?? "", status: "pending", is_draft_order: false }])
    expect((await decide(shop())).state).toBe("review")
    await handOutDueWork(shop().container)
    await imported(waiting.id)
    const [order] = await medusaOrders(shop())
    expect(order.transactions).toHaveLength(1)
    expect(await reserved(shop())).toEqual({ [SHIRT]: 2, [MUG]: 3 })
  })
}
