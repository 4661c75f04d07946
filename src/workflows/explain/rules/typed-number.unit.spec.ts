import { medusaOrderMeant, referencesMeant } from "./typed-number"

describe("the order number that a person typed", () => {
  it.each([
    ["as the platform writes it", "702-1234567-1234567", ["702-1234567-1234567"]],
    ["with the sign of Medusa's screens", "# 702-1234567-1234567", ["702-1234567-1234567"]],
    ["as it is called in Medusa", "AMZ-702-1", ["702-1", "AMZ-702-1"]],
    ["as it is called in Medusa, in small letters", " #amz-702-1 ", ["702-1", "amz-702-1"]],
    ["with another account's prefix", "NUV-702-1", ["NUV-702-1"]],
    ["with nothing behind the prefix", "AMZ-", ["AMZ-"]],
    ["with a prefix that only begins alike", "AMZ2-702-1", ["AMZ2-702-1"]],
  ])("%s", (_how, typed, references) => {
    expect(referencesMeant(typed, "AMZ")).toEqual(references)
  })

  it.each([
    ["a Medusa order's number", "#12", [{ custom_display_id: "12" }, { id: "12" }, { display_id: 12 }]],
    ["a text", "order_1", [{ custom_display_id: "order_1" }, { id: "order_1" }]],
    ["a number no order can have", "4294967296", [{ custom_display_id: "4294967296" }, { id: "4294967296" }]],
  ])("finds the Medusa order by %s", (_what, typed, filters) => {
    expect(medusaOrderMeant(typed)).toEqual(filters)
  })
})
