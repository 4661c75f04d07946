import { TIME_PASSES } from "../../support/stock-account"
import { sellerOf, type StockShop } from "./stock-shop"

export function pushSuite(shop: () => StockShop): void {
  it("is what the shelf holds, in packages, and is confirmed when it is seen there", async () => {
    const seller = await sellerOf(shop(), [
      { sku: "MUG-WHITE", quantity: 2 },
      { sku: "MUG-PACK-OF-4", variant: "MUG-WHITE", units: 4, quantity: 0 },
    ])
    await seller.owe()
    expect(await seller.send()).toEqual({ sent: 2 })
    expect([seller.offered("MUG-WHITE"), seller.offered("MUG-PACK-OF-4")]).toEqual([10, 2])

    await shop().sql(TIME_PASSES)
    expect(await seller.send()).toEqual({ confirmed: 2 })
    expect(await seller.level("MUG-WHITE")).toMatchObject({ state: "confirmed", quantity: 10 })
  })

  it("is less the buffer and at most the cap", async () => {
    const settings = { stock_buffer: 3, stock_cap: 5 }
    const seller = await sellerOf(shop(), [{ sku: "MUG-WHITE", quantity: 0 }], { settings })
    await seller.owe()
    await seller.send()
    expect(seller.offered("MUG-WHITE")).toBe(5)

    await seller.stock("MUG-WHITE", 7)
    await seller.owe()
    await seller.send()
    expect(seller.offered("MUG-WHITE")).toBe(4)
  })

  it("is not sent where the platform has it already", async () => {
    const seller = await sellerOf(shop(), [{ sku: "MUG-WHITE", quantity: 10 }])
    await seller.owe()
    expect(await seller.send()).toEqual({ confirmed: 1 })
    expect(seller.pushes()).toBe(0)
    expect(await seller.owe()).toMatchObject({ owed: 0 })
  })

  it("is never sent to a listing that the platform sends, also where nobody knew", async () => {
    const seller = await sellerOf(shop(), [
      { sku: "MUG-WHITE", channel: "AMAZON_NA" },
      { sku: "CAP-NAVY", channel: "AMAZON_NA", fulfilledBy: "merchant" },
      { sku: "BAG-CANVAS", channel: "AMAZON_NA", fulfilledBy: "platform" },
    ])
    await seller.owe()
    expect(await seller.send()).toEqual({ withdrawn: 2 })
    expect(seller.pushes()).toBe(0)
    expect(await seller.owe()).toMatchObject({ owed: 0 })
  })

  it("is not sent to a listing that the platform has taken over since it was read", async () => {
    const seller = await sellerOf(shop(), [{ sku: "MUG-WHITE", quantity: 10, fulfilledBy: "merchant" }])
    await seller.owe()
    expect(await seller.send()).toEqual({ confirmed: 1 })
    shop().simulator.updateListing("MUG-WHITE", { channel: "AMAZON_NA" }, seller.sellerId)

    await seller.stock("MUG-WHITE", 7)
    await seller.owe()
    await seller.send()
    expect(seller.pushes()).toBe(0)
    await shop().sql(TIME_PASSES)
    expect(await seller.send()).toEqual({ withdrawn: 1 })
    expect(seller.pushes()).toBe(0)
  })

  it("that gets no answer is looked up, and not sent twice", async () => {
    const seller = await sellerOf(shop(), [{ sku: "MUG-WHITE", quantity: 2 }])
    shop().simulator.addFault({ kind: "drop", when: "after", operation: "patchListingsItem" })
    await seller.owe()
    expect(await seller.send()).toEqual({ unknown: 1 })
    expect(await seller.owe()).toMatchObject({ owed: 0 })

    await shop().sql(TIME_PASSES)
    expect(await seller.send()).toEqual({ confirmed: 1 })
    expect(seller.pushes()).toBe(1)
  })

  it("that never arrived is sent again, computed anew", async () => {
    const seller = await sellerOf(shop(), [{ sku: "MUG-WHITE", quantity: 2 }])
    shop().simulator.addFault({ kind: "drop", when: "before", operation: "patchListingsItem" })
    await seller.owe()
    await seller.send()
    expect(seller.offered("MUG-WHITE")).toBe(2)

    await shop().sql(TIME_PASSES)
    await seller.send()
    expect(seller.offered("MUG-WHITE")).toBe(10)
  })

  it("that the platform accepts and never applies is told", async () => {
    const seller = await sellerOf(shop(), [{ sku: "MUG-WHITE", quantity: 2, stuck: true }])
    await seller.owe()
    for (let tries = 0; tries < 4; tries++) {
      await seller.send()
      await shop().sql(TIME_PASSES)
      await seller.send()
      await shop().sql("UPDATE marketplace_dispatch SET next_attempt_at = now() WHERE state = 'owed'")
    }
    expect(await seller.level("MUG-WHITE")).toMatchObject({
      problem_code: "stock_drift",
      problem: { details: { sku: "MUG-WHITE", sent: "10", shown: "2" } },
    })
  })

  it("that is rejected is shown with the platform's words, and tried again when a person asks", async () => {
    const refusal = { code: "90220", message: "'condition_type' is required." }
    const seller = await sellerOf(shop(), [{ sku: "MUG-WHITE", quantity: 2, refusal }])
    await seller.owe()
    expect(await seller.send()).toEqual({ rejected: 1 })
    const { data } = await shop().api.get(`accounts/${seller.id}/stock?state=failed`)
    expect(data.stock).toMatchObject([{ standing: "failed", problem: { code: "stock_rejected" } }])
    expect(data.stock[0].problem.cause).toContain("condition_type")

    shop().simulator.updateListing("MUG-WHITE", { refusal: undefined }, seller.sellerId)
    expect(await seller.owe()).toMatchObject({ owed: 0 })
    expect((await shop().api.post(`accounts/${seller.id}/stock/push`)).data).toEqual({ owed: 1 })
    await seller.send()
    expect(seller.offered("MUG-WHITE")).toBe(10)
  })

  it("that names a listing which the platform does not know is told, and not sent", async () => {
    const seller = await sellerOf(shop(), [{ sku: "MUG-WHITE", quantity: 2 }])
    shop().simulator.removeListing("MUG-WHITE", seller.sellerId)
    await seller.owe()
    await seller.send()
    expect(await seller.level("MUG-WHITE")).toMatchObject({ state: "owed", problem_code: "stock_rejected" })
    expect(seller.pushes()).toBe(0)
  })

  it("waits without harm while the platform does not answer", async () => {
    const seller = await sellerOf(shop(), [{ sku: "MUG-WHITE", quantity: 2 }])
    shop().simulator.addFault({
      kind: "status",
      status: 503,
      operation: "searchListingsItems",
      times: "always",
    })
    await seller.owe()
    await seller.send()
    expect(await seller.level("MUG-WHITE")).toMatchObject({
      state: "owed",
      problem_code: "platform_unavailable",
    })

    shop().simulator.clearFaults()
    await shop().sql("UPDATE marketplace_dispatch SET next_attempt_at = now()")
    await seller.send()
    expect(seller.offered("MUG-WHITE")).toBe(10)
  })

  it("asks for a location where the account has none", async () => {
    const settings = { stock_location_id: shop().store.platformLocationId }
    const seller = await sellerOf(shop(), [{ sku: "MUG-WHITE", quantity: 2 }], { settings })
    await seller.owe()
    await seller.send()
    expect(await seller.level("MUG-WHITE")).toMatchObject({ problem_code: "stock_location_missing" })
    expect(seller.pushes()).toBe(0)
  })
}
