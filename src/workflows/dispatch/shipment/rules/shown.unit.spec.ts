import type { ChannelOrder } from "../../../../connector"
import { isConfirmedBy, shownOf, type Shown, type ToldPackage } from "./shown"

type Packages = ChannelOrder["packages"]
const aPackage = (reference: string, trackingNumber: string | null): Packages[number] => ({
  reference,
  trackingNumber,
  carrier: null,
  shippedAt: null,
  lines: [],
})

describe("what a platform's order shows of our package 2 with number T 2", () => {
  it.each<[string, ChannelOrder["status"], Packages, Shown, boolean]>([
    ["its number and tracking number", "partially_shipped", [aPackage("2", "T2")], "as_sent", true],
    ["it in other capitals", "shipped", [aPackage("2", "t2")], "as_sent", true],
    ["it without a tracking number", "shipped", [aPackage("2", null)], "as_sent", true],
    ["an edit that has not arrived", "shipped", [aPackage("2", "T1")], "other_tracking", false],
    ["another package of an open order", "partially_shipped", [aPackage("1", "T2")], "absent", false],
    ["nothing of an open order", "open", [], "absent", false],
    ["an order that is shipped in full", "shipped", [aPackage("1", "T1")], "shipped_in_full", true],
    ["a canceled order", "canceled", [], "order_canceled", false],
  ])("%s", (_what, status, packages, expected, confirmed) => {
    const shown = shownOf({ status, packages }, { packageNumber: 2, trackingNumber: "T 2", lines: [] })
    expect(shown).toBe(expected)
    expect(isConfirmedBy(shown)).toBe(confirmed)
  })
})

describe("what it shows where the platform takes packages without a tracking number", () => {
  const lines = [{ reference: "line-1", quantity: 2 }]
  const named = (reference: string, trackingNumber: string | null, quantity = 2): Packages[number] => ({
    ...aPackage(reference, trackingNumber),
    lines: [{ reference: "line-1", quantity }],
  })
  it.each<[string, string | null, Packages, Shown]>([
    ["our package without the number that was added", "T2", [aPackage("2", null)], "other_tracking"],
    ["our package, sent without a number", null, [aPackage("2", null)], "as_sent"],
    ["our package with a number that somebody added there", null, [aPackage("2", "T9")], "as_sent"],
    ["all of it in a package of another name", "T2", [named("parcel", "T2")], "as_sent"],
    ["all of it in two of them", "T2", [named("one", "T2", 1), named("two", "T2", 1)], "as_sent"],
    ["a part of it only", "T2", [named("parcel", "T2", 1)], "absent"],
    ["all of it, without the number that was added", "T2", [named("parcel", null)], "other_tracking"],
    ["another of our numbers, with the same goods", null, [named("1", null)], "absent"],
  ])("%s", (_what, trackingNumber, packages, expected) => {
    const sent = { packageNumber: 2, trackingNumber, lines, trackingOptional: true }
    expect(shownOf({ status: "partially_shipped", packages }, sent)).toBe(expected)
  })
})

describe("what it shows of a part, before it has heard that it is one", () => {
  const holds = (reference: string, trackingNumber: string | null, ...quantities: number[]) => ({
    ...aPackage(reference, trackingNumber),
    lines: quantities.map((quantity, index) => ({ reference: `line-${index + 1}`, quantity })),
  })
  const told = (
    packageNumber: number,
    trackingNumber: string | null,
    quantity: number,
    attempted = true,
  ) => ({
    packageNumber,
    trackingNumber,
    lines: [{ reference: "line-1", quantity }],
    trackingOptional: true,
    attempted,
  })
  const first = told(1, "T1", 1)
  const second = told(2, "T2", 1, false)

  it.each<[string, Packages, ToldPackage, ToldPackage[], Shown]>([
    ["all of the order under its number", [holds("1", "T1", 2)], first, [], "absent"],
    ["other goods under its number as well", [holds("1", "T1", 1, 1)], first, [], "absent"],
    ["all of it without a number", [holds("1", null, 2)], told(1, null, 1), [], "absent"],
    ["a larger package of another name", [holds("parcel", "T1", 2)], first, [], "absent"],
    ["its number, and that it was a part", [holds("1", "T1")], first, [], "as_sent"],
    ["just its goods", [holds("1", "T1", 1)], first, [], "as_sent"],
    ["more than it, confirmed by hand", [holds("1", "T1", 2)], told(1, "T1", 1, false), [], "as_sent"],
    ["an order that seems to be shipped by that", [holds("1", "T1", 2)], second, [first], "absent"],
    ["the same by a package of another name", [holds("parcel", "T1", 2)], second, [first], "other_tracking"],
    ["an order that is shipped", [holds("1", "T1", 1)], second, [first], "shipped_in_full"],
    ["an order that somebody shipped by hand", [holds("1", "T1", 2)], second, [], "shipped_in_full"],
    ["other goods, shipped by hand", [holds("parcel", null, 0, 2)], second, [first], "shipped_in_full"],
  ])("%s", (_what, packages, sent, others, expected) => {
    expect(shownOf({ status: "shipped", packages }, sent, others)).toBe(expected)
  })

  it("a canceled order", () => {
    const packages = [holds("1", "T1", 2)]
    expect(shownOf({ status: "canceled", packages }, first)).toBe("order_canceled")
  })
})
