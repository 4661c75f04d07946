import { problemCodes, problemSolutions, type ProblemCode, type ProblemSolution } from "./problem"

const codes = Object.keys(problemCodes) as ProblemCode[]
const solvedBy = (solution: ProblemSolution) =>
  codes.filter((code) => problemCodes[code].solution === solution)

describe("what a screen offers for a problem", () => {
  it("is an action of the closed list, and each action solves something", () => {
    expect(problemSolutions.filter((solution) => solvedBy(solution).length === 0)).toEqual([])
  })

  it("is a person's own action only where the person is the one to act", () => {
    const own = (
      [
        "map_product",
        "choose_settings",
        "choose_carrier",
        "add_tracking",
        "release_stock",
        "renew_connection",
      ] as const
    ).flatMap(solvedBy)
    expect(own.filter((code) => problemCodes[code].owner !== "merchant")).toEqual([])
  })

  it("is to wait only for what is tried again by itself", () => {
    expect(solvedBy("wait").filter((code) => !problemCodes[code].retryable)).toEqual([])
  })

  it("is the developer only where the developer is the one to act", () => {
    expect(solvedBy("ask_developer").filter((code) => problemCodes[code].owner !== "developer")).toEqual([])
  })
})
