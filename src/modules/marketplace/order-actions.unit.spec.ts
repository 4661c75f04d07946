import { actionsOn } from "./order-actions"
import {
  canMove,
  marketplaceOrderStates,
  marketplaceOrderTransitions,
  type MarketplaceOrderState,
} from "./states"

const inState = (state: MarketplaceOrderState) => actionsOn({ state, personal_data_purged_at: null })

describe("what a person can do with an order", () => {
  it.each<[MarketplaceOrderState, string[]]>([
    ["waiting", ["retry", "ignore"]],
    ["blocked", ["retry", "ignore"]],
    ["ready", ["retry", "ignore"]],
    ["review", ["retry", "approve", "ignore"]],
    ["imported", ["retry"]],
    ["canceled", []],
    ["ignored", ["retry"]],
  ])("that is %s", (state, actions) => {
    expect(inState(state)).toEqual(actions)
  })

  it("is never to ignore an order that cannot become ignored", () => {
    const offered = marketplaceOrderStates.filter((state) => inState(state).includes("ignore"))
    expect(offered.filter((state) => !canMove(marketplaceOrderTransitions, state, "ignored"))).toEqual([])
  })

  it("is not to have it decided again once its data has gone with the buyer's personal data", () => {
    const purged = { personal_data_purged_at: new Date() }
    expect(actionsOn({ state: "review", ...purged })).toEqual(["ignore"])
    expect(actionsOn({ state: "imported", ...purged })).toEqual([])
  })
})
