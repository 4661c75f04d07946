import type { Answer } from "../../support/admin-client"
import { NuvemshopShop, PLACES, soon, type Given } from "./shop"

const SKUS = ["MUG-WHITE", "CAP-NAVY", "BAG-CANVAS"]

export function stockSuite(given: () => Given): void {
  /** Ten of each on the shelf, four of each in the branch; the platform shows one of each at its default location. */
  async function openShop() {
    const variants = SKUS.map((sku) => ({ sku, stock: 1 }))
    const shop = await NuvemshopShop.open(given(), { variants, settings: { stock_brake_percent: 100 } })
    await shop.map(SKUS)
    const branch = await shop.openBranch({ "MUG-WHITE": 4, "CAP-NAVY": 4, "BAG-CANVAS": 4 })
    for (const sku of SKUS) await shop.stock(sku, 10)
    return { shop, branch }
  }
  const path = (shop: NuvemshopShop, rest = "") => `accounts/${shop.accountId}${rest}`
  const choose = (shop: NuvemshopShop, map: [string, string][]): Promise<Answer> =>
    given().admin.post(path(shop), {
      settings: {
        location_map: map.map(([location_id, platform_location]) => ({ location_id, platform_location })),
      },
    })
  /** The branch is the platform's southern location; the shelf counts at the default one. */
  async function splitShop() {
    const { shop, branch } = await openShop()
    expect((await choose(shop, [[branch, shop.place("south")]])).status).toBe(200)
    await shop.switchOn("stock")
    await given().admin.post(path(shop, "/stock/push"))
    await settle(shop)
    return { shop, branch }
  }
  /** What was sent is seen at the platform a while later. */
  async function settle(shop: NuvemshopShop): Promise<void> {
    await shop.until(["sent", "confirmed"], SKUS.length)
    await shop.later()
    await shop.confirmed(SKUS.length)
  }
  const writes = () => given().simulator.callCount("updateStockPrice")

  it("knows the platform's locations", async () => {
    const { shop } = await openShop()
    const { data } = await given().admin.get(path(shop, "/locations"))
    expect(data.locations).toEqual(
      (Object.keys(PLACES) as (keyof typeof PLACES)[]).map((name) => ({
        id: shop.place(name),
        name: PLACES[name],
        is_default: name === "centre",
      })),
    )
  })

  it("tells which of the store's locations it counts, whatever is mapped", async () => {
    const { shop, branch } = await openShop()
    const own = async () => (await given().admin.get(path(shop, "/locations"))).data.own_location_ids
    expect(await own()).toEqual([given().store.locationId])
    expect((await choose(shop, [[branch, shop.place("south")]])).status).toBe(200)
    expect(await own()).toEqual([given().store.locationId])
  })

  it("names what is wrong with the choice of locations", async () => {
    const { shop, branch } = await openShop()
    const wrong = async (map: [string, string][]) => {
      const { status, data } = await choose(shop, map)
      return [status, data.message]
    }
    expect(await wrong([[branch, "NOWHERE"]])).toEqual([
      400,
      expect.stringMatching(/settings\.location_map\.0\.platform_location.*no location NOWHERE/),
    ])
    expect(await wrong([["sloc_none", shop.place("south")]])).toEqual([
      400,
      expect.stringMatching(/settings\.location_map\.0\.location_id.*no stock location sloc_none/),
    ])
    expect(
      await wrong([
        [branch, shop.place("south")],
        [branch, shop.place("shop")],
      ]),
    ).toEqual([400, expect.stringMatching(/settings\.location_map\.1\.location_id.*choose one/)])
  })

  it("goes in one call for all articles, place by place, and leaves other places alone", async () => {
    const { shop, branch } = await openShop()
    for (const sku of SKUS) {
      const locationId = shop.place("shop")
      given().simulator.setStock(sku, 7, { locationId, storeId: shop.storeId })
    }
    await choose(shop, [[branch, shop.place("south")]])
    await shop.switchOn("stock")
    const before = writes()
    await given().admin.post(path(shop, "/stock/push"))
    await settle(shop)
    expect(writes() - before).toBe(1)
    for (const sku of SKUS) expect(shop.atPlaces(sku)).toEqual([10, 4, 7])
    const { data } = await given().admin.get(path(shop, "/stock?q=MUG"))
    expect(data.stock[0]).toMatchObject({
      offered: 14,
      sent_quantity: 14,
      drift: false,
      locations: [
        { location_id: shop.place("south"), offered: 4, sent_quantity: 4 },
        { location_id: shop.place("centre"), offered: 10, sent_quantity: 10 },
      ],
    })
  })

  it("is owed again when goods only move from one place to another", async () => {
    const { shop, branch } = await splitShop()
    await shop.stock("MUG-WHITE", 8, { id: branch, quantity: 6 })
    await soon(() => shop.atPlaces("MUG-WHITE").join(), "8,6,0")
    await settle(shop)

    const before = writes()
    await given().admin.post(path(shop, "/stock/push"))
    await shop.send()
    expect(writes()).toBe(before)
  })

  it("without an answer is read back place by place: what arrived is not sent again, what did not is", async () => {
    const { shop, branch } = await splitShop()
    const { simulator } = given()
    const change = async (when: "before" | "after", shelf: number) => {
      simulator.addFault({ kind: "drop", when, operation: "updateStockPrice" })
      await shop.stock("MUG-WHITE", shelf, { id: branch, quantity: 14 - shelf })
      const unknown = async () => (await shop.dispatches()).filter(({ state }) => state === "unknown")
      await soon(async () => (await unknown()).length, 1)
    }
    await change("after", 9)
    const before = writes()
    await shop.later()
    await shop.confirmed(SKUS.length)
    expect([shop.atPlaces("MUG-WHITE").slice(0, 2), writes() - before]).toEqual([[9, 5], 0])

    await change("before", 2)
    expect(shop.atPlaces("MUG-WHITE").slice(0, 2)).toEqual([9, 5])
    await shop.later()
    await settle(shop)
    expect(shop.atPlaces("MUG-WHITE").slice(0, 2)).toEqual([2, 12])
  })

  it("that the platform says it took and did not is sent again", async () => {
    const { shop, branch } = await splitShop()
    given().simulator.addFault({ kind: "stock-not-taken", operation: "updateStockPrice" })
    await shop.stock("MUG-WHITE", 8, { id: branch, quantity: 6 })
    await shop.until(["sent", "confirmed"], SKUS.length)
    await soon(async () => (await shop.dispatches()).filter(({ state }) => state === "sent").length, 1)
    expect(shop.atPlaces("MUG-WHITE").slice(0, 2)).toEqual([10, 4])

    await shop.later()
    await soon(() => shop.atPlaces("MUG-WHITE").join(), "8,6,0")
    await settle(shop)
  })

  it("that somebody raised at one place is found by the comparison, and set right", async () => {
    const { shop } = await splitShop()
    given().simulator.setStock("MUG-WHITE", 50, { locationId: shop.place("south"), storeId: shop.storeId })
    const { data } = await given().admin.post(path(shop, "/stock/compare"))
    expect(data).toEqual({ compared: SKUS.length, drifted: 1 })
    await soon(() => shop.atPlaces("MUG-WHITE").join(), "10,4,0")
  })

  it("is told to be gone at a place that is no longer the store's", async () => {
    const { shop } = await splitShop()
    await choose(shop, [])
    await soon(() => shop.atPlaces("MUG-WHITE").join(), "10,0,0")
  })

  describe("with goods at two locations there, of which the account says nothing", () => {
    /** Three of each article at the default location, five of one at the southern one; ten on the shelf here. */
    async function unsaidShop() {
      const { shop, branch } = await openShop()
      const { simulator } = given()
      const storeId = shop.storeId
      simulator.setStock("MUG-WHITE", 5, { locationId: shop.place("south"), storeId })
      await shop.switchOn("stock")
      await given().admin.post(path(shop, "/stock/push"))
      await shop.until(["owed", "sent", "confirmed"], SKUS.length)
      return { shop, branch }
    }
    const levelOf = async (shop: NuvemshopShop) =>
      (await given().admin.get(path(shop, "/stock?q=MUG"))).data.stock[0]
    const asked = async (shop: NuvemshopShop) => (await levelOf(shop)).problem?.code
    const owed = async (shop: NuvemshopShop) =>
      (await shop.dispatches()).filter(({ state }) => state === "owed").length

    it("is not sent, and asks which location is which; what stands at the default one alone goes on", async () => {
      const { shop } = await unsaidShop()
      await soon(() => asked(shop), "locations_not_mapped")
      await shop.later()
      await soon(() => shop.atPlaces("CAP-NAVY").join(), "10,0,0")
      expect(shop.atPlaces("MUG-WHITE")).toEqual([1, 5, 0])
      expect(await levelOf(shop)).toMatchObject({ standing: "failed", offered: 10, sent_quantity: null })

      // A sale here does not send it either, and is not told again and again.
      const before = writes()
      await shop.stock("MUG-WHITE", 9)
      await shop.later()
      expect(await owed(shop)).toBe(1)
      expect([shop.atPlaces("MUG-WHITE"), writes() - before]).toEqual([[1, 5, 0], 0])
    })

    it("is sent by itself once the account says it", async () => {
      const { shop, branch } = await unsaidShop()
      await soon(() => asked(shop), "locations_not_mapped")
      expect((await choose(shop, [[branch, shop.place("south")]])).status).toBe(200)
      await soon(() => shop.atPlaces("MUG-WHITE").join(), "10,4,0")
      await settle(shop)
      expect(await asked(shop)).toBeUndefined()
    })

    it("is sent by itself once they are gone from the other one", async () => {
      const { shop } = await unsaidShop()
      await soon(() => asked(shop), "locations_not_mapped")
      const locationId = shop.place("south")
      given().simulator.setStock("MUG-WHITE", 0, { locationId, storeId: shop.storeId })
      await given().admin.post(path(shop, "/stock/compare"))
      await soon(() => shop.atPlaces("MUG-WHITE").join(), "10,0,0")
    })

    it("is found out again behind a reading of the products, which tells no locations", async () => {
      const { shop } = await openShop()
      await shop.switchOn("stock")
      await given().admin.post(path(shop, "/stock/push"))
      await settle(shop)
      const locationId = shop.place("south")
      given().simulator.setStock("MUG-WHITE", 5, { locationId, storeId: shop.storeId })
      await given().admin.post(path(shop, "/listings/read"))
      await given().sql(
        `UPDATE product_mapping SET platform_levels = NULL, platform_read_at = now() WHERE account_id = '${shop.accountId}'`,
      )
      await shop.stock("MUG-WHITE", 8)
      await soon(() => asked(shop), "locations_not_mapped")
      expect(shop.atPlaces("MUG-WHITE")).toEqual([10, 5, 0])
    })
  })
}
