import { setTimeout as wait } from "node:timers/promises"
import { workOnDueStock } from "../../../src/workflows/dispatch/stock/due-stock"
import type { StockAccount } from "../../support/stock-account"
import { sellerOf, type StockShop } from "./stock-shop"

const PATIENCE_MS = 20_000

export function triggerSuite(shop: () => StockShop): void {
  /** The moment at which the platform offers so many: nobody has called anything but the store. */
  async function comesToOffer(seller: StockAccount, sku: string, quantity: number): Promise<void> {
    const until = Date.now() + PATIENCE_MS
    while (seller.offered(sku) !== quantity && Date.now() < until) await wait(50)
    expect(seller.offered(sku)).toBe(quantity)
  }

  /** Everything is offered as it is. */
  async function settledSeller(sku = "MUG-WHITE") {
    const seller = await sellerOf(shop(), [{ sku, quantity: 10 }])
    await seller.owe()
    await seller.send()
    return seller
  }

  it("is sent by itself: a reservation, a delivery, a hundred changes in a few calls", async () => {
    const seller = await settledSeller()
    await seller.reserve("MUG-WHITE", 3)
    await comesToOffer(seller, "MUG-WHITE", 7)
    expect(seller.pushes()).toBe(1)

    for (let quantity = 11; quantity <= 110; quantity++) await seller.stock("MUG-WHITE", quantity)
    await comesToOffer(seller, "MUG-WHITE", 107)
    expect(seller.pushes()).toBeLessThan(40)
  })

  it("of a mapping is sent by itself", async () => {
    const seller = await settledSeller()
    const { status } = await shop().api.post("mappings", {
      account_id: seller.id,
      listing_key: "MUG-WHITE",
      variant_id: shop().store.variantIds["MUG-WHITE"],
      units_per_package: 5,
    })
    expect(status).toBe(200)
    await comesToOffer(seller, "MUG-WHITE", 2)
  })

  it("of the settings is sent by itself", async () => {
    const seller = await settledSeller()
    await shop().api.post(`accounts/${seller.id}`, { settings: { stock_buffer: 4 } })
    await comesToOffer(seller, "MUG-WHITE", 6)
  })

  it("is sent once a person switches stock on", async () => {
    const seller = await sellerOf(shop(), [{ sku: "MUG-WHITE", quantity: 2 }], { writer: false })
    await seller.reserve("MUG-WHITE", 1)
    await wait(600)
    expect(await seller.levels()).toEqual([])

    await shop().api.post(`accounts/${seller.id}/writers`, { writer: "stock", on: true })
    await comesToOffer(seller, "MUG-WHITE", 9)
  })

  it("whose event was lost is found by the sweep, once", async () => {
    const seller = await settledSeller()
    await workOnDueStock(shop().container)
    await shop().sql(
      `UPDATE inventory_level SET stocked_quantity = 4, raw_stocked_quantity = '{"value": "4"}', updated_at = now()
        WHERE inventory_item_id = '${shop().store.inventoryItemIds["MUG-WHITE"]}'
          AND location_id = '${shop().store.locationId}'`,
    )
    await workOnDueStock(shop().container)
    await comesToOffer(seller, "MUG-WHITE", 4)
    await workOnDueStock(shop().container)
    await seller.send()
    expect(seller.pushes()).toBe(1)
  })

  it("of an account that was never looked at is found by the sweep", async () => {
    const seller = await sellerOf(shop(), [{ sku: "MUG-WHITE", quantity: 2 }])
    await workOnDueStock(shop().container)
    await comesToOffer(seller, "MUG-WHITE", 10)
  })
}
