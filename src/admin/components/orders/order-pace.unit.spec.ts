import type { Order } from "../../lib/answers"
import { paceOfOrder, paceOfOrders } from "./order-pace"

type Moving = Pick<Order, "state" | "next_attempt_at">
const settled: Moving = { state: "imported", next_attempt_at: null }
const about: Moving = { state: "ready", next_attempt_at: null }
const due: Moving = { state: "blocked", next_attempt_at: new Date(Date.now() - 1_000).toISOString() }
const later: Moving = { state: "blocked", next_attempt_at: new Date(Date.now() + 60_000).toISOString() }
const inReview: Moving = { state: "review", next_attempt_at: null }

describe("how soon orders are looked at again", () => {
  it.each([
    ["nothing is known yet", undefined, false, 15_000],
    ["there is none: the first one may come", [], false, 15_000],
    ["nothing moves: new ones come all the same", [settled, later, inReview], false, 15_000],
    ["one is about to be imported", [settled, about], false, 3_000],
    ["one is due", [due], false, 3_000],
    ["an import is on its way", [settled], true, 3_000],
  ])("in a list, when %s", (_when, orders, isImporting, pace) => {
    expect(paceOfOrders(orders, isImporting)).toBe(pace)
  })

  it.each([
    ["it is settled", settled, 15_000],
    ["it waits for its next attempt", later, 15_000],
    ["it is due", due, 3_000],
    ["its draft may be edited on another page", inReview, 5_000],
    ["it could not be read", undefined, 15_000],
  ])("when it is open and %s", (_when, order, pace) => {
    expect(paceOfOrder(order)).toBe(pace)
  })
})
