import { stableId } from "./stable-id"

describe("an id that follows from what it stands for", () => {
  it("has Medusa's form", () => {
    expect(stableId("order", "AMZ-111")).toMatch(/^order_[0-9A-HJKMNP-TV-Z]{26}$/)
  })

  it("is the same at every attempt, also after an upgrade", () => {
    expect(stableId("order", "AMZ-111-0000001-0000001")).toBe(stableId("order", "AMZ-111-0000001-0000001"))
    expect(stableId("order", "AMZ-111-0000001-0000001")).toBe("order_8QF6Q0VY2HTA1TR3WSTWZF6R9N")
  })

  it("differs where the parts differ, however they are cut", () => {
    const ids = [
      stableId("ordli", "a", "bc"),
      stableId("ordli", "ab", "c"),
      stableId("ordli", "abc"),
      stableId("ordli", "a", "b", "c"),
      stableId("ordli", "bc", "a"),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })

  it("does not meet another one among fifty thousand orders", () => {
    const ids = Array.from({ length: 50_000 }, (_, index) => stableId("order", `AMZ-${index}`))
    expect(new Set(ids).size).toBe(ids.length)
  })
})
