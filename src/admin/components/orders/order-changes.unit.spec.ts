import {
  areInstallments,
  changesOf,
  isChangeable,
  isUnsaved,
  typedOf,
  type TypedChanges,
} from "./order-changes"

const order = {
  id: "order_1",
  display_id: 1,
  custom_display_id: null,
  status: "draft",
  is_draft_order: true,
  customer_id: "cus_1",
  total: "36.6",
  salesperson_id: "user_1",
  payment_method: "credit_card",
  installments: 3,
}
const before: TypedChanges = typedOf({ order, changes_by_person: null })

describe("what a person changes about an order in review", () => {
  it.each<[string, Partial<TypedChanges>, ReturnType<typeof changesOf>]>([
    ["nothing", {}, null],
    ["nothing but spaces", { payment: " credit_card " }, null],
    ["a salesperson", { salesperson: "user_2" }, { salesperson_id: "user_2" }],
    [
      "payment and instalments",
      { payment: "pix", installments: "1" },
      { payment_method: "pix", installments: 1 },
    ],
    [
      "back to the platform's",
      { payment: "", installments: "" },
      { payment_method: null, installments: null },
    ],
    ["a customer", { customer: "cus_2" }, { customer_id: "cus_2" }],
    ["something that is no number", { payment: "pix", installments: "three" }, null],
  ])("is sent as what differs: %s", (_what, typed, changes) => {
    expect(changesOf(before, { ...before, ...typed })).toEqual(changes)
  })

  it.each<[string, Partial<TypedChanges>, boolean]>([
    ["nothing", {}, false],
    ["spaces", { payment: " credit_card ", installments: "3 " }, false],
    ["a salesperson", { salesperson: "user_2" }, true],
    ["a payment method", { payment: "pix" }, true],
    ["a customer", { customer: "cus_2" }, true],
    ["instalments that cannot be saved", { installments: "three" }, true],
  ])("is unsaved as soon as it differs: %s", (_what, typed, unsaved) => {
    expect(isUnsaved(before, { ...before, ...typed })).toBe(unsaved)
  })

  it("is not unsaved for what the platform says alone, however odd", () => {
    const odd = typedOf({
      order: { ...order, payment_method: " boleto", installments: 0 },
      changes_by_person: null,
    })
    expect(isUnsaved(odd, odd)).toBe(false)
  })

  it("takes a choice of a person back by choosing nothing", () => {
    const chosen = typedOf({
      order,
      changes_by_person: {
        salesperson_id: "user_2",
        customer_id: "cus_2",
        payment_method: undefined,
        installments: undefined,
      },
    })
    expect(chosen).toMatchObject({ salesperson: "user_2", customer: "cus_2" })
    expect(changesOf(chosen, { ...chosen, salesperson: null, customer: null })).toEqual({
      salesperson_id: null,
      customer_id: null,
    })
  })

  it.each([
    ["", true],
    ["1", true],
    ["99", true],
    ["0", false],
    ["100", false],
    ["1.5", false],
    ["-2", false],
  ])("takes %p as instalments: %p", (text, isRight) => expect(areInstallments(text)).toBe(isRight))

  it("is over with the import, but for the salesperson", () => {
    expect(isChangeable({ state: "review", order }, "payment_method")).toBe(true)
    expect(isChangeable({ state: "imported", order }, "payment_method")).toBe(false)
    expect(isChangeable({ state: "imported", order }, "salesperson_id")).toBe(true)
    expect(isChangeable({ state: "ignored", order }, "salesperson_id")).toBe(false)
    expect(isChangeable({ state: "review", order: null }, "salesperson_id")).toBe(false)
  })
})
