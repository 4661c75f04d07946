import { languages, problem } from "../../../../connector"
import { problemsText } from "./problems-text"

const told = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    reference: `702-${index}`,
    problem: problem("tracking_missing", { order: `702-${index}` }),
  }))

describe("the bell's line on shipments", () => {
  it("says of one what it is and what to do", () => {
    const text = problemsText("Mugs", told(1), "en")
    expect(text?.title).toBe("Mugs: 1 shipment was not confirmed")
    expect(text?.description).toContain("702-0")
    expect(text?.description).toContain("Add the tracking number")
  })

  it.each(languages)("names the orders of several, and not too many of them, in %s", (language) => {
    const text = problemsText("Mugs", told(7), language)
    expect(text?.title).toContain("7")
    expect(text?.description).toContain("702-4 ...")
    expect(text?.description).not.toContain("702-5")
    expect(text?.description).not.toContain("{{")
  })

  it("says nothing of nothing", () => {
    expect(problemsText("Mugs", [], "en")).toBeUndefined()
  })
})
