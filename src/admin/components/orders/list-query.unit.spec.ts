import { dayOf, dayStart, isNarrowed, parseSorting, toOrdersQuery, writeSorting } from "./list-query"

const address = (text: string) => (name: string) => new URLSearchParams(text).get(name) ?? ""

describe("the address of the orders page", () => {
  it("asks for the newest orders when it says nothing", () => {
    expect(toOrdersQuery(address(""))).toMatchObject({
      state: [],
      late_to_ship: undefined,
      order: "-placed_at",
    })
  })

  it("takes several values of a filter, as the other pages link here", () => {
    expect(toOrdersQuery(address("account_id=a&state=blocked,review"))).toMatchObject({
      account_id: ["a"],
      state: ["blocked", "review"],
    })
  })

  it("counts the whole last day of a period in", () => {
    const { placed_from, placed_to } = toOrdersQuery(address("placed_from=2026-10-31&placed_to=2026-10-31"))
    expect(placed_from).toBe(new Date(2026, 9, 31).toISOString())
    expect(placed_to).toBe(new Date(2026, 10, 1).toISOString())
  })

  it.each(["", "yesterday", "2026-1-1", "2026-11-22T00:00:00Z"])(
    "leaves out %j, which is not a day",
    (day) => {
      expect(dayStart(day)).toBeUndefined()
    },
  )

  it("writes days as it reads them", () => {
    expect(dayStart(dayOf(new Date(2026, 0, 5)))).toBe(new Date(2026, 0, 5).toISOString())
  })

  it.each(["ship_by", "-updated_at"])("keeps the sorting %s", (text) => {
    expect(writeSorting(parseSorting(text))).toBe(text)
  })

  it.each([
    ["", false],
    ["sort=ship_by&offset=20&order=mpord_1", false],
    ["q=702", true],
    ["late_to_ship=true", true],
    ["placed_to=2026-11-22", true],
  ])("knows whether %j narrows the list", (text, narrowed) => {
    expect(isNarrowed(address(text))).toBe(narrowed)
  })
})
