import type { PlatformStock } from "../../../../connector"
import { driftOf } from "./drift"
import { isOneNumber, oneNumberOf } from "./number-shown"
import { readBackOf } from "./read-back"

const shown = (...quantities: number[]): PlatformStock => ({
  listingKey: "MUG",
  fulfilledBy: "merchant",
  quantity: quantities[0],
  ...(quantities.length > 1 ? { quantities } : {}),
})

describe("a level that marketplaces show", () => {
  it.each([
    ["alike is the number that all show", shown(5), 9, 5],
    ["differently is the one that is not as it should be", shown(10, 3), 10, 3],
    ["differently is the one that would be sold although it is gone", shown(10, 0), 0, 10],
    ["in three numbers is the highest of those that are not as they should be", shown(10, 9, 3), 10, 9],
    ["differently, and nobody knows what it should be, is the highest", shown(10, 3), null, 10],
  ])("%s", (_what, stock, expected, quantity) => {
    expect(oneNumberOf(stock, expected).quantity).toBe(quantity)
  })

  it("is one number only where they agree", () => {
    expect([isOneNumber(shown(5)), isOneNumber(shown(5, 3))]).toEqual([true, false])
  })

  it.each([
    ["was lowered in one alone", { before: 10, sent: 0 }, shown(10, 0), "not_applied"],
    ["was raised in one alone", { before: 2, sent: 10 }, shown(10, 2), "not_applied"],
    ["was set in both, and sold in one since", { before: 12, sent: 10 }, shown(10, 9), "applied"],
  ])("and %s is read back so", (_what, sent, stock, verdict) => {
    const { quantity } = oneNumberOf(stock, sent.sent)
    expect(readBackOf({ ...sent, shown: quantity })).toBe(verdict)
  })

  it.each([
    ["raised in one has drifted", shown(99, 10), "drifted"],
    ["lowered in one may be a sale there", shown(10, 8), "wait"],
  ])("and %s", (_what, stock, verdict) => {
    const { quantity } = oneNumberOf(stock, 10)
    expect(driftOf({ expected: 10, found: quantity ?? 0, earlier: null, ordersReadUntil: null })).toBe(
      verdict,
    )
  })
})
