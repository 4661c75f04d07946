import { problem, type ProblemCode, type ReadOrder } from "../../../connector"
import { aContext, imported, known } from "./__tests__/a-context"
import type { KnownOrder } from "./context"
import { decideRead } from "./decide-read"
import { planDraft } from "./plan-draft"

const unread = (code: ProblemCode): ReadOrder => ({
  readable: false,
  reference: "1",
  updatedAt: null,
  problem: problem(code),
  raw: {},
})
const ignored = known({ state: "ignored", ignoredByPerson: true })
const plan = planDraft({
  regionId: "region",
  salesChannelId: "channel",
  currency: "brl",
  total: "10.00",
  edited: false,
  locationId: null,
  lines: [],
  origin: {},
})
const inReview = known({
  state: "review",
  draft: { reference: "1", version: 1, edited: false, converted: false, changedWhileEdited: false, plan },
})
const BLOCKED = "block"
const KEPT = "keep"

describe.each(["contract_broken", "stored_order_unreadable"] as const)(
  "an order of which nothing can be read (%s)",
  (code) => {
    it.each<[string, KnownOrder, string, boolean]>([
      ["is blocked and told", known(), BLOCKED, true],
      ["stays imported and is told", imported(), KEPT, true],
      ["stays ignored when a person ignored it", ignored, "ignore", false],
      [
        "is told when a person asks for what a person ignored",
        { ...ignored, requested: true },
        BLOCKED,
        true,
      ],
      [
        "stays canceled with its Medusa order",
        known({ state: "canceled", canceledForGood: true }),
        KEPT,
        false,
      ],
    ])("%s", (_what, before, action, told) => {
      const verdict = decideRead(unread(code), before, aContext(), true)
      expect(verdict).toMatchObject({ action })
      expect("problems" in verdict ? verdict.problems : []).toEqual(told ? [problem(code)] : [])
    })
  },
)

describe("a draft in review", () => {
  it("goes when its order's newest version cannot be understood", () => {
    expect(decideRead(unread("contract_broken"), inReview, aContext(), true).action).toBe(BLOCKED)
  })

  it("stays where what is stored cannot be opened, approved or not", () => {
    for (const approved of [false, true]) {
      expect(
        decideRead(unread("stored_order_unreadable"), { ...inReview, approved }, aContext(), false),
      ).toEqual({
        action: KEPT,
        problems: [problem("stored_order_unreadable")],
      })
    }
  })
})
