import { lineProductOf, type LineProduct, type SoldVariant } from "./line-product"

const shirt: SoldVariant = {
  title: "M",
  sku: "SHIRT-M",
  barcode: "7891234567895",
  thumbnail: null,
  product: {
    id: "prod_1",
    title: "Shirt",
    subtitle: "Cotton",
    handle: "shirt",
    thumbnail: "https://shop.example/shirt.jpg",
    type: { value: "Clothes" },
    collection: { title: "Summer" },
  },
}

describe("how an order line names what was sold", () => {
  it("is filled from the variant and its product, as a checkout fills it", () => {
    expect(lineProductOf(shirt)).toEqual({
      product_id: "prod_1",
      product_title: "Shirt",
      product_subtitle: "Cotton",
      product_handle: "shirt",
      product_type: "Clothes",
      product_collection: "Summer",
      variant_title: "M",
      variant_sku: "SHIRT-M",
      variant_barcode: "7891234567895",
      subtitle: "M",
      thumbnail: "https://shop.example/shirt.jpg",
    })
  })

  it.each<[string, SoldVariant, LineProduct]>([
    [
      "a picture of the variant before the product's",
      { thumbnail: "v", product: { id: "p", thumbnail: "p" } },
      { product_id: "p", thumbnail: "v" },
    ],
    [
      "nothing that the store does not know",
      { title: "", sku: null, product: { id: "p", type: null } },
      { product_id: "p" },
    ],
    ["nothing at all of a variant without a product", { product: null }, {}],
  ])("holds %s", (_what, variant, expected) => {
    expect(lineProductOf(variant)).toEqual(expected)
  })
})
