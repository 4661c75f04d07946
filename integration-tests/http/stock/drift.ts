import { compareStockBySchedule } from "../../../src/workflows/dispatch/stock/compare-stock"
import { sellerOf, type StockShop } from "./stock-shop"

export function driftSuite(shop: () => StockShop): void {
  async function settledSeller() {
    const seller = await sellerOf(shop(), [
      { sku: "MUG-WHITE", quantity: 10 },
      { sku: "CAP-NAVY", quantity: 10 },
    ])
    await seller.owe()
    await seller.send()
    return seller
  }
  const compare = async (id: string) => (await shop().api.post(`accounts/${id}/stock/compare`)).data
  const rowOf = async (id: string, sku: string) =>
    (await shop().api.get(`accounts/${id}/stock?q=${sku}`)).data.stock[0]

  it("finds nothing to do where all is as it was sent", async () => {
    const seller = await settledSeller()
    expect(await compare(seller.id)).toEqual({ compared: 2, drifted: 0 })
    await seller.send()
    expect(seller.pushes()).toBe(0)
  })

  it("sends again what somebody raised at the platform, and keeps a remark", async () => {
    const seller = await settledSeller()
    shop().simulator.updateListing("MUG-WHITE", { quantity: 99 }, seller.sellerId)
    expect(await compare(seller.id)).toEqual({ compared: 2, drifted: 1 })
    await seller.send()
    expect(seller.offered("MUG-WHITE")).toBe(10)
    const level = await seller.level("MUG-WHITE")
    const { data } = await shop().api.get(`dispatches/${level?.id}`)
    expect(JSON.stringify(data.dispatch.history)).toContain("stock_drift")
  })

  it("does not fight a sale at the platform whose order has not been read", async () => {
    const seller = await settledSeller()
    shop().simulator.updateListing("MUG-WHITE", { quantity: 8 }, seller.sellerId)
    expect(await compare(seller.id)).toMatchObject({ drifted: 0 })
    expect(await rowOf(seller.id, "MUG-WHITE")).toMatchObject({
      drift: true,
      offered: 10,
      platform_quantity: 8,
    })
    expect(await compare(seller.id)).toMatchObject({ drifted: 0 })
    expect(seller.pushes()).toBe(0)
  })

  it("sends a lower number again once the orders have been read and it is still there", async () => {
    const seller = await settledSeller()
    shop().simulator.updateListing("MUG-WHITE", { quantity: 8 }, seller.sellerId)
    await compare(seller.id)
    await shop().sql(
      `UPDATE sync_cursor SET position = now() WHERE resource = 'orders' AND account_id = '${seller.id}'`,
    )
    expect(await compare(seller.id)).toMatchObject({ drifted: 1 })
    await seller.send()
    expect(seller.offered("MUG-WHITE")).toBe(10)
  })

  it("leaves a listing alone that the platform sends now", async () => {
    const seller = await settledSeller()
    shop().simulator.updateListing("MUG-WHITE", { channel: "AMAZON_NA" }, seller.sellerId)
    await compare(seller.id)
    expect(await seller.level("MUG-WHITE")).toMatchObject({ state: "withdrawn" })
    await seller.stock("MUG-WHITE", 3)
    expect(await seller.owe()).toMatchObject({ owed: 0 })
  })

  it("goes on from where the platform stopped answering, and is not begun twice", async () => {
    const listings = Array.from({ length: 25 }, (_, index) => ({
      sku: `MUG-${String(index).padStart(2, "0")}`,
      variant: "MUG-WHITE",
      quantity: 10,
      fulfilledBy: "merchant" as const,
    }))
    const seller = await sellerOf(shop(), listings)
    const calls = () =>
      shop()
        .simulator.calls("searchListingsItems")
        .filter(({ sellingPartnerId }) => sellingPartnerId === seller.sellerId).length
    shop().simulator.addFault({ kind: "throttle", operation: "searchListingsItems", skip: 1 })
    expect(await compare(seller.id)).toMatchObject({ compared: 20 })
    await shop().sql("UPDATE marketplace_quota SET tokens = burst")

    const before = calls()
    const options = { accountId: seller.id, deadlineMs: 10_000, maxWaitMs: 1000 }
    await compareStockBySchedule(shop().container, options)
    expect(calls()).toBe(before + 1)
    await compareStockBySchedule(shop().container, options)
    expect(calls()).toBe(before + 1)
  })

  it("asks nothing of the platform while the account is paused", async () => {
    const seller = await settledSeller()
    await shop().api.post(`accounts/${seller.id}/pause`)
    const before = shop().simulator.callCount("searchListingsItems")
    await compareStockBySchedule(shop().container, { accountId: seller.id, deadlineMs: 1000, maxWaitMs: 0 })
    expect((await shop().api.post(`accounts/${seller.id}/stock/compare`)).status).toBe(400)
    expect(shop().simulator.callCount("searchListingsItems")).toBe(before)
  })

  it("tells a person when the platform does not answer", async () => {
    const seller = await settledSeller()
    shop().simulator.addFault({
      kind: "status",
      status: 503,
      operation: "searchListingsItems",
      times: "always",
    })
    const { status, data } = await shop().api.post(`accounts/${seller.id}/stock/compare`)
    expect([status, data.code]).toEqual([503, "platform_unavailable"])
  })
}
