import type { HeldStock } from "../../../connector"
import type { RuleVariant } from "../../import/rules/context"
import { countItems, holdsAt, isOutage, type CountedListing } from "./count-items"

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
    variant("cup", [["cup", 1]]),
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
      "goods of two listings are not counted while the answer leaves one of them out",
      [held("A", { available: 3 })],
      [listing("A", "mug"), listing("B", "mug")],
      {},
    ],
    [
      "what a left-out set consists of is not counted either, and everything else is",
      [held("A", { available: 3 }), held("C", { available: 2 })],
      [listing("A", "mug"), listing("B", "set"), listing("C", "cup")],
      { cup: [2, 0, "C"] },
    ],
    [
      "a left-out listing that is no product (any more) keeps nothing from being counted",
      [held("A", { available: 3 })],
      [listing("A", "mug"), listing("B", null), { ...listing("C", "mug"), state: "ignored" as const }],
      { mug: [3, 0, "A"] },
    ],
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

describe("any answer to the same stock that leaves listings out", () => {
  const listings = [listing("A", "mug"), listing("B", "mug", 6), listing("C", "set"), listing("D", "cup")]
  const rows = listings.map(({ listingKey }, index) =>
    held(listingKey, { available: index + 2, inbound: index }),
  )
  const whole = countedOf(rows, listings)
  const answers = Array.from({ length: 2 ** rows.length }, (_, told) =>
    rows.filter((_row, index) => told & (2 ** index)),
  )

  it.each(answers.map((told) => [told.map(({ listingKey }) => listingKey).join(" ") || "nothing", told]))(
    "of %s counts each item as a whole or not at all",
    (_what, told) => {
      for (const [item, [stocked, incoming]] of Object.entries(countedOf(told, listings))) {
        expect([item, stocked, incoming]).toEqual([item, ...whole[item].slice(0, 2)])
      }
    },
  )
})

describe("a listing that the answer leaves out", () => {
  const told = (over: object = {}) => ({
    state: "mapped" as const,
    fulfilled_by: "platform" as const,
    active: true,
    held_at: { here: 3 } as unknown,
    platform_quantity: 3 as number | null,
    ...over,
  })
  it.each([
    ["counts with what was told of it here", told(), true],
    ["counts also when nothing else is known of it", told({ fulfilled_by: null, active: null }), true],
    ["does not count when there was nothing of it", told({ held_at: { here: 0 } }), false],
    ["does not count when it was only told elsewhere", told({ held_at: { there: 3 } }), false],
    ["counts when it was told before the places were kept", told({ held_at: null }), true],
    ["does not count when it was never told", told({ held_at: null, platform_quantity: null }), false],
    ["does not count with what was offered of it", told({ held_at: null, fulfilled_by: null }), false],
    ["does not count when the merchant sends it now", told({ fulfilled_by: "merchant" }), false],
    ["does not count when it is not for sale any more", told({ active: false }), false],
    ["does not count when a person ignores it", told({ state: "ignored" }), false],
  ])("%s", (_what, mapping, counts) => {
    expect(holdsAt(mapping, "here")).toBe(counts)
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
