import { dueByAccount } from "./due-by-account"

describe("telling of orders that a person made due", () => {
  it("sends one event for each account, with its orders in the person's order", () => {
    const orders = [
      { id: "order_3", account_id: "one" },
      { id: "order_1", account_id: "two" },
      { id: "order_2", account_id: "one" },
    ]
    expect(dueByAccount(orders, "user_1")).toEqual([
      { account_id: "one", ids: ["order_3", "order_2"], actor_id: "user_1" },
      { account_id: "two", ids: ["order_1"], actor_id: "user_1" },
    ])
  })

  it("sends nothing when nothing was done", () => {
    expect(dueByAccount([], "user_1")).toEqual([])
  })
})
