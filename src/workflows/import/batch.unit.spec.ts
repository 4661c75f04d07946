import { reasonOf } from "./batch"

const secret = "Key (email)=(zuleika@buyers.example) already exists"
const database = Object.assign(new TypeError(secret), {
  code: "23505",
  constraint: "IDX_customer_email",
  stack: `TypeError: ${secret}\n    at run (/srv/app/blank-orders.ts:12:3)`,
})

describe("the reason that is told of an error", () => {
  it.each([
    ["an error", database, "TypeError 23505 IDX_customer_email blank-orders.ts:12"],
    [
      "the record of one, as a workflow gives it",
      { name: "TypeError", message: secret, stack: database.stack, code: "23505" },
      "TypeError 23505 blank-orders.ts:12",
    ],
    ["a record without a place", { name: "Zuleika" }, "unknown"],
    ["a text", secret, "unknown"],
    ["nothing", undefined, "unknown"],
  ])("of %s says where it is and what it is, never its message", (_what, thrown, reason) => {
    expect(reasonOf(thrown)).toBe(reason)
  })
})
