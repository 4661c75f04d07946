import { chooseOrderPrefix, type PrefixHolder } from "./order-prefix"

const seller = { provider_id: "amazon", external_id: "A1SELLER", marketplace_set: "" }
const holder = (over: Partial<PrefixHolder>): PrefixHolder => ({ ...seller, order_prefix: "AMZ", ...over })

describe("the prefix of an account's orders", () => {
  it("is the connector's own while nobody has it", () => {
    expect(chooseOrderPrefix("AMZ", seller, [])).toBe("AMZ")
  })

  it("comes back to a seller who is connected again", () => {
    const holders = [holder({ external_id: "A2OTHER" }), holder({ order_prefix: "AMZ4K2" })]
    expect(chooseOrderPrefix("AMZ", seller, holders)).toBe("AMZ4K2")
  })

  it.each([
    ["another seller", { external_id: "A2OTHER" }],
    ["another set of marketplaces of the same seller", { marketplace_set: "europe" }],
    ["the same id at another connector", { provider_id: "amazon-eu" }],
  ])("is not taken from %s, and gets a suffix instead", (_who, over) => {
    const prefix = chooseOrderPrefix("AMZ", seller, [holder(over)])
    expect(prefix).toMatch(/^AMZ[0-9A-Z]{3}$/)
    expect(chooseOrderPrefix("AMZ", seller, [holder(over)])).toBe(prefix)
  })

  it("grows its suffix while that is taken too", () => {
    const others = [holder({ external_id: "A2OTHER" })]
    const first = chooseOrderPrefix("AMZ", seller, others)
    const second = chooseOrderPrefix("AMZ", seller, [
      ...others,
      holder({ external_id: "A3", order_prefix: first }),
    ])
    expect(second).toHaveLength(first.length + 1)
    expect(second.startsWith(first)).toBe(true)
  })
})
