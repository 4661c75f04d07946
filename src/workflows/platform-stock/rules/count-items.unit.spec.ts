import type { HeldStock } from "../../../connector"
import type { RuleVariant } from "../../import/rules/context"
import { countItems, isOutage, type CountedListing } from "./count-items"

const held = (listingKey: string, over: Partial<HeldStock> = {}): HeldStock => ({
  listingKey,
  sku: listingKey,
  title: null,
  available: 0,
  reserved: 0,
  inbound: 0,
  unfulfillable: 0,
  ...over,
})
const listing = (listingKey: string, variantId: string | null, unitsPerPackage = 1): CountedListing => ({
  listingKey,
  variantId,
  unitsPerPackage,
  state: variantId ? "mapped" : "unmapped",
})
const variant = (id: string, items: [string, number][], manageInventory = true): RuleVariant => ({
  id,
  sku: id,
  manageInventory,
  product: {},
  inventory: items.map(([inventoryItemId, required]) => ({ inventoryItemId, required, sku: null })),
})
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
const countedOf = (rows: HeldStock[], listings: CountedListing[]) =>
  Object.fromEntries(
    countItems(rows, listings, variants).items.map(({ inventoryItemId, stocked, incoming, listingKey }) => [
      inventoryItemId,
      [stocked, incoming, listingKey],
    ]),
  )

describe("the platform's count in units of the store", () => {
  it.each([
    [
      "a listing is its variant",
      [held("A", { available: 3, inbound: 2 })],
      [listing("A", "mug")],
      { mug: [3, 2, "A"] },
    ],
    [
      "a six-pack is six",
      [held("A", { available: 3, inbound: 1 })],
      [listing("A", "mug", 6)],
      { mug: [18, 6, "A"] },
    ],
    [
      "a set is what it consists of",
      [held("A", { available: 2 })],
      [listing("A", "set")],
      { mug: [8, 0, "A"], box: [2, 0, "A"] },
    ],
    [
      "two listings of the same goods are added up",
      [held("A", { available: 3 }), held("B", { available: 2, inbound: 1 })],
      [listing("A", "mug"), listing("B", "mug", 6)],
      { mug: [15, 6, null] },
    ],
    [
      "a listing that is told twice counts once",
      [held("A", { available: 3 }), held("A", { available: 3 })],
      [listing("A", "mug")],
      { mug: [3, 0, "A"] },
    ],
    [
      "what is reserved, damaged or lost cannot be sold",
      [held("A", { available: 1, reserved: 5, unfulfillable: 7 })],
      [listing("A", "mug")],
      { mug: [1, 0, "A"] },
    ],
    ["nothing left is nothing", [held("A")], [listing("A", "mug")], { mug: [0, 0, "A"] }],
    ["what the answer leaves out is not counted", [], [listing("A", "mug")], {}],
    [
      "goods whose stock the store does not manage are not counted",
      [held("A", { available: 1 })],
      [listing("A", "service")],
      {},
    ],
  ])("%s", (_what, rows, listings, expected) => {
    expect(countedOf(rows, listings)).toEqual(expected)
  })

  it("tells which listings are no product of the store yet, without those that a person wants left alone", () => {
    const rows = [held("NEW"), held("OPEN"), held("DELETED"), held("IGNORED")]
    const listings = [
      listing("OPEN", null),
      listing("DELETED", "gone"),
      { ...listing("IGNORED", null), state: "ignored" as const },
    ]
    const { items, unmapped } = countItems(rows, listings, variants)
    expect(items).toEqual([])
    expect(unmapped.map(({ listingKey }) => listingKey)).toEqual(["NEW", "OPEN", "DELETED"])
  })
})

describe("an answer without any listing", () => {
  it.each([
    ["is an outage while we hold stock there", [], true, true],
    ["is an empty warehouse while we hold none", [], false, false],
  ])("%s", (_what, rows, holds, outage) => {
    expect(isOutage(rows, holds)).toBe(outage)
  })

  it("is none as soon as one listing is told, also with nothing of it", () => {
    expect(isOutage([held("A")], true)).toBe(false)
  })
})
