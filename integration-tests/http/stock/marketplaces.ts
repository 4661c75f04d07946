import { amazonSites } from "../../support/connect-account"
import { marketplaceOf } from "../../simulators/amazon"
import { TIME_PASSES, type StockAccount, type TestListing } from "../../support/stock-account"
import { sellerOf, type StockShop } from "./stock-shop"

const CA = marketplaceOf("CA").id
const MUG = "MUG-WHITE"

/** A seller with two marketplaces, by both things that Amazon's documents let one think of their quantities. */
export function marketplaceSuite(shop: () => StockShop): void {
  describe.each(["shared", "marketplace"] as const)("whose quantity is one by %s", (scope) => {
    beforeEach(() => {
      shop().simulator.switches.listingQuantityScope = scope
    })
    afterEach(() => {
      Object.assign(shop().simulator.switches, {
        listingQuantityScope: "shared",
        searchWithoutResults: "empty",
      })
    })

    const northAmerica = (listing: Partial<TestListing> = {}) =>
      sellerOf(shop(), [{ sku: MUG, quantity: 2, marketplaces: ["US", "CA"], ...listing }], {
        sites: amazonSites("US", "CA"),
      })
    const inBoth = (seller: StockAccount) => [seller.offered(MUG, "US"), seller.offered(MUG, "CA")]
    const pushedTo = (seller: StockAccount) =>
      shop()
        .simulator.listingPatches(MUG, seller.sellerId)
        .map(({ marketplaceIds }) => marketplaceIds.join())
    const changeInCanada = (seller: StockAccount, quantity: number) =>
      shop().simulator.updateListing(MUG, { quantity, marketplaces: [CA] }, seller.sellerId)
    /** A reading of the listings has told so many. */
    const justRead = ({ id }: StockAccount, quantity: number) =>
      shop().sql(
        `UPDATE product_mapping SET platform_quantity = ${quantity}, platform_read_at = now() WHERE account_id = '${id}'`,
      )
    const compare = async ({ id }: StockAccount) =>
      (await shop().api.post(`accounts/${id}/stock/compare`)).data

    /** Both show ten, and that is confirmed. */
    async function settledSeller() {
      const seller = await northAmerica({ quantity: 10 })
      await seller.owe()
      expect(await seller.send()).toEqual({ confirmed: 1 })
      return seller
    }

    it("a change reaches each that lists it, and is confirmed when all show it", async () => {
      const seller = await northAmerica()
      await seller.owe()
      expect(await seller.send()).toEqual({ sent: 1 })
      expect(inBoth(seller)).toEqual([10, 10])
      await shop().sql(TIME_PASSES)
      expect(await seller.send()).toEqual({ confirmed: 1 })

      await seller.stock(MUG, 0)
      await seller.owe()
      await seller.send()
      expect(inBoth(seller)).toEqual([0, 0])
    })

    it.each(["empty", "not-found"] as const)(
      "a listing of one alone is sent there alone, where the other's search is %s",
      async (answer) => {
        shop().simulator.switches.searchWithoutResults = answer
        const seller = await northAmerica({ marketplaces: ["CA"] })
        await seller.owe()
        expect(await seller.send()).toEqual({ sent: 1 })
        expect([seller.offered(MUG, "CA"), pushedTo(seller)]).toEqual([10, [CA]])
      },
    )

    it("a listing that vanished since it was read is told, and not sent", async () => {
      const seller = await sellerOf(shop(), [{ sku: MUG, quantity: 2, fulfilledBy: "merchant" }])
      await justRead(seller, 2)
      shop().simulator.removeListing(MUG, seller.sellerId)
      await seller.owe()
      expect(await seller.send()).toEqual({ rejected: 1 })
      expect(await seller.level(MUG)).toMatchObject({ problem_code: "stock_rejected" })
      expect(seller.pushes()).toBe(0)
    })

    it("a difference in the second is found by comparing, and set right", async () => {
      const seller = await settledSeller()
      changeInCanada(seller, 99)
      expect(await compare(seller)).toEqual({ compared: 1, drifted: 1 })
      await seller.send()
      expect(inBoth(seller)).toEqual([10, 10])
    })

    it("a lower number in the second may be a sale, and is set right when no order came of it", async () => {
      const seller = await settledSeller()
      changeInCanada(seller, 4)
      expect(await compare(seller)).toMatchObject({ drifted: 0 })
      await shop().sql(
        `UPDATE sync_cursor SET position = now() WHERE resource = 'orders' AND account_id = '${seller.id}'`,
      )
      expect(await compare(seller)).toMatchObject({ drifted: 1 })
      await seller.send()
      expect(inBoth(seller)).toEqual([10, 10])
    })

    it("a level that the second did not take is not confirmed, and sent again", async () => {
      const seller = await northAmerica({ quantity: 25 })
      await seller.owe()
      await seller.send()
      changeInCanada(seller, 25)
      await shop().sql(TIME_PASSES)
      await seller.send()
      expect(inBoth(seller)).toEqual([10, 10])
      expect(await seller.level(MUG)).toMatchObject({ state: "sent" })
    })

    it.each([
      ["gave no answer", { kind: "drop", when: "before" }],
      ["is throttled", { kind: "throttle" }],
      ["breaks down", { kind: "status", status: 503 }],
    ] as const)(
      "a level that one took while the other %s is not known, and looked up",
      async (_what, fault) => {
        const seller = await northAmerica({ quantity: 25 })
        shop().simulator.addFault({ ...fault, operation: "patchListingsItem", skip: 1 })
        await seller.owe()
        expect(await seller.send()).toEqual({ unknown: 1 })

        await shop().sql("UPDATE marketplace_quota SET tokens = burst")
        await shop().sql(TIME_PASSES)
        await seller.send()
        await shop().sql(TIME_PASSES)
        await seller.send()
        expect(inBoth(seller)).toEqual([10, 10])
        expect(await seller.level(MUG)).toMatchObject({ state: "confirmed", quantity: 10 })
      },
    )

    it("the first push reads both, also where a reading of the listings has just told the number of one", async () => {
      const seller = await northAmerica({ quantity: 10, fulfilledBy: "merchant" })
      changeInCanada(seller, 25)
      await justRead(seller, 10)
      await seller.owe()
      expect(await seller.send()).toEqual({ sent: 1 })
      expect(inBoth(seller)).toEqual([10, 10])
    })
  })
}
