import type { StoreVariant } from "../../mapping/rules/rank-variants"
import { proposeVariants, type OpenListing } from "./propose-variant"

const aVariant = (id: string, over: Partial<StoreVariant> = {}): StoreVariant => ({
  id,
  title: "Default",
  sku: null,
  barcode: null,
  ean: null,
  upc: null,
  productId: id,
  productTitle: null,
  thumbnail: null,
  ...over,
})
const EAN = "4006381333931"
const listing: OpenListing = { id: "listing", barcode: EAN, title: "Ceramic Mug White" }
const proposed = (byBarcode: StoreVariant[], byTitle: StoreVariant[], over: Partial<OpenListing> = {}) =>
  proposeVariants([{ ...listing, ...over }], { byBarcode, byTitle }).map(({ variant_id, by }) => [
    variant_id,
    by,
  ])

describe("what a listing without a product may be", () => {
  it.each([
    ["the variant with its barcode", [aVariant("a", { barcode: EAN })], [], [["a", "barcode"]]],
    ["the variant with its EAN", [aVariant("a", { ean: EAN })], [], [["a", "barcode"]]],
    [
      "the variant with its code written with hyphens",
      [aVariant("a", { upc: "4-006381-333931" })],
      [],
      [["a", "barcode"]],
    ],
    ["none of two that have its barcode", [aVariant("a", { ean: EAN }), aVariant("b", { upc: EAN })], [], []],
    [
      "the one product with its title",
      [],
      [aVariant("a", { productTitle: "Ceramic mug, white" })],
      [["a", "title"]],
    ],
    [
      "the variant whose own title ends it",
      [],
      [
        aVariant("a", { productTitle: "Ceramic Mug", title: "White" }),
        aVariant("b", { productTitle: "Ceramic Mug", title: "Black" }),
      ],
      [["a", "title"]],
    ],
    [
      "none of two variants of a product with its title",
      [],
      [
        aVariant("a", { productTitle: "Ceramic Mug White", title: "S" }),
        aVariant("b", { productTitle: "Ceramic Mug White", title: "L" }),
      ],
      [],
    ],
    [
      "not a product with a similar title",
      [],
      [aVariant("a", { productTitle: "Ceramic Mug White 300 ml" })],
      [],
    ],
    [
      "rather by its barcode than by its title",
      [aVariant("a", { ean: EAN })],
      [aVariant("b", { productTitle: "Ceramic Mug White" })],
      [["a", "barcode"]],
    ],
  ] as [string, StoreVariant[], StoreVariant[], string[][]][])(
    "is %s",
    (_what, byBarcode, byTitle, found) => {
      expect(proposed(byBarcode, byTitle)).toEqual(found)
    },
  )

  it("is nobody by an empty barcode or title", () => {
    const variants = [aVariant("a", { barcode: "", productTitle: " - " })]
    expect(proposed(variants, variants, { barcode: null, title: "" })).toEqual([])
  })
})
