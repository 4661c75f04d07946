import type { RuleVariant } from "../../import/rules/context"
import { isSameTransfer, planTransfer, shortLines } from "./plan-transfer"

const variant = (id: string, items: [string, number][], manageInventory = true) =>
  ({
    id,
    sku: id.toUpperCase(),
    manageInventory,
    inventory: items.map(([inventoryItemId, required]) => ({ inventoryItemId, required, sku: null })),
  }) as RuleVariant
const variants = new Map(
  [
    variant("mug", [["mug", 1]]),
    variant("set", [
      ["mug", 4],
      ["box", 1],
    ]),
    variant("service", [], false),
  ].map((one) => [one.id, one]),
)
const listing = (listingKey: string, variantId: string | null, unitsPerPackage = 1) => ({
  listingKey,
  variantId,
  unitsPerPackage,
  state: variantId ? ("mapped" as const) : ("unmapped" as const),
})
const listings = [
  listing("MUG", "mug"),
  listing("SIX", "mug", 6),
  listing("SET", "set"),
  listing("OPEN", null),
  listing("SERVICE", "service"),
]
const planned = (...lines: [string, number][]) =>
  planTransfer(
    lines.map(([listingKey, quantity]) => ({ listingKey, quantity })),
    listings,
    variants,
  )

describe("goods that are sent to the platform", () => {
  it.each([
    ["are a piece a listing", ["MUG", 3], [["mug", 3]]],
    ["are six a six-pack", ["SIX", 2], [["mug", 12]]],
    [
      "are all that a set consists of",
      ["SET", 2],
      [
        ["mug", 8],
        ["box", 2],
      ],
    ],
  ] as [string, [string, number], [string, number][]][])("%s", (_what, line, parts) => {
    expect(planned(line).parts.map(({ inventoryItemId, quantity }) => [inventoryItemId, quantity])).toEqual(
      parts,
    )
  })

  it("are refused for every line that is wrong, by its name", () => {
    const { complaints } = planned(["NOBODY", 1], ["OPEN", 1], ["SERVICE", 1], ["MUG", 1], ["MUG", 2])
    expect(complaints.map(({ field, code }) => [field, code])).toEqual([
      ["lines.0.listing_key", "listing_unknown"],
      ["lines.1.listing_key", "listing_not_linked"],
      ["lines.2.listing_key", "stock_not_managed"],
      ["lines.4.listing_key", "listing_twice"],
    ])
  })

  it("are refused where too little is there, counted over all lines", () => {
    const { parts } = planned(["MUG", 5], ["SIX", 1])
    expect(shortLines(parts, new Map([["mug", 11]]))).toEqual([])
    expect(shortLines(parts, new Map([["mug", 10]]))).toEqual([
      {
        field: "lines.1.quantity",
        code: "stock_too_small",
        details: { sku: "MUG", available: "5", needed: "6" },
      },
    ])
    expect(shortLines(parts, new Map())).toHaveLength(2)
  })

  it("are the same shipment only with the same contents", () => {
    const { parts } = planned(["SET", 2])
    const recorded = [
      { listing_key: "SET", inventory_item_id: "box", packages: 2, quantity: 2 },
      { listing_key: "SET", inventory_item_id: "mug", packages: 2, quantity: 8 },
    ]
    expect(isSameTransfer(recorded, parts)).toBe(true)
    expect(isSameTransfer(recorded.slice(1), parts)).toBe(false)
    expect(isSameTransfer([recorded[0], { ...recorded[1], quantity: 7 }], parts)).toBe(false)
  })
})
