import { brakeOf, type BrakedListing } from "./brake"

const calm: BrakedListing = { known: 8, owed: null, sent: null }
const zeroed: BrakedListing = { known: 8, owed: 0, sent: null }
const raised: BrakedListing = { known: 8, owed: 9, sent: null }
const lowered: BrakedListing = { known: 8, owed: 7, sent: null }
const sentZero: BrakedListing = { known: 0, owed: null, sent: { from: 8, to: 0 } }
const of = (count: number, listing: BrakedListing): BrakedListing[] => Array(count).fill(listing)

describe("the stock brake", () => {
  it.each([
    [
      "holds when more listings than the share would go to zero",
      [...of(7, calm), ...of(5, zeroed)],
      30,
      true,
    ],
    ["lets through what is exactly the share", [...of(14, calm), ...of(6, zeroed)], 30, false],
    ["holds when more than the share would be raised", [...of(7, calm), ...of(5, raised)], 30, true],
    ["does not add zeroed to raised", [...of(12, calm), ...of(4, zeroed), ...of(4, raised)], 30, false],
    ["lets sales through, however many", of(40, lowered), 30, false],
    ["lets a handful through in a small shop", of(4, zeroed), 30, false],
    [
      "counts what was sent within the hour",
      [...of(7, calm), ...of(3, sentZero), ...of(2, zeroed)],
      30,
      true,
    ],
    [
      "counts a listing once",
      [...of(15, calm), ...of(5, { ...zeroed, sent: { from: 9, to: 0 } })],
      30,
      false,
    ],
    ["asks before unknown goes to zero", of(6, { known: null, owed: 0, sent: null }), 30, true],
    ["does not call unknown raised", of(6, { known: null, owed: 50, sent: null }), 30, false],
    ["does not count what stays at zero", of(6, { known: 0, owed: 0, sent: null }), 30, false],
    ["never holds at 100 percent", of(50, zeroed), 100, false],
    ["is calm without listings", [], 1, false],
  ])("%s", (_what, listings, percent, holds) => {
    expect(brakeOf(listings, percent).holds).toBe(holds)
  })

  it("says how many there are of each", () => {
    expect(brakeOf([...of(3, calm), ...of(2, zeroed), raised], 30)).toEqual({
      holds: false,
      zeroed: 2,
      raised: 1,
      listings: 6,
    })
  })
})
