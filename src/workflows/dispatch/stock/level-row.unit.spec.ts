import type { StockListing } from "../../../modules/marketplace/store/stock/listings"
import { certainLevel, likelyLevel } from "./level-row"

const NOW = new Date("2026-11-22T12:00:00Z")
const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000)

/** Five were sent ten minutes ago and accepted; the platform showed one. */
const listing = (changes: { readAt?: Date | null; sentAt?: Date; confirmedAt?: Date | null }) =>
  ({
    platform_quantity: 1,
    platform_levels: null,
    platform_read_at: changes.readAt ?? null,
    dispatch: {
      state: "owed",
      quantity: 5,
      levels: null,
      attempted_at: changes.sentAt ?? minutesAgo(10),
      confirmed_at: changes.confirmedAt ?? null,
      lease_until: null,
      next_attempt_at: NOW,
    },
  }) as StockListing

describe("what the platform has of a listing", () => {
  it.each([
    ["is what it confirmed", listing({ confirmedAt: minutesAgo(5) }), 5],
    ["is not known while something sent since is open", listing({ confirmedAt: minutesAgo(30) }), null],
    ["is not what it showed before that", listing({ readAt: minutesAgo(20) }), null],
    ["is not what it showed before that can have taken effect", listing({ readAt: minutesAgo(8) }), null],
    [
      "is what it showed once that must have taken effect",
      listing({ sentAt: minutesAgo(60), readAt: minutesAgo(5) }),
      1,
    ],
    [
      "is what it showed where nothing was ever sent",
      { ...listing({ readAt: minutesAgo(5) }), dispatch: null },
      1,
    ],
  ])("%s", (_what, known, quantity) => {
    expect(certainLevel(known, NOW)?.quantity ?? null).toBe(quantity)
  })

  it("is likely what was sent last, where nothing is certain", () => {
    expect(likelyLevel(listing({ readAt: minutesAgo(20) }), NOW)?.quantity).toBe(5)
  })
})
