import { leftOutOf, missingIn, type TypedReason } from "./leave-out-reasons"

describe("the reason for rejecting an order", () => {
  it.each<[string, TypedReason, ReturnType<typeof missingIn>]>([
    ["is wanted", { reason: "", note: "just so" }, "reason"],
    ["is enough", { reason: "fraud", note: "" }, null],
    ["needs words when it is another one", { reason: "other", note: "  " }, "note"],
    ["is complete with them", { reason: "other", note: "the buyer called" }, null],
  ])("%s", (_what, typed, missing) => {
    expect(missingIn(typed)).toBe(missing)
    expect(leftOutOf(typed) === null).toBe(missing !== null)
  })

  it("is sent without an empty note", () => {
    expect(leftOutOf({ reason: "fraud", note: " " })).toEqual({ reason: "fraud" })
    expect(leftOutOf({ reason: "other", note: " twice " })).toEqual({ reason: "other", note: "twice" })
  })
})
