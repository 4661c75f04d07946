import { isNarrowed, shownListings } from "./list-query"

const address = (text: string) => (name: string) => new URLSearchParams(text).get(name) ?? ""

describe("the address of an account's listings", () => {
  it.each([
    ["tab=products", { q: "" }, false],
    ["state=unmapped&proposed=true", { state: "unmapped", proposed: "true", q: "" }, true],
    ["listed=true&q= mug ", { listed: "true", q: "mug" }, true],
    // The stock tab's word for its rows.
    ["state=waiting", { q: "" }, false],
    ["proposed=false&listed=1", { q: "" }, false],
  ])("%j", (text, shown, narrowed) => {
    expect(shownListings(address(text))).toEqual(shown)
    expect(isNarrowed(address(text))).toBe(narrowed)
  })
})
