import type { RuleVariant } from "../../import/rules/context"
import type { CountedListing } from "./count-items"
import { leftBehind } from "./left-behind"

const variant = (id: string, ...items: string[]): [string, RuleVariant] => [
  id,
  {
    id,
    sku: id,
    manageInventory: true,
    product: {},
    inventory: items.map((inventoryItemId) => ({ inventoryItemId, required: 1, sku: null })),
  },
]
const variants = new Map([variant("mug", "mug"), variant("cup", "cup"), variant("set", "mug", "box")])
const listing = (listingKey: string, variantId: string | null): CountedListing => ({
  listingKey,
  variantId,
  unitsPerPackage: 1,
  state: variantId ? "mapped" : "unmapped",
})
const told = (moved: [string, string | null][], listings: CountedListing[]) =>
  leftBehind(
    moved.map(([inventoryItemId, listingKey]) => ({ inventoryItemId, listingKey })),
    listings,
    variants,
  ).map(({ inventoryItemId, stocked, incoming, listingKey, because }) => [
    inventoryItemId,
    stocked,
    incoming,
    listingKey,
    because,
  ])
const gone = (item: string, listingKey: string | null) => [item, 0, 0, listingKey, "mapping_changed"]

describe("goods that no listing of the answer is", () => {
  it.each([
    ["stay when their listing is them still", [["mug", "A"]], [listing("A", "mug")], []],
    ["stay when a set has them still", [["box", "A"]], [listing("A", "set")], []],
    ["go when their listing is another product", [["mug", "A"]], [listing("A", "cup")], [gone("mug", "A")]],
    ["go when the set has them no more", [["box", "A"]], [listing("A", "mug")], [gone("box", "A")]],
    ["go when the mapping was taken away", [["mug", "A"]], [listing("A", null)], [gone("mug", "A")]],
    [
      "go when the listing is ignored",
      [["mug", "A"]],
      [{ ...listing("A", null), state: "ignored" as const }],
      [gone("mug", "A")],
    ],
    ["go when the product was deleted", [["mug", "A"]], [listing("A", "deleted")], [gone("mug", "A")]],
    [
      "go with the listing that left them last",
      [
        ["mug", "B"],
        ["mug", "A"],
      ],
      [listing("A", "cup"), listing("B", "cup")],
      [gone("mug", "B")],
    ],
    [
      "go when several listings were them together",
      [["mug", null]],
      [listing("A", "cup"), listing("B", "cup")],
      [gone("mug", null)],
    ],
    ["stay when nothing of ours ever moved them", [], [listing("A", "cup")], []],
  ] as [string, [string, string | null][], CountedListing[], unknown[]][])(
    "%s",
    (_what, moved, listings, expected) => {
      expect(told(moved, listings)).toEqual(expected)
    },
  )
})
