import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { DEFAULT_SKUS } from "../simulators/amazon"
import { AdminClient } from "../support/admin-client"
import { signInAdmin } from "../support/admin-session"
import { connectAccount } from "../support/connect-account"
import { seedStore, type SeededStore } from "../support/seed-store"

jest.setTimeout(120_000)

const [MUG, CUP] = DEFAULT_SKUS
const at = (day: number) => new Date(Date.UTC(2026, 2, day, 12))

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    let store: SeededStore
    let client: AdminClient
    let accountId: string

    beforeAll(async () => {
      container = getContainer()
      store = await seedStore(container)
      accountId = (await connectAccount(container, { store })).id
      const row = (sku: string, day: number, over: object) => ({
        account_id: accountId,
        reason: "platform_shipment" as const,
        reference: `701-${day}`,
        line_reference: "line",
        marketplace: "US",
        listing_key: sku,
        variant_id: store.variantIds[sku],
        inventory_item_id: store.inventoryItemIds[sku],
        location_id: store.platformLocationId,
        quantity: -1,
        balance: 9,
        at: at(day),
        ...over,
      })
      await container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE).createStockMovements([
        row(MUG, 1, { reason: "platform_count", reference: at(1).toISOString(), quantity: 10, balance: 10 }),
        row(MUG, 2, {}),
        row(MUG, 3, { quantity: -2, balance: 7, marketplace: "CA" }),
        row(CUP, 3, { quantity: -2, balance: 5 }),
        // Somebody typed another level between these two: 7, and then 12.
        row(MUG, 5, { quantity: -2, balance: 10 }),
        row(MUG, 6, {
          reason: "inbound_sent",
          reference: '=HYPERLINK("http://evil.example")',
          location_id: store.locationId,
          quantity: -5,
          balance: 95,
          actor_id: "user_1",
        }),
      ])
    })
    beforeEach(async () => {
      client = new AdminClient(api, await signInAdmin(container, "movements@example.com"))
    })

    const quantities = async (query: string) => {
      const { status, data } = await client.get(`movements?${query}`)
      expect(status).toBe(200)
      return (data.movements as { quantity: number }[]).map(({ quantity }) => quantity)
    }

    it("are told the newest first, with what moved where, and why", async () => {
      const { data } = await client.get("movements?limit=2")
      expect(data).toMatchObject({ count: 6, limit: 2, offset: 0 })
      expect(data.movements[1]).toMatchObject({
        account_id: accountId,
        reason: "platform_shipment",
        reference: "701-5",
        listing_key: MUG,
        sku: MUG,
        variant: { id: store.variantIds[MUG], sku: MUG },
        location: { id: store.platformLocationId, name: expect.any(String) },
        quantity: -2,
        balance: 10,
      })
      expect(data.movements[0]).toMatchObject({ reason: "inbound_sent", actor_id: "user_1" })
    })

    it("are found by product, variant, place, marketplace, reason, period, number and listing", async () => {
      const { data } = await client.get("movements?limit=1&offset=1")
      const productId = data.movements[0].variant.product_id as string
      expect((await quantities(`product_id=${productId}`)).length).toBeGreaterThan(0)
      expect(await quantities(`variant_id=${store.variantIds[CUP]}`)).toEqual([-2])
      expect(await quantities(`location_id=${store.locationId}`)).toEqual([-5])
      expect(await quantities("marketplace=CA")).toEqual([-2])
      expect(await quantities("reason=platform_count,inbound_sent")).toEqual([-5, 10])
      expect(await quantities(`from=${at(2).toISOString()}&to=${at(3).toISOString()}`)).toEqual([-1])
      expect(await quantities("q=701-2")).toEqual([-1])
      expect(await quantities(`q=${CUP}`)).toEqual([-2])
      expect(await quantities("account_id=none")).toEqual([])
      expect((await client.get("movements?colour=red")).status).toBe(400)
    })

    it("balance, and tell apart what somebody else changed", async () => {
      const balances = async (from: number, to: number) => {
        const { status, data } = await client.get(
          `movements/balances?from=${at(from).toISOString()}&to=${at(to).toISOString()}&location_id=${store.platformLocationId}`,
        )
        expect(status).toBe(200)
        return Object.fromEntries(
          data.balances.map((one: Record<string, unknown>) => [
            one.listing_key,
            [one.opening, one.moved, one.closing, one.elsewhere],
          ]),
        )
      }
      expect(await balances(1, 4)).toEqual({ [MUG]: [0, 7, 7, 0], [CUP]: [7, -2, 5, 0] })
      expect(await balances(2, 4)).toEqual({ [MUG]: [10, -3, 7, 0], [CUP]: [7, -2, 5, 0] })
      expect(await balances(4, 7)).toEqual({ [MUG]: [7, -2, 10, 5] })
      expect(await balances(20, 21)).toEqual({})
    })

    it.each(["movements", "movements/balances", "movements/export"])(
      "are not asked of a period that runs backwards (%s)",
      async (path) => {
        for (const [from, to] of [
          [at(3), at(2)],
          [at(3), at(3)],
        ]) {
          const { status, data } = await client.get(
            `${path}?from=${from.toISOString()}&to=${to.toISOString()}&location_id=${store.platformLocationId}`,
          )
          expect([status, data.message]).toEqual([400, expect.stringContaining("'to'")])
        }
      },
    )

    it("are handed out as a file that a spreadsheet reads as it is, in the reader's language", async () => {
      const { status, data, headers } = await client.get(
        `movements/export?lang=pt-BR&location_id=${store.locationId}`,
      )
      expect(status).toBe(200)
      expect(headers["content-type"]).toBe("text/csv; charset=utf-8")
      expect(headers["content-disposition"]).toMatch(
        /^attachment; filename="movements-\d{4}-\d\d-\d\d\.csv"$/,
      )
      const [head, line, ...rest] = String(data).split("\n")
      expect(head).toMatch(/^\uFEFF?Data \(UTC\);Motivo;Referência;/)
      expect(line).toContain("Enviado à plataforma")
      // A text that would be calculated is a text; a negative number stays a number.
      expect(line).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
      expect(line).toMatch(/;-5;95$/)
      expect(rest).toEqual([""])
    })
  },
})
