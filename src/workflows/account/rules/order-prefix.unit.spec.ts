import { chooseOrderPrefix, type PrefixHolder } from "./order-prefix"

const seller = { provider_id: "bazaar", external_id: "A1SELLER", marketplace_set: "" }
const holder = (over: Partial<PrefixHolder>): PrefixHolder => ({ ...seller, order_prefix: "BZR", ...over })

describe("the prefix of an account's orders", () => {
  it("is the connector's own while nobody has it", () => {
    expect(chooseOrderPrefix("BZR", seller, [])).toBe("BZR")
  })

  it("comes back to a seller who is connected again", () => {
    const holders = [holder({ external_id: "A2OTHER" }), holder({ order_prefix: "BZR4K2" })]
    expect(chooseOrderPrefix("BZR", seller, holders)).toBe("BZR4K2")
  })

  it.each([
    ["another seller", { external_id: "A2OTHER" }],
    ["another set of marketplaces of the same seller", { marketplace_set: "europe" }],
    ["the same id at another connector", { provider_id: "bazaar-eu" }],
  ])("is not taken from %s, and gets a suffix instead", (_who, over) => {
    const prefix = chooseOrderPrefix("BZR", seller, [holder(over)])
    expect(prefix).toMatch(/^BZR[0-9A-Z]{3}$/)
    expect(chooseOrderPrefix("BZR", seller, [holder(over)])).toBe(prefix)
  })

  it("grows its suffix while that is taken too", () => {
    const others = [holder({ external_id: "A2OTHER" })]
    const first = chooseOrderPrefix("BZR", seller, others)
    const second = chooseOrderPrefix("BZR", seller, [
      ...others,
      holder({ external_id: "A3", order_prefix: first }),
    ])
    expect(second).toHaveLength(first.length + 1)
    expect(second.startsWith(first)).toBe(true)
  })
})
