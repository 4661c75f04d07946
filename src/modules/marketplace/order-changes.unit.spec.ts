import { mergedChanges, type ChangesByPerson, type OrderChanges } from "./order-changes"

describe("what a person changes about an order", () => {
  it.each<[string, ChangesByPerson, OrderChanges, ChangesByPerson]>([
    [
      "adds to what was changed before",
      { payment_method: "pix" },
      { installments: 3 },
      { payment_method: "pix", installments: 3 },
    ],
    [
      "replaces what was changed before",
      { payment_method: "pix" },
      { payment_method: "card" },
      { payment_method: "card" },
    ],
    [
      "is taken back by null",
      { payment_method: "pix", installments: 3 },
      { installments: null },
      { payment_method: "pix" },
    ],
    ["is taken back though it never was", {}, { salesperson_id: null }, {}],
    ["remembers whose order it was", {}, { customer_id: "b" }, { customer_id: "b", customer_before: "now" }],
    [
      "remembers the first customer, not the one in between",
      { customer_id: "b", customer_before: "a" },
      { customer_id: "c" },
      { customer_id: "c", customer_before: "a" },
    ],
    [
      "forgets the customer that is back",
      { customer_id: "b", customer_before: "a" },
      { customer_id: null },
      {},
    ],
  ])("%s", (_case, kept, changes, merged) => {
    expect(mergedChanges(kept, changes, "now")).toEqual(merged)
  })
})
