import { beginningsOf, plainBarcode, variantMatcher, writingsOf } from "./match-variant"
import type { DescribedListing, VariantMatch } from "./match-variant"
import type { StoreVariant } from "./rank-variants"

const EAN = "7891000315507"

const aVariant = (id: string, productTitle: string, over: Partial<StoreVariant> = {}): StoreVariant => ({
  id,
  title: "Default",
  sku: null,
  barcode: null,
  ean: null,
  upc: null,
  productId: id,
  productTitle,
  thumbnail: null,
  ...over,
})

const mug = aVariant("mug", "Caneca de cerâmica 300 ml", { ean: EAN })
const shirtS = aVariant("shirt-s", "Camiseta básica", { title: "Azul / P" })
const shirtM = aVariant("shirt-m", "Camiseta básica", { title: "Azul / M" })
const vitaminB = aVariant("b", "Vitamina B")
const twins = [aVariant("twin-1", "Boné"), aVariant("twin-2", "Boné")]
const shop = [mug, shirtS, shirtM, vitaminB, ...twins]

const byBarcode = (id: string): VariantMatch => ({ variantId: id, by: "barcode" })
const byTitle = (id: string): VariantMatch => ({ variantId: id, by: "title" })

describe("the product that a listing is, by barcode and description", () => {
  it.each<[string, Partial<DescribedListing>, VariantMatch | undefined]>([
    ["its barcode", { barcode: EAN, title: "Caneca" }, byBarcode("mug")],
    ["its barcode rather than its description", { barcode: EAN, title: "Vitamina B" }, byBarcode("mug")],
    ["its barcode with a zero in front", { barcode: `0${EAN}` }, byBarcode("mug")],
    ["the identical description", { title: "Vitamina B" }, byTitle("b")],
    ["the identical description, capitals aside", { title: "VITAMINA B" }, byTitle("b")],
    ["the identical description, accents aside", { title: "Caneca de ceramica 300 ml" }, byTitle("mug")],
    ["the identical description, blanks aside", { title: "  Vitamina   B " }, byTitle("b")],
    [
      "the description with the variant in brackets",
      { title: "Camiseta básica (Azul, M)" },
      byTitle("shirt-m"),
    ],
    ["nothing by a similar description", { title: "Vitamina B 60 cápsulas" }, undefined],
    ["nothing by a description with a plus more", { title: "Vitamina B+" }, undefined],
    ["nothing by the beginning of a description", { title: "Caneca" }, undefined],
    [
      "nothing by an unknown barcode and description",
      { barcode: "4006381333931", title: "Régua" },
      undefined,
    ],
    ["nothing by an empty description", { title: " - " }, undefined],
    ["none of several variants of the product described", { title: "Camiseta básica" }, { several: 2 }],
    ["none of two products with its description", { title: "boné" }, { several: 2 }],
  ])("%s: %j is %j", (_what, listing, match) => {
    const matched = variantMatcher({ byBarcode: shop, byTitle: shop })
    expect(matched({ barcode: null, title: "", ...listing })).toEqual(match)
  })

  it.each<[string, string, VariantMatch]>([
    ["told apart by its description", "Boné azul", byTitle("blue")],
    ["not told apart", "Boné", { several: 2 }],
  ])("is, where two products carry its barcode, %s", (_what, title, match) => {
    const caps = [
      aVariant("blue", "Boné azul", { ean: EAN }),
      aVariant("red", "Boné vermelho", { barcode: EAN }),
    ]
    // A third product with that description has another barcode, and is not meant.
    const elsewhere = [aVariant("other", "Boné")]
    const matched = variantMatcher({ byBarcode: caps, byTitle: elsewhere })
    expect(matched({ barcode: EAN, title })).toEqual(match)
  })
})

describe("a barcode", () => {
  it.each([
    ["012345678905", "12345678905"],
    ["0012345678905", "12345678905"],
    [" 400-6381 333931 ", "4006381333931"],
    ["123", null],
    ["ABC", null],
    [null, null],
  ])("%j is %j", (written, plain) => {
    expect(plainBarcode(written)).toBe(plain)
  })

  it("is looked up in every way it may be written", () => {
    expect(writingsOf("012345678905")).toEqual([
      "12345678905",
      "012345678905",
      "0012345678905",
      "00012345678905",
    ])
    expect(writingsOf(null)).toEqual([])
  })
})

describe("a listing's title", () => {
  it("may begin with its product's", () => {
    expect(beginningsOf("Ceramic Mug - White")).toEqual([
      "Ceramic",
      "Ceramic Mug",
      "Ceramic Mug -",
      "Ceramic Mug - White",
    ])
  })
})
