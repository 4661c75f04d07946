import { randomUUID } from "node:crypto"
import { orderIdOf, stableId } from "./stable-id"

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

describe("the id of an order of Medusa, which shows the order to whoever knows it", () => {
  const row = `mpord_${randomUUID()}`

  it("is the same at every attempt", () => {
    expect(orderIdOf(row)).toMatch(/^order_[0-9A-HJKMNP-TV-Z]{26}$/)
    expect(orderIdOf(row)).toBe(orderIdOf(row))
  })

  it("differs from inbox row to inbox row, whose own ids nobody can guess", () => {
    const rows = Array.from({ length: 50_000 }, () => `mpord_${randomUUID()}`)
    expect(new Set(rows.map(orderIdOf)).size).toBe(rows.length)
  })
})
