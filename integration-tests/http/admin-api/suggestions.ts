import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { addSeller } from "../../support/amazon-seller"
import { connect, eventually, everythingStored, marketplaceOf, orderOf, sync, type Shop } from "./shop"

/** What a listing may be, and what becomes of one that is nothing yet. */
export function suggestionSuite(shop: () => Shop): void {
  async function unmapped(listing: { listing_key?: string; sku?: string | null; title: string }) {
    const account = await connect(shop(), addSeller(shop().simulator))
    const mapping = await marketplaceOf(shop()).createProductMappings({
      account_id: account.id,
      listing_key: "LISTING-1",
      sku: null,
      ...listing,
    })
    return { account, mapping }
  }
  const aProduct = async (title: string, variant: Record<string, string>) => {
    const { id } = await shop()
      .container.resolve(Modules.PRODUCT)
      .createProducts({
        title,
        options: [{ title: "Size", values: ["One"] }],
        variants: [{ title: "One", options: { Size: "One" }, ...variant }],
      })
    return id
  }
  const suggestions = async (id: string, q?: string) => {
    const { data, status } = await shop().api.get(
      `mappings/${id}/suggestions${q === undefined ? "" : `?q=${encodeURIComponent(q)}`}`,
    )
    expect(status).toBe(200)
    return data.suggestions as Record<string, unknown>[]
  }

  it("suggests variants by SKU, barcode and title, the best first", async () => {
    const { mapping } = await unmapped({ sku: "kettle-9", title: "Steel Kettle 9 cups" })
    const bySku = await aProduct("Anything", { sku: "KETTLE-9" })
    const byBarcode = await aProduct("Whatever", { ean: "LISTING-1" })
    const byTitle = await aProduct("Steel kettle 9 cups", { sku: "K9" })
    const similar = await aProduct("Kettle, steel", { sku: "K1" })
    await aProduct("Wooden spoon", { sku: "SPOON" })
    const found = await suggestions(mapping.id)
    expect(found.map(({ product_id, reason }) => [product_id, reason])).toEqual([
      [bySku, "sku"],
      [byBarcode, "barcode"],
      [byTitle, "title"],
      [similar, "title"],
    ])
    expect(found[0]).toMatchObject({
      title: "One",
      sku: "KETTLE-9",
      product_title: "Anything",
      barcode: null,
    })
  })

  it("gives what a person searches for instead", async () => {
    const { mapping } = await unmapped({ title: "Steel Kettle" })
    await aProduct("Steel kettle", { sku: "K9" })
    const spoon = await aProduct("Wooden spoon", { sku: "SPOON-XL" })
    expect((await suggestions(mapping.id, "spoon-x")).map(({ reason }) => reason)).toEqual(["search"])
    expect((await suggestions(mapping.id, "wooden")).map(({ product_id }) => product_id)).toEqual([spoon])
    expect(await suggestions(mapping.id, "50%_")).toEqual([])
  })

  it("suggests nothing for a title without a word, and knows no mapping that is none", async () => {
    const { mapping } = await unmapped({ title: "%" })
    expect(await suggestions(mapping.id)).toEqual([])
    for (const path of ["mappings/mpmap_none", "mappings/mpmap_none/suggestions"]) {
      expect((await shop().api.get(path)).status).toBe(404)
    }
    expect((await shop().api.post("mappings/mpmap_none/product")).status).toBe(404)
  })

  it("shows a mapping with its variant and the orders that wait for it", async () => {
    const seller = addSeller(shop().simulator, {
      orders: 2,
      generate: { skus: ["UNKNOWN,SKU"], mix: { fbaShare: 0, statuses: { UNSHIPPED: 1 } } },
    })
    const account = await connect(shop(), seller)
    await sync(shop(), account.id)
    await connect(shop(), addSeller(shop().simulator))
    const listed = await shop().api.get(
      `mappings?account_id=${account.id}&listing_key=${encodeURIComponent("UNKNOWN,SKU")}`,
    )
    expect(listed.data).toMatchObject({ count: 1, mappings: [{ variant: null, orders_blocked: 2 }] })
    const { id } = listed.data.mappings[0]
    await marketplaceOf(shop()).updateProductMappings({
      id,
      variant_id: shop().store.variantIds["MUG-WHITE"],
      state: "mapped",
    })
    const { mapping } = (await shop().api.get(`mappings/${id}`)).data
    expect(mapping).toMatchObject({
      state: "mapped",
      variant: { id: shop().store.variantIds["MUG-WHITE"], sku: "MUG-WHITE" },
    })
    expect(mapping.variant.product_title).toBeTruthy()
  })

  it("makes a draft product of a listing once, and imports the orders that waited for it", async () => {
    const seller = addSeller(shop().simulator, {
      orders: 1,
      generate: { skus: ["UNKNOWN-SKU"], mix: { fbaShare: 0, statuses: { UNSHIPPED: 1 } } },
    })
    const account = await connect(shop(), seller)
    await sync(shop(), account.id)
    const [open] = (await shop().api.get(`mappings?account_id=${account.id}`)).data.mappings
    const made = await shop().api.post(`mappings/${open.id}/product`)
    expect(made).toMatchObject({
      status: 200,
      data: {
        orders_due: 1,
        mapping: { state: "mapped", matched_by: "created", variant: { sku: "UNKNOWN-SKU" } },
      },
    })
    const { product_id } = made.data.mapping.variant
    const product = await shop().container.resolve(Modules.PRODUCT).retrieveProduct(product_id)
    expect(product).toMatchObject({ status: ProductStatus.DRAFT, title: open.title })
    const done = await eventually(
      () => orderOf(shop(), account.id, seller.orders[0].orderId),
      (order) => order.state === "imported",
    )
    expect(done.state).toBe("imported")

    const before = await everythingStored(shop())
    const again = await shop().api.post(`mappings/${open.id}/product`)
    expect(again).toMatchObject({ status: 400, data: { type: "not_allowed" } })
    expect(await everythingStored(shop())).toEqual(before)
  })

  it("makes no product of a listing whose SKU a variant already has", async () => {
    const { mapping } = await unmapped({ sku: "MUG-WHITE", title: "Mug" })
    const answer = await shop().api.post(`mappings/${mapping.id}/product`)
    expect(answer).toMatchObject({ status: 400, data: { type: "not_allowed" } })
    expect(answer.data.message).toContain("MUG-WHITE")
  })
}
