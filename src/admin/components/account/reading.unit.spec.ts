import { readingOf } from "./reading"

const NOW = Date.parse("2026-11-22T12:00:00Z")
const connected = "connected" as const

const refused = {
  code: "request_refused",
  severity: "error",
  owner: "developer",
  retryable: false,
  solution: "ask_developer",
  details: {},
  title: "Refused",
  cause: "",
  way_out: "",
} as const

const cursor = (resource: string, changes: object = {}) => ({
  resource,
  read_at: "2026-11-22T06:00:00Z",
  next_read_at: "2026-11-22T18:00:00Z",
  reading: false,
  problem: null,
  ...changes,
})

const read = (
  cursors: ReturnType<typeof cursor>[],
  state: "connected" | "paused" = connected,
  read_listings = true,
) => readingOf({ cursors, state, settings: { read_listings, read_platform_stock: false } }, "listings", NOW)

describe("how the reading of listings stands", () => {
  it("has never been read where nothing was asked for yet, and orders say nothing about it", () => {
    expect(read([cursor("orders"), cursor("inventory:sloc_1")])).toEqual({
      isReading: false,
      readAt: null,
      nextAt: null,
      problems: [],
    })
  })

  it("is as old as its oldest marketplace, and read again with the first", () => {
    const { readAt, nextAt } = read([
      cursor("listings:US"),
      cursor("listings:BR", { read_at: "2026-11-22T05:00:00Z", next_read_at: "2026-11-22T17:00:00Z" }),
    ])
    expect([readAt, nextAt]).toEqual(["2026-11-22T05:00:00Z", "2026-11-22T17:00:00Z"])
  })

  it("is not read in full while one marketplace has never been", () => {
    expect(read([cursor("listings:US"), cursor("listings:BR", { read_at: null })]).readAt).toBeNull()
  })

  it("has no next reading where the schedule was switched off", () => {
    expect(read([cursor("listings:US")], connected, false).nextAt).toBeNull()
  })

  it("forgets a marketplace that was switched off before it was read", () => {
    const off = cursor("listings:BR", { read_at: null, next_read_at: null })
    expect(read([cursor("listings:US"), off]).readAt).toBe("2026-11-22T06:00:00Z")
  })

  it.each([
    ["a part is being read", { reading: true }, connected, true],
    [
      "a part failed half-way and is tried again later",
      { reading: true, problem: refused },
      connected,
      false,
    ],
    ["a part is due", { next_read_at: "2026-11-22T11:59:59Z" }, connected, true],
    ["a part is due and the account is paused", { next_read_at: "2026-11-22T11:59:59Z" }, "paused", false],
    ["the next one is later", {}, connected, false],
  ] as const)("when %s", (_when, changes, state, isReading) => {
    expect(read([cursor("listings:US", changes)], state).isReading).toBe(isReading)
  })

  it("tells a problem once, with the marketplaces that have it", () => {
    const problem = { problem: refused }
    expect(read([cursor("listings:US", problem), cursor("listings:BR", problem)]).problems).toEqual([
      { problem: refused, of: ["US", "BR"] },
    ])
  })
})
