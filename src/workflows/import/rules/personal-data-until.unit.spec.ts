import type { ChannelOrder, ReadOrder } from "../../../connector"
import { aChannelOrder } from "./__tests__/a-channel-order"
import { personalDataUntil } from "./personal-data-until"

const now = new Date("2026-06-01T00:00:00.000Z")
const readable = (changes: Partial<Omit<ChannelOrder, "lines">>): ReadOrder => ({
  readable: true,
  order: aChannelOrder({ placedAt: "2026-03-01T10:00:00.000Z", shipBy: null, deliverBy: null, ...changes }),
})
const unreadable = (updatedAt: string | null): ReadOrder => ({
  readable: false,
  reference: "1",
  updatedAt,
  problem: { code: "contract_broken", details: { path: "orders" } },
  raw: {},
})

describe("personal data may be kept", () => {
  it.each<[string, ReadOrder, string]>([
    [
      "30 days after the latest delivery",
      readable({ shipBy: "2026-03-03T10:00:00.000Z", deliverBy: "2026-03-10T22:00:00.000Z" }),
      "2026-04-09T22:00:00.000Z",
    ],
    [
      "14 and 30 days after the latest dispatch, where no delivery is named",
      readable({ shipBy: "2026-03-03T10:00:00.000Z" }),
      "2026-04-16T10:00:00.000Z",
    ],
    ["30 and 30 days after the order, where neither is named", readable({}), "2026-04-30T10:00:00.000Z"],
    [
      "30 days after the delivery of an order that was canceled",
      readable({ status: "canceled", deliverBy: "2026-03-10T22:00:00.000Z" }),
      "2026-04-09T22:00:00.000Z",
    ],
    [
      "30 and 30 days after the last change of an order that could not be read",
      unreadable("2026-03-01T10:00:00Z"),
      "2026-04-30T10:00:00.000Z",
    ],
    [
      "30 and 30 days from now, where nothing of it could be read",
      unreadable(null),
      "2026-07-31T00:00:00.000Z",
    ],
  ])("%s", (_what, read, until) => {
    expect(personalDataUntil(read, 30, now)).toBe(until)
  })

  it("until the delivery itself, where the platform allows no day more", () => {
    const read = readable({ deliverBy: "2026-03-10T22:00:00.000Z" })
    expect(personalDataUntil(read, 0, now)).toBe("2026-03-10T22:00:00.000Z")
  })

  it("without limit, where the platform sets none", () => {
    expect(personalDataUntil(readable({}), undefined, now)).toBeNull()
    expect(personalDataUntil(unreadable(null), undefined, now)).toBeNull()
  })
})
