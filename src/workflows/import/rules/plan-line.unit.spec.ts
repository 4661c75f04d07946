import { problem } from "../../../connector"
import { aChannelOrder, aLine } from "./__tests__/a-channel-order"
import { aContext, known } from "./__tests__/a-context"
import { stockKey, type RuleMapping } from "./context"
import { decideOrder } from "./decide-order"
import { planOrder } from "./plan-order"

const MUG = { listingKey: "MUG", title: "White mug" }
const order = aChannelOrder({ lines: [aLine(MUG)] })
const several: RuleMapping = { variantId: null, units: 1, state: "unmapped", several: 2 }

const shirts = aChannelOrder()

describe("a listing that several products fit", () => {
  it("blocks its order, which tells how many fit", () => {
    const context = aContext({ mappings: new Map([["MUG", several]]) })
    expect(decideOrder(order, known(), context)).toEqual({
      action: "block",
      problems: [problem("listing_ambiguous", { listing_key: "MUG", title: "White mug", count: 2 })],
      remarks: [],
    })
  })

  it("gets a product of its own where the account makes drafts", () => {
    const context = aContext({
      mappings: new Map([["MUG", several]]),
      settings: { unmapped_policy: "draft" },
    })
    expect(planOrder(order, context)).toMatchObject({
      found: [],
      plan: { lines: [{ variantId: null, createDraft: true }] },
    })
  })
})

describe("stock that is kept for an order", () => {
  const shelf = stockKey("item-SHIRT", "shelf")
  const keptFor = (reference: string, kept: number, free: number) =>
    aContext({
      settings: { stock_policy: "block" },
      shirts: free,
      held: new Map([[reference, new Map([[shelf, kept]])]]),
    })

  it("is enough for it, though nothing else is left", () => {
    const context = keptFor(shirts.reference, 2, 0)
    expect(decideOrder(shirts, known(), context).action).toBe("import")
    expect(context.available.get(shelf)).toBe(0)
  })

  it("is not there for another order", () => {
    expect(decideOrder(shirts, known(), keptFor("other", 2, 0))).toMatchObject({
      problems: [{ code: "stock_short", details: { title: "Cotton shirt", available: "0", needed: "2" } }],
    })
  })

  it("counts together with what is free", () => {
    const context = keptFor(shirts.reference, 1, 3)
    expect(decideOrder(shirts, known(), context).action).toBe("import")
    expect(context.available.get(shelf)).toBe(2)
  })
})

describe("stock that is short", () => {
  it("is told by the platform's title where the product has none", () => {
    const context = aContext({ settings: { stock_policy: "block" }, shirts: 0 })
    const [variant] = [...context.variants.values()]
    const untitled = new Map([[variant.id, { ...variant, product: {} }]])
    expect(planOrder(shirts, { ...context, variants: untitled }).found).toEqual([
      problem("stock_short", { sku: "SHIRT", title: "Shirt", available: 0, needed: 2 }),
    ])
  })
})
