import { budgetOf } from "./budget"

const limits = { search: { ratePerSecond: 0.0167, burst: 20 }, get: { ratePerSecond: 0.5, burst: 30 } }
const full = [
  { operation: "search", left: 20, burst: 20, rate_per_second: 0.0167 },
  { operation: "get", left: 30, burst: 30, rate_per_second: 0.5 },
]

describe("the budget of an account", () => {
  it("is full where it has never called", () => {
    expect(budgetOf([], limits)).toEqual(full)
  })

  it("is what is left, at the rate that the platform told last, where it has called", () => {
    const spent = { operation: "search", left: 3, burst: 20, rate_per_second: 0.0056 }
    expect(budgetOf([spent], limits)).toEqual([spent, full[1]])
  })

  it("also shows what its connector, gone by now, had called", () => {
    const spent = { operation: "search", left: 3, burst: 20, rate_per_second: 0.0056 }
    expect(budgetOf([spent], {})).toEqual([spent])
  })
})
