import type { IProductModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { aMug, anOrder, type RuleShop } from "./shop"

const MATCH = { product_match: "sku_barcode_title" } as const
/** That of the seeded white mug. */
const BARCODE = "2900000000421"

export function productSuite(shop: () => RuleShop): void {
  const products = (): IProductModuleService => shop().container.resolve(Modules.PRODUCT)
  const variantOf = (sku: string) => shop().store.variantIds[sku]
  const listing = (changes: Parameters<typeof aMug>[0]) =>
    anOrder({ lines: [aMug({ listingKey: "their-mug", sku: null, ...changes })] })

  it.each([
    ["SKU", { sku: "CAP-NAVY", barcode: BARCODE, title: "Shorts" }, "CAP-NAVY", "sku"],
    ["barcode", { sku: "THEIRS", barcode: BARCODE, title: "Shorts" }, "MUG-WHITE", "barcode"],
    ["description", { sku: "THEIRS", title: "T-SHIRT (S, Black)" }, "SHIRT-S-BLACK", "title"],
  ])("is chosen by its %s, and the line keeps the platform's words", async (_what, line, sku, by) => {
    const account = await shop().account(MATCH)
    const rows = await shop().bring(account, listing(line))
    expect(rows).toMatchObject([{ state: "imported", problem_code: null }])
    const [order] = await shop().medusaOrders(rows)
    expect(order.items).toMatchObject([{ title: line.title, variant_id: variantOf(sku), variant_sku: sku }])
    expect(await shop().mappings(account)).toMatchObject([
      { listing_key: "their-mug", state: "mapped", matched_by: by, variant_id: variantOf(sku) },
    ])
  })

  it("is not looked for by barcode and description where the account goes by SKU only", async () => {
    const account = await shop().account()
    const rows = await shop().bring(account, listing({ barcode: BARCODE, title: "Mug" }))
    expect(rows).toMatchObject([{ state: "blocked", problem_code: "listing_unmapped" }])
    expect(await shop().mappings(account)).toMatchObject([{ state: "unmapped", barcode: BARCODE }])
  })

  it("is not guessed where several fit: a person maps the listing, and the order goes on", async () => {
    const account = await shop().account(MATCH)
    const order = listing({ title: "T-shirt" })
    const [row] = await shop().bring(account, order)
    expect(row).toMatchObject({ state: "blocked", problem_code: "listing_ambiguous" })
    expect(row.problems).toEqual([
      {
        code: "listing_ambiguous",
        details: { listing_key: "their-mug", title: "T-shirt", count: "2" },
      },
    ])
    const { data } = await shop().api.get(`orders/${row.id}?lang=pt-BR`)
    expect(data.order.problems[0].title).toBe("Vários produtos servem para o anúncio: their-mug")

    const [mapping] = await shop().mappings(account)
    await shop().marketplace.updateProductMappings({
      id: mapping.id,
      state: "mapped",
      variant_id: variantOf("SHIRT-S-BLACK"),
      matched_by: "person",
    })
    expect(await shop().marketplace.makeOrdersDue(account, { unmappedListings: ["their-mug"] })).toEqual([
      row.id,
    ])
    await shop().decide(account)
    expect(await shop().rows(account, [order])).toMatchObject([{ state: "imported" }])
  })

  it("becomes a draft of its own where nothing fits and the account wants that, and is found by it later", async () => {
    const account = await shop().account({ ...MATCH, unmapped_policy: "draft" })
    const first = listing({ sku: "NEW-1", title: "Garrafa térmica 1 l" })
    const rows = await shop().bring(account, first)
    expect(rows).toMatchObject([{ state: "imported" }])
    const [draft, ...others] = await products().listProducts({ status: "draft" }, { relations: ["variants"] })
    expect(others).toHaveLength(0)
    expect(draft).toMatchObject({ title: "Garrafa térmica 1 l", variants: [{ sku: "NEW-1" }] })

    const other = anOrder({ lines: [aMug({ listingKey: "other", sku: null, title: "GARRAFA TÉRMICA 1 L" })] })
    const [order] = await shop().medusaOrders(await shop().bring(account, other))
    expect(order.items).toMatchObject([{ variant_id: draft.variants[0].id, title: "GARRAFA TÉRMICA 1 L" }])
  })
}
