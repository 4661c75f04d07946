import { Modules } from "@medusajs/framework/utils"
import { EIGHT, sellerOf, type StockShop } from "./stock-shop"

export function brakeSuite(shop: () => StockShop): void {
  /** All eight listings are offered with ten each. */
  async function settledSeller() {
    const seller = await sellerOf(
      shop(),
      EIGHT.map((sku) => ({ sku, quantity: 10 })),
    )
    await seller.owe()
    await seller.send()
    return seller
  }
  const brakeOf = async (id: string) => (await shop().api.get(`accounts/${id}`)).data.account.stock_brake
  const bells = async () =>
    (await shop().container.resolve(Modules.NOTIFICATION).listNotifications({})).filter(
      ({ data }) => data?.code === "stock_held",
    )

  it("holds everything when most of the stock would vanish, tells once, and asks", async () => {
    const seller = await settledSeller()
    for (const sku of EIGHT.slice(0, 6)) await seller.stock(sku, 0)
    await seller.stock(EIGHT[7], 9)
    await seller.owe()
    await seller.send()
    expect(seller.pushes()).toBe(0)
    expect(await brakeOf(seller.id)).toMatchObject({ zeroed: 6, raised: 0, listings: 8 })

    await shop().sql("UPDATE marketplace_dispatch SET next_attempt_at = now() WHERE state = 'owed'")
    await seller.send()
    expect(seller.pushes()).toBe(0)
    expect(await bells()).toHaveLength(1)
    const { data } = await shop().api.get(`accounts/${seller.id}/stock?state=waiting`)
    expect(data).toMatchObject({ count: 7, brake: { zeroed: 6 } })
  })

  it("lets everything through when a person releases it, by name", async () => {
    const seller = await settledSeller()
    for (const sku of EIGHT.slice(0, 6)) await seller.stock(sku, 0)
    await seller.owe()
    await seller.send()

    const { status, data } = await shop().api.post(`accounts/${seller.id}/stock/release`)
    expect([status, data]).toEqual([202, { released: 6 }])
    await seller.send()
    expect(EIGHT.map((sku) => seller.offered(sku))).toEqual([0, 0, 0, 0, 0, 0, 10, 10])
    expect(await brakeOf(seller.id)).toBeNull()
    const [line] = await shop().sql(
      `SELECT actor_id, details FROM history_entry WHERE event = 'stock_released' AND account_id = '${seller.id}'`,
    )
    expect(line).toMatchObject({ actor_id: shop().admin.id, details: { levels: 6 } })
  })

  it("comes off by itself when the stock is right again, and what is left goes out", async () => {
    const seller = await settledSeller()
    for (const sku of EIGHT.slice(0, 6)) await seller.stock(sku, 0)
    await seller.owe()
    await seller.send()
    expect(await brakeOf(seller.id)).not.toBeNull()

    for (const sku of EIGHT.slice(1, 6)) await seller.stock(sku, 10)
    await shop().sql("UPDATE marketplace_dispatch SET next_attempt_at = now() WHERE state = 'owed'")
    await seller.send()
    expect(await brakeOf(seller.id)).toBeNull()
    expect(seller.offered(EIGHT[0])).toBe(0)
    expect(seller.pushes()).toBe(1)
  })

  it("counts what was sent within the hour: a mistake that comes in pieces is held as well", async () => {
    const seller = await settledSeller()
    for (const sku of EIGHT.slice(0, 6)) {
      await seller.stock(sku, 0)
      await seller.owe()
      await seller.send()
    }
    expect(EIGHT.map((sku) => seller.offered(sku))).toEqual([0, 0, 0, 0, 10, 10, 10, 10])
    expect(await brakeOf(seller.id)).toMatchObject({ zeroed: 6 })
  })

  it("asks before the first push as well, by what the platform shows", async () => {
    for (const sku of EIGHT)
      await shop()
        .container.resolve(Modules.INVENTORY)
        .updateInventoryLevels([
          {
            inventory_item_id: shop().store.inventoryItemIds[sku],
            location_id: shop().store.locationId,
            stocked_quantity: 0,
          },
        ])
    const seller = await sellerOf(
      shop(),
      EIGHT.map((sku) => ({ sku, quantity: 25 })),
    )
    await seller.owe()
    await seller.send()
    expect(seller.pushes()).toBe(0)
    expect(await brakeOf(seller.id)).toMatchObject({ zeroed: 8, listings: 8 })
  })

  it("never holds where the account says so", async () => {
    const seller = await sellerOf(
      shop(),
      EIGHT.map((sku) => ({ sku, quantity: 1 })),
      { settings: { stock_brake_percent: 100 } },
    )
    await seller.owe()
    await seller.send()
    expect(seller.pushes()).toBe(8)
  })

  it("is not released where nothing is held", async () => {
    const seller = await settledSeller()
    const { status, data } = await shop().api.post(`accounts/${seller.id}/stock/release`)
    expect([status, data.message]).toEqual([400, expect.stringContaining("Nothing of account")])
  })
}
