import {
  balanceFilterNames,
  filterNames,
  isNarrowed,
  tabIn,
  toBalancesQuery,
  toMovementsQuery,
} from "./list-query"

const address = (text: string) => (name: string) => new URLSearchParams(text).get(name) ?? ""

describe("the address of the stock movements", () => {
  it("asks for all of them when it says nothing", () => {
    expect(toMovementsQuery(address(""))).toEqual({
      product_id: "",
      account_id: [],
      location_id: [],
      marketplace: [],
      reason: [],
      from: undefined,
      to: undefined,
      q: "",
    })
  })

  it("takes the last day of a period whole", () => {
    const { from, to } = toMovementsQuery(address("from=2026-03-01&to=2026-03-31"))
    expect(from).toBe(new Date(2026, 2, 1).toISOString())
    expect(to).toBe(new Date(2026, 3, 1).toISOString())
  })

  it("asks for several reasons, marketplaces and accounts at once", () => {
    const asked = toMovementsQuery(
      address("reason=inbound_sent,inbound_received&marketplace=A1,A2&account_id=mpacc_1&q=%20FBA15%20"),
    )
    expect(asked).toMatchObject({
      reason: ["inbound_sent", "inbound_received"],
      marketplace: ["A1", "A2"],
      account_id: ["mpacc_1"],
      q: "FBA15",
    })
  })

  it("never narrows balances by a reason, a marketplace or a reference", () => {
    const asked = toBalancesQuery(address("reason=inbound_sent&marketplace=A1&q=FBA15&location_id=sloc_1"))
    expect(Object.keys(asked).sort()).toEqual([...balanceFilterNames].sort())
    expect(asked.location_id).toEqual(["sloc_1"])
  })

  it.each([
    ["", "list"],
    ["tab=balances", "balances"],
    ["tab=transfers", "transfers"],
    ["tab=nonsense", "list"],
  ])("%j shows %s", (text, tab) => {
    expect(tabIn(address(text))).toBe(tab)
  })

  it.each([
    ["tab=balances&offset=20&transfer=mpacc_1", false],
    ["reason=inbound_sent", true],
    ["from=2026-03-01", true],
  ])("knows whether %j narrows the list", (text, narrowed) => {
    expect(isNarrowed(address(text), filterNames)).toBe(narrowed)
  })
})
