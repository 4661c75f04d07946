import { generateListings, generateOrders, plainUnshipped } from ".."
import { control } from "./requests"
import { DE, merge, OfferedListings } from "./offered-listings"

const offered = new OfferedListings()

describe("what is offered", () => {
  const sell = (quantity: number, fbaShare = 0) => {
    const { orders } = generateOrders({
      seed: `sale-${quantity}`,
      count: 1,
      from: "2026-11-20T10:00:00Z",
      to: "2026-11-20T11:00:00Z",
      marketplaces: ["DE"],
      skus: ["MUG"],
      mix: { ...plainUnshipped(1), quantity: { min: quantity, max: quantity }, fbaShare },
    })
    offered.simulator.addOrders(orders)
    return orders[0]?.orderId ?? ""
  }

  it("is lowered by sales, never under 0, and not by what Amazon ships", () => {
    sell(2)
    expect(offered.simulator.offered("MUG")).toBe(3)
    sell(1, 1)
    expect(offered.simulator.offered("MUG")).toBe(3)
    sell(4)
    expect(offered.simulator.offered("MUG")).toBe(0)
  })

  it("stays where the switch says so, and comes back with a cancellation where that says so", () => {
    offered.simulator.cancelOrder(sell(2))
    expect(offered.simulator.offered("MUG")).toBe(3)
    offered.simulator.switches.cancelRestoresQuantity = true
    offered.simulator.cancelOrder(sell(1))
    expect(offered.simulator.offered("MUG")).toBe(3)
    offered.simulator.switches.ordersLowerQuantity = false
    sell(3)
    expect(offered.simulator.offered("MUG")).toBe(3)
  })

  it("is one number for all marketplaces, or one for each", async () => {
    await offered.patch("MUG", merge(7))
    expect(await offered.availability("MUG", DE)).toEqual([
      { fulfillmentChannelCode: "DEFAULT", quantity: 7 },
    ])
    offered.simulator.switches.listingQuantityScope = "marketplace"
    await offered.patch("MUG", merge(8))
    expect(await offered.availability("MUG", DE)).toEqual([
      { fulfillmentChannelCode: "DEFAULT", quantity: 7 },
    ])
  })

  it("is changed by hand in the marketplaces that are named, and looked at there", () => {
    offered.simulator.updateListing("MUG", { quantity: 2, marketplaces: [DE] })
    expect([offered.simulator.offered("MUG"), offered.simulator.offered("MUG", undefined, DE)]).toEqual([
      5, 2,
    ])
  })

  it("is set over a sale that came between submission and effect", async () => {
    offered.simulator.switches.listingEffectDelayMs = 1000
    await offered.patch("MUG", merge(5))
    sell(2)
    expect(offered.simulator.offered("MUG")).toBe(3)
    offered.now += 1000
    expect(offered.simulator.offered("MUG")).toBe(5)
  })

  it("can be left as it was, though the submission is accepted", async () => {
    offered.simulator.updateListing("MUG", { stuck: true })
    expect((await offered.patch("MUG", merge(9))).json.status).toBe("ACCEPTED")
    expect(offered.simulator.offered("MUG")).toBe(5)
  })

  it("takes effect though the answer is lost", async () => {
    offered.simulator.addFault({ kind: "drop", when: "after", operation: "patchListingsItem" })
    await expect(offered.patch("MUG", merge(9))).rejects.toThrow()
    expect(offered.simulator.offered("MUG")).toBe(9)
  })

  it("can be set up and looked at by another process", async () => {
    const listings = [{ sku: "NEW/1", quantity: 3 }]
    expect((await control(offered.simulator, "POST", "listings", { listings })).status).toBe(200)
    expect((await control(offered.simulator, "POST", "listings", { listings })).status).toBe(400)
    expect(
      (await control(offered.simulator, "POST", "listings", { generate: { seed: 1, count: 2 } })).status,
    ).toBe(200)
    await control(offered.simulator, "PATCH", "listings/NEW%2F1", { quantity: 8, active: false })
    expect(offered.simulator.listing("NEW/1")).toMatchObject({ active: false })
    expect(offered.simulator.offered("NEW/1")).toBe(8)
    expect((await control(offered.simulator, "GET", "listings")).json.listings).toHaveLength(7)
    await control(offered.simulator, "DELETE", "listings/NEW%2F1")
    expect((await control(offered.simulator, "GET", "listings/NEW%2F1")).status).toBe(400)
    await offered.patch("MUG", merge(9))
    expect((await control(offered.simulator, "GET", "listing-patches?sku=MUG")).json.patches).toHaveLength(1)
    await control(offered.simulator, "DELETE", "listing-patches")
    expect(offered.simulator.listingPatches()).toEqual([])
  })

  it("is generated alike each time, with barcodes that are valid", () => {
    const options = { seed: 3, count: 50, fbaShare: 0.5, inactiveShare: 0.2 }
    const listings = generateListings(options)
    expect(generateListings(options)).toEqual(listings)
    const channels = new Set(listings.map(({ channel }) => channel))
    expect(channels).toEqual(new Set([undefined, "AMAZON_NA"]))
    for (const { ean = "" } of listings) {
      const sum = [...ean].reduce((total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1), 0)
      expect([ean.length, sum % 10]).toEqual([13, 0])
    }
  })
})
