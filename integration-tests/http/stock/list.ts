import { sellerOf, type StockShop } from "./stock-shop"

export function listSuite(shop: () => StockShop): void {
  it("shows what is offered, what was sent and what the platform has, of mapped listings that we send", async () => {
    const seller = await sellerOf(shop(), [
      { sku: "MUG-WHITE", quantity: 2 },
      { sku: "CAP-NAVY", channel: "AMAZON_NA", fulfilledBy: "platform" },
    ])
    await seller.owe()
    await seller.send()
    const { data } = await shop().api.get(`accounts/${seller.id}/stock`)
    expect(data).toMatchObject({ count: 1, limit: 20, offset: 0, brake: null, writer: "on" })
    expect(data.stock).toEqual([
      {
        listing_key: "MUG-WHITE",
        sku: "MUG-WHITE",
        title: "Listing MUG-WHITE",
        mapping_id: expect.any(String),
        variant: expect.objectContaining({ id: shop().store.variantIds["MUG-WHITE"], sku: "MUG-WHITE" }),
        units_per_package: 1,
        offered: 10,
        locations: null,
        sent_quantity: 10,
        sent_at: expect.any(String),
        platform_quantity: 2,
        platform_read_at: expect.any(String),
        standing: "sending",
        problem: null,
        dispatch_id: expect.any(String),
        drift: false,
      },
    ])
  })

  it("is searched and filtered, pages, and refuses what it does not know", async () => {
    const seller = await sellerOf(shop(), [
      { sku: "MUG-WHITE", quantity: 10 },
      { sku: "CAP-NAVY", quantity: 3 },
      { sku: "SHORTS-L", quantity: 3, refusal: { code: "1", message: "no" } },
    ])
    await seller.owe()
    await seller.send()
    const keys = async (query: string) =>
      (await shop().api.get(`accounts/${seller.id}/stock?${query}`)).data.stock.map(
        (row: { listing_key: string }) => row.listing_key,
      )
    expect(await keys("q=navy")).toEqual(["CAP-NAVY"])
    expect(await keys("q=%25")).toEqual([])
    expect(await keys("state=synchronised")).toEqual(["MUG-WHITE"])
    expect(await keys("state=failed,sending")).toEqual(["CAP-NAVY", "SHORTS-L"])
    expect(await keys("limit=1&offset=1")).toEqual(["MUG-WHITE"])
    expect((await shop().api.get(`accounts/${seller.id}/stock?state=happy`)).status).toBe(400)
    expect((await shop().api.get("accounts/mpacc_none/stock")).status).toBe(404)
  })

  it("takes no push while stock is not written", async () => {
    const seller = await sellerOf(shop(), [{ sku: "MUG-WHITE", quantity: 2 }], { writer: false })
    const { status, data } = await shop().api.post(`accounts/${seller.id}/stock/push`)
    expect([status, data.message]).toEqual([400, expect.stringContaining("is not sent from here")])
    const list = await shop().api.get(`accounts/${seller.id}/stock`)
    expect(list.data).toMatchObject({ writer: "off", stock: [{ offered: 10, standing: null }] })
  })
}
