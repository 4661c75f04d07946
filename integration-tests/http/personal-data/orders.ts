import { Modules } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow, updateOrderWorkflow } from "@medusajs/medusa/core-flows"
import { aBuyer, wordsOf } from "../../support/buyers-order"
import { foundIn } from "../../support/dump-database"
import type { PrivacyShop } from "./shop"

/** A carrier's picture of a label shows the buyer's name and door. */
const LABEL_URL = "https://carrier.example/labels/9x.pdf"

export function orderSuite(shop: () => PrivacyShop): void {
  it("is in no table any more; amounts, lines, city and country are", async () => {
    const account = await shop().account()
    await shop().bring(account, { number: 1 }, { number: 2 }, { number: 3 })
    const words = wordsOf(aBuyer(1), aBuyer(2), aBuyer(3))
    expect(foundIn(await shop().dump(), words)).toHaveLength(words.length)
    const before = await shop().order(2)

    await shop().expire()
    expect(await shop().purge()).toEqual({ taken: 3, purged: 3, failed: 0 })
    expect(foundIn(await shop().dump(), words)).toEqual([])
    const after = await shop().order(2)
    expect(after).toMatchObject({ total: 21.6, status: "pending", email: null })
    expect(after.items).toEqual(before.items)
    for (const address of [after.shipping_address, after.billing_address]) {
      expect(address).toMatchObject({ city: "Seattle", province: "WA", country_code: "us", first_name: null })
    }
  })

  it("goes from what the shop made of it: the parcel's address and label, and the log of corrections", async () => {
    const account = await shop().account({ settings: { shipping_option_id: shop().store.shippingOptionId } })
    await shop().bring(account, { number: 1 })
    const { id } = await shop().order(1)
    const corrected = { street: "9x Corrected Street", email: "corrected-9x@buyers.example" }
    await updateOrderWorkflow(shop().container).run({
      input: {
        id,
        user_id: "user_1",
        email: corrected.email,
        shipping_address: { address_1: corrected.street },
      },
    })
    const [item] = await shop().sql<{ item_id: string; quantity: number }>(
      `SELECT item_id, quantity FROM order_item WHERE order_id = '${id}'`,
    )
    await createOrderFulfillmentWorkflow(shop().container).run({
      input: {
        order_id: id,
        items: [{ id: item.item_id, quantity: Number(item.quantity) }],
        location_id: shop().store.locationId,
      },
    })
    const [parcel] = await shop().sql<{ id: string }>(`SELECT id FROM fulfillment`)
    await shop()
      .container.resolve(Modules.FULFILLMENT)
      .updateFulfillment(parcel.id, {
        labels: [
          { tracking_number: "1Z-9x", tracking_url: "https://carrier.example/1Z-9x", label_url: LABEL_URL },
        ],
      })
    const packed = await shop().sql(`SELECT id, updated_at FROM fulfillment`)
    const words = [...wordsOf(aBuyer(1)), ...Object.values(corrected), LABEL_URL]
    expect(foundIn(await shop().dump(), [corrected.street])).toEqual([
      `${corrected.street} in fulfillment_address, order_address, order_change_action`,
    ])
    await shop().expire()
    expect(await shop().purge()).toEqual({ taken: 1, purged: 1, failed: 0 })
    expect(foundIn(await shop().dump(), words)).toEqual([])
    const parcels = await shop().sql(`SELECT city, country_code FROM fulfillment_address`)
    expect(parcels).toEqual([{ city: "Seattle", country_code: "us" }])
    expect(await shop().sql(`SELECT tracking_number, label_url FROM fulfillment_label`)).toEqual([
      { tracking_number: "1Z-9x", label_url: "#" },
    ])
    expect(await shop().sql(`SELECT id, updated_at FROM fulfillment`)).toEqual(packed)
  })

  it("stays until its time is over: 30 days after delivery at Amazon", async () => {
    const account = await shop().account()
    await shop().bring(account, { number: 1, deliveredIn: 5 }, { number: 2, age: 60, deliveredIn: -29.9 })
    const row = await shop().row(1)
    const days = (new Date(row.personal_data_until ?? 0).getTime() - Date.now()) / 86_400_000
    expect(days).toBeCloseTo(35, 1)
    expect(await shop().purge()).toEqual({ taken: 0, purged: 0, failed: 0 })
    expect(foundIn(await shop().dump(), wordsOf(aBuyer(2)))).toHaveLength(wordsOf(aBuyer(2)).length)
  })

  it("is kept by a legal hold, and goes once that is lifted", async () => {
    const account = await shop().account({ settings: { keep_personal_data: true } })
    await shop().bring(account, { number: 1 })
    await shop().expire()
    const before = await shop().dump()
    expect(await shop().purge()).toEqual({ taken: 0, purged: 0, failed: 0 })
    expect(await shop().dump()).toBe(before)

    const { settings } = await shop().marketplace.retrieveMarketplaceAccount(account)
    await shop().marketplace.updateMarketplaceAccounts({
      id: account,
      settings: { ...settings, keep_personal_data: false },
    })
    expect(await shop().purge()).toMatchObject({ purged: 1 })
    expect(foundIn(await shop().dump(), wordsOf(aBuyer(1)))).toEqual([])
  })

  it("goes also where the order was canceled, or the account was removed", async () => {
    const account = await shop().account()
    await shop().bring(account, { number: 1 }, { number: 2 })
    const changes = { status: "canceled" as const, updatedAt: new Date().toISOString() }
    await shop().bring(account, { number: 1, changes })
    expect(await shop().order(1)).toMatchObject({ status: "canceled" })
    await shop().marketplace.removeAccount(account, "user_1")
    await shop().expire()
    expect(await shop().purge()).toEqual({ taken: 2, purged: 2, failed: 0 })
    expect(await shop().purge()).toMatchObject({ taken: 0 })
    expect(foundIn(await shop().dump(), wordsOf(aBuyer(1), aBuyer(2)))).toEqual([])
  })
}
