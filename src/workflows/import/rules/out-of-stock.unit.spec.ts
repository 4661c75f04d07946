import { problem } from "../../../connector"
import type { Planned } from "../batch"
import { aChannelOrder } from "./__tests__/a-channel-order"
import { aContext, known } from "./__tests__/a-context"
import { decideOrder } from "./decide-order"
import { outOfStock } from "./out-of-stock"

const found = [problem("stock_short", { sku: "SHIRT", title: "Cotton shirt", available: 0, needed: 2 })]
const remark = problem("price_unknown_taken_as_zero")

type Draft = Planned["before"]["draft"]
const aDraft = (changes: Partial<NonNullable<Draft>> = {}): Draft => ({
  version: 2,
  edited: true,
  converted: false,
  changedWhileEdited: false,
  ...changes,
})

function aDecision(draft: Draft, changed = false): Planned {
  const verdict = decideOrder(aChannelOrder(), known(), aContext())
  if (verdict.action !== "import") throw new Error("The test's order is not taken")
  return {
    id: "mpord_1",
    reference: "111",
    digest: "digest",
    attempts: 1,
    displayId: "AMZ-111",
    orderId: "order_1",
    before: { state: "review", rule: null, problemCode: null, changed, drafted: draft !== null, draft },
    verdict: { ...verdict, remarks: [remark] },
  }
}

describe("an order whose pieces somebody else got since it was decided", () => {
  it("is stopped, with what was remarked of it", () => {
    expect(outOfStock(aDecision(null), found)).toEqual({
      action: "block",
      problems: found,
      remarks: [remark],
    })
  })

  it("is stopped where it waited as a draft that nobody edited", () => {
    expect(outOfStock(aDecision(aDraft({ edited: false })), found).action).toBe("block")
  })

  const changedToo = [...found, problem("changed_while_edited")]
  it.each([
    ["keeps the draft that a person edited", aDecision(aDraft()), found],
    ["tells that it changed at the platform", aDecision(aDraft(), true), changedToo],
    ["goes on telling it", aDecision(aDraft({ changedWhileEdited: true })), changedToo],
  ])("%s", (_what, decision, problems) => {
    expect(outOfStock(decision, found)).toEqual({ action: "keep", problems })
  })
})
