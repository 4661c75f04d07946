import { aReference, anAccount, aStagedOrder, readPage, together, type Bench } from "./tools"

export const uniqueness = ({ service, sql }: Bench) =>
  describe("the database keeps one of each", () => {
    const seller = { externalId: "A1SELLER", orderPrefix: "ONE" }

    it("live account of a seller and set of marketplaces", async () => {
      await anAccount(service, seller)
      await expect(anAccount(service, { ...seller, orderPrefix: "TWO" })).rejects.toThrow(/already exists/)
      await anAccount(service, { ...seller, providerId: "other", orderPrefix: "THREE" })
      const [, count] = await service.listAndCountMarketplaceAccounts({ external_id: "A1SELLER" })
      expect(count).toBe(2)
    })

    it("live account of a seller when twenty people connect it at once", async () => {
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) => anAccount(service, { ...seller, orderPrefix: `P${index}` })),
      )
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    })

    it("account again after it was removed, with its orders read anew", async () => {
      const first = await anAccount(service, seller)
      await readPage(service, first, [aStagedOrder(service, first)])
      await service.removeAccount(first, "user_1")
      const second = await anAccount(service, seller)
      const [staged] = await readPage(service, second, [aStagedOrder(service, second)])
      expect(staged.inserted).toBe(true)
    })

    it("prefix of order numbers", async () => {
      await anAccount(service, { orderPrefix: "SAME" })
      await expect(anAccount(service, { orderPrefix: "SAME" })).rejects.toThrow(/already exists/)
    })

    it("site, cursor, mapping, quota and order of an account", async () => {
      const account_id = await anAccount(service)
      const site = { account_id, external_id: "ATVPDKIKX0DER", name: "US" }
      await service.createMarketplaceSites(site)
      await expect(service.createMarketplaceSites(site)).rejects.toThrow(/already exists/)

      const position = new Date()
      await expect(service.createSyncCursors({ account_id, resource: "orders", position })).rejects.toThrow(
        /already exists/,
      )
      const mapping = { account_id, listing_key: "SHIRT", title: "Shirt" }
      await service.createProductMappings(mapping)
      await expect(service.createProductMappings(mapping)).rejects.toThrow(/already exists/)

      await together(10, () => service.spendQuota(account_id, "searchOrders", { ratePerSecond: 1, burst: 5 }))
      expect(await service.listQuotas({ account_id })).toHaveLength(1)

      const order = { account_id, reference: aReference(1), platform_updated_at: position, digest: "d" }
      await service.createMarketplaceOrders(order)
      await expect(service.createMarketplaceOrders(order)).rejects.toThrow(/already exists/)
    })

    it("rows only of accounts that exist", async () => {
      const account_id = "mpacc_nobody"
      await expect(
        service.createMarketplaceSites({ account_id, external_id: "x", name: "X" }),
      ).rejects.toThrow()
      await expect(service.createMarketplaceRuns({ account_id, kind: "schedule" })).rejects.toThrow()
    })

    it("imported orders only together with their Medusa order", async () => {
      const account = await anAccount(service)
      const [{ id }] = await readPage(service, account, [aStagedOrder(service, account)])
      await expect(sql(`UPDATE marketplace_order SET state = 'imported' WHERE id = ?`, [id])).rejects.toThrow(
        /marketplace_order_check/,
      )
    })

    it("mapped listings only together with their variant, in packages of at least one", async () => {
      const account_id = await anAccount(service)
      const listing = { account_id, listing_key: "SHIRT", title: "Shirt" }
      await expect(service.createProductMappings({ ...listing, state: "mapped" })).rejects.toThrow()
      await expect(service.createProductMappings({ ...listing, units_per_package: 0 })).rejects.toThrow()
    })
  })
