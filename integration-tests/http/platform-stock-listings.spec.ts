import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { DEFAULT_SKUS, marketplaceOf } from "../simulators/amazon"
import { AdminClient } from "../support/admin-client"
import { signInAdmin } from "../support/admin-session"
import { connectFbaAccount, type FbaAccount, type FbaOptions } from "../support/fba-account"
import { seedStore, type SeededStore } from "../support/seed-store"
import { useAmazonSimulator } from "../support/simulated-amazon"

jest.setTimeout(180_000)

const simulator = useAmazonSimulator()
const [MUG, CUP] = DEFAULT_SKUS
const US = marketplaceOf("US").id

/** Goods of several listings, and listings that turn out to be another product. */
medusaIntegrationTestRunner({
  inApp: true,
  moduleName: "platform-stock-listings",
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    let store: SeededStore
    let client: AdminClient

    beforeAll(async () => {
      container = getContainer()
    })
    beforeEach(async () => {
      // Of its own for each test: what one leaves at the platform's location is no concern of the next.
      store = await seedStore(container, { stock: 100, platformStock: 0 })
      client = new AdminClient(api, await signInAdmin(container, "listings@example.com"))
    })
    afterEach(() => simulator().clearFaults())

    const connect = (options: FbaOptions) => connectFbaAccount(container, simulator(), store, options)
    const held = (sku: string, fulfillable: number, inboundShipped = 0) => ({
      sku,
      marketplace: "US",
      fulfillable,
      inboundShipped,
    })
    const told = async (account: FbaAccount) =>
      (await account.movements()).map(({ reason, listing_key, quantity, balance }) => [
        reason,
        listing_key,
        quantity,
        balance,
      ])
    const map = async (account: FbaAccount, listing_key: string, change: object) => {
      const { status } = await client.post("mappings", { account_id: account.id, listing_key, ...change })
      expect(status).toBe(200)
    }
    /** Each movement stands on the one before, and the last one is the level: nothing was written beside them. */
    async function expectToAddUp(account: FbaAccount, skus: string[]) {
      const movements = (await account.movements()).filter(
        ({ location_id }) => location_id === store.platformLocationId,
      )
      for (const sku of skus) {
        const own = movements.filter(
          ({ inventory_item_id }) => inventory_item_id === store.inventoryItemIds[sku],
        )
        let level = 0
        for (const { quantity, balance } of own) expect(balance).toBe((level += quantity))
        expect([sku, (await account.levelOf(sku))?.stocked ?? 0]).toEqual([sku, level])
      }
    }

    it("does not take a part of the goods for all of them when the answer leaves one listing out", async () => {
      const account = await connect({
        held: [held(MUG, 5, 1), held("SIX-PACK", 3, 2)],
        mapped: { [MUG]: {}, "SIX-PACK": { variant: MUG, units: 6 } },
      })
      await account.readStock()
      expect(await account.levelOf(MUG)).toMatchObject({ stocked: 23, incoming: 13 })
      const sent = await client.post(`accounts/${account.id}/transfers`, {
        reference: "FBA15OPEN",
        from_location_id: store.locationId,
        lines: [{ listing_key: MUG, quantity: 4 }],
      })
      expect(sent.status).toBe(200)
      const before = await account.movements()

      for (let reading = 0; reading < 3; reading += 1) {
        simulator().addFault({ kind: "omit-rows", operation: "getInventorySummaries" })
        await account.readStock()
        expect(await account.levelOf(MUG)).toMatchObject({ stocked: 23 })
        await account.readStock()
      }
      expect(await account.movements()).toEqual(before)
      const { data } = await client.get(`accounts/${account.id}/transfers`)
      expect(data.transfers).toMatchObject([{ reference: "FBA15OPEN", state: "on_its_way" }])
      expect((await account.history("platform_stock_read")).map(({ details }) => details)).toContainEqual(
        expect.objectContaining({ listings: 1, not_told: 1 }),
      )
    })

    it("counts the others again once a person says that the missing listing is none of theirs", async () => {
      const account = await connect({
        held: [held("OLD", 5), held(MUG, 3)],
        mapped: { [MUG]: {}, OLD: { variant: MUG } },
      })
      await account.readStock()
      await map(account, "OLD", { variant_id: null, state: "ignored" })
      account.fba.change(MUG, "US", { fulfillable: 2 })
      await account.readStock()
      expect(await account.levelOf(MUG)).toMatchObject({ stocked: 2 })
      await expectToAddUp(account, [MUG])
    })

    describe("a listing that was taken for the wrong product", () => {
      const wrong = async () => {
        const account = await connect({
          held: [held("FBA-1", 7, 2)],
          mapped: { "FBA-1": { variant: MUG } },
        })
        await account.readStock()
        expect(await account.levelOf(MUG)).toMatchObject({ stocked: 7, incoming: 2 })
        return account
      }

      it("takes its goods with it when it becomes another one, and says so", async () => {
        const account = await wrong()
        await map(account, "FBA-1", { variant_id: store.variantIds[CUP] })
        await account.readStock()
        expect(await account.levelOf(MUG)).toMatchObject({ stocked: 0, incoming: 0 })
        expect(await account.levelOf(CUP)).toMatchObject({ stocked: 7, incoming: 2 })
        expect((await told(account)).sort()).toEqual(
          [
            ["platform_count", "FBA-1", 7, 7],
            ["mapping_changed", "FBA-1", -7, 0],
            ["platform_count", "FBA-1", 7, 7],
          ].sort(),
        )
        const { data } = await client.get(`movements?account_id=${account.id}&reason=mapping_changed`)
        expect(data.movements).toMatchObject([{ listing_key: "FBA-1", sku: MUG, marketplace: US }])
        await account.readStock()
        expect(await account.movements()).toHaveLength(3)
        await expectToAddUp(account, [MUG, CUP])
      })

      it.each([
        ["is no product any more", { variant_id: null }],
        ["is ignored", { variant_id: null, state: "ignored" }],
      ])("leaves nothing behind when it %s", async (_what, change) => {
        const account = await wrong()
        await map(account, "FBA-1", change)
        await account.readStock()
        expect(await account.levelOf(MUG)).toMatchObject({ stocked: 0, incoming: 0 })
        await expectToAddUp(account, [MUG])
      })

      it("leaves nothing behind either when the answer leaves one out just then", async () => {
        const account = await connect({
          held: [held("FBA-1", 7), held("OTHER", 1)],
          mapped: { "FBA-1": { variant: MUG } },
        })
        await account.readStock()
        await map(account, "FBA-1", { variant_id: store.variantIds[CUP] })
        simulator().addFault({ kind: "omit-rows", operation: "getInventorySummaries" })
        await account.readStock()
        expect(await account.levelOf(MUG)).toMatchObject({ stocked: 0 })
        await account.readStock()
        expect(await account.levelOf(CUP)).toMatchObject({ stocked: 7 })
        await expectToAddUp(account, [MUG, CUP])
      })

      it("leaves what another listing has of the product", async () => {
        const account = await connect({
          held: [held("FBA-1", 7), held("FBA-2", 3)],
          mapped: { "FBA-1": { variant: MUG }, "FBA-2": { variant: MUG } },
        })
        await account.readStock()
        expect(await account.levelOf(MUG)).toMatchObject({ stocked: 10 })
        await map(account, "FBA-1", { variant_id: store.variantIds[CUP] })
        await account.readStock()
        expect(await account.levelOf(MUG)).toMatchObject({ stocked: 3 })
        await map(account, "FBA-2", { variant_id: store.variantIds[CUP] })
        await account.readStock()
        expect(await account.levelOf(MUG)).toMatchObject({ stocked: 0 })
        expect(await account.levelOf(CUP)).toMatchObject({ stocked: 10 })
        await expectToAddUp(account, [MUG, CUP])
      })

      it("takes away nothing that no platform brought", async () => {
        const account = await wrong()
        await account.typeLevel(CUP, 12)
        await account.readStock()
        expect(await account.levelOf(CUP)).toMatchObject({ stocked: 12 })
      })
    })
  },
})
