import type { ChannelOrder } from "../../../../connector"
import { isConfirmedBy, shownOf, type Shown } from "./shown"

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
    const shown = shownOf({ status, packages }, { packageNumber: 2, trackingNumber: "T 2" })
    expect(shown).toBe(expected)
    expect(isConfirmedBy(shown)).toBe(confirmed)
  })
})
