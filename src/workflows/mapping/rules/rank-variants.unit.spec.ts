import { rankVariants, searchWordsOf, similarity, type StoreVariant } from "./rank-variants"

const aVariant = (over: Partial<StoreVariant>): StoreVariant => ({
  id: over.id ?? "variant",
  title: "Default",
  sku: null,
  barcode: null,
  ean: null,
  upc: null,
  productId: "prod",
  productTitle: "Something else",
  thumbnail: null,
  ...over,
})

const listing = { listingKey: "MUG-W", sku: "MUG-W", title: "Ceramic Mug, White, 300 ml" }
const ranked = (variants: StoreVariant[], most = 20) =>
  rankVariants(listing, variants, most).map(({ variant, reason }) => [variant.id, reason])

describe("the variants that a listing may be", () => {
  it("come in the order same SKU, same barcode, same title, similar title", () => {
    const variants = [
      aVariant({ id: "similar", productTitle: "Mug white ceramic" }),
      aVariant({ id: "same", productTitle: "Ceramic mug white 300 ml" }),
      aVariant({ id: "barcode", ean: "MUG-W" }),
      aVariant({ id: "sku", sku: "mug-w" }),
      aVariant({ id: "other" }),
    ]
    expect(ranked(variants)).toEqual([
      ["sku", "sku"],
      ["barcode", "barcode"],
      ["same", "title"],
      ["similar", "title"],
    ])
  })

  it("are told apart within a product by the variant's own title", () => {
    const variants = ["Black", "White"].map((title) =>
      aVariant({ id: title, title, productTitle: "Ceramic mug 300 ml" }),
    )
    expect(ranked(variants)[0]).toEqual(["White", "title"])
  })

  it("are no more than asked for", () => {
    const variants = ["a", "b", "c"].map((id) => aVariant({ id, productTitle: listing.title }))
    expect(ranked(variants, 2)).toEqual([
      ["a", "title"],
      ["b", "title"],
    ])
  })

  it("are none when nothing speaks for any", () => {
    expect(ranked([aVariant({ sku: "", barcode: "" })])).toEqual([])
  })

  it.each([
    ["the same words in another order", "White Mug", "mug white", 1],
    ["accents and capitals", "Calção Açaí", "CALCAO ACAI", 1],
    ["half of the words", "white mug", "white cup mug spoon", 0.5],
    ["no words at all", "", "", 0],
    ["titles without a word in common", "white mug", "black shirt", 0],
  ])("are compared by title: %s", (_what, left, right, shared) => {
    expect(similarity(left, right)).toBe(shared)
  })

  it("are looked for by the longest words of the title, without signs", () => {
    expect(searchWordsOf({ ...listing, title: "50% Off! A Mug_of Ceramic, ceramic" })).toEqual([
      "ceramic",
      "Off",
      "Mug",
    ])
  })
})
