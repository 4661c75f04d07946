import { isNarrowed, toStockQuery } from "./list-query"

const address = (text: string) => (name: string) => new URLSearchParams(text).get(name) ?? ""

describe("the address of the stock levels", () => {
  it.each([
    ["tab=stock", { state: [], q: "" }, false],
    ["tab=stock&state=waiting", { state: ["waiting"], q: "" }, true],
    ["tab=stock&state=failed,waiting&q= mug ", { state: ["failed", "waiting"], q: "mug" }, true],
    ["tab=stock&state=unmapped", { state: [], q: "" }, false],
  ])("%j", (text, query, narrowed) => {
    expect(toStockQuery(address(text))).toEqual(query)
    expect(isNarrowed(address(text))).toBe(narrowed)
  })
})
