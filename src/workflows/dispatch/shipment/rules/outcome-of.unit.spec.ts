import {
  authorizationLost,
  connectorFailureOf,
  contractBroken,
  notFound,
  outcomeUnknown,
  pageExpired,
  problem,
  rejected,
  suspended,
  throttled,
  unavailable,
  type ConnectorError,
} from "../../../../connector"
import { behind, foundWithout, outcomeOf, stopsAll } from "./outcome-of"

const now = new Date("2026-11-22T12:00:00.000Z")
const lookUp = new Date("2026-11-22T12:02:30.000Z")
const retryAt = new Date("2026-11-22T12:10:00.000Z")
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const ORDER = "702-1"

function failureOf(error: ConnectorError) {
  const failure = connectorFailureOf(error)
  if (!failure) throw new Error("not a connector's")
  return failure
}

describe("what a call that failed means for its package", () => {
  it.each<[string, ConnectorError, object, boolean]>([
    [
      "is rejected",
      rejected("no", problem("shipment_rejected", { reason: "x" })),
      { outcome: "rejected" },
      false,
    ],
    ["is rejected where there is no such order", notFound("none", ORDER), { outcome: "rejected" }, false],
    [
      "waits for its turn",
      throttled(retryAt, "confirmShipment"),
      { outcome: "not_sent", again: retryAt },
      true,
    ],
    ["is tried again", unavailable("down", { reason: "x" }), { outcome: "not_sent", again: null }, true],
    ["stays due", authorizationLost("gone"), { outcome: "not_sent", again: now }, true],
    ["stays due", suspended("unpaid"), { outcome: "not_sent", again: now }, true],
    [
      "is tried again later",
      rejected("no", problem("access_denied", { reason: "x" })),
      { outcome: "not_sent", again: minutes(15), problem: { code: "access_denied" } },
      true,
    ],
    [
      "is tried again later",
      rejected("no", problem("application_rejected", { reason: "x" })),
      { outcome: "not_sent", again: minutes(15), problem: { code: "application_rejected" } },
      true,
    ],
    ["is looked up", outcomeUnknown("lost", "timeout"), { outcome: "unknown", lookUpAt: lookUp }, false],
    ["is looked up", contractBroken("errors", "odd"), { outcome: "unknown", lookUpAt: lookUp }, false],
    ["is looked up", pageExpired("odd"), { outcome: "unknown", lookUpAt: lookUp }, false],
  ])("%s after %s", (_what, error, expected, stops) => {
    const failure = failureOf(error)
    const came = outcomeOf(failure, ORDER, now, lookUp)
    expect(came).toMatchObject(expected)
    expect(came).toMatchObject({ problem: { details: { order: ORDER } } })
    expect(stopsAll(failure)).toBe(stops)
  })
})

describe("what waits behind a package that was not sent", () => {
  const stopOf = (error: ConnectorError) => {
    const failure = failureOf(error)
    const came = outcomeOf(failure, ORDER, now, lookUp)
    if (came.outcome !== "not_sent") throw new Error("sent")
    return behind(failure, came)
  }

  it("comes before it the next time, where the refusal may be about that package alone", () => {
    const error = rejected("no", problem("access_denied", { reason: "x" }))
    expect(stopOf(error)).toMatchObject({ again: minutes(14), problem: { code: "access_denied" } })
  })

  it("waits as long where the platform said how long", () => {
    expect(stopOf(throttled(retryAt, "confirmShipment"))).toMatchObject({ again: retryAt })
    expect(stopOf(unavailable("down", { reason: "x" }))).toMatchObject({ again: null })
  })
})

describe("an order that cannot be read leaves the outcome open", () => {
  it.each<[ConnectorError, object]>([
    [notFound("none", ORDER), { found: "differs", problem: { code: "order_not_found" } }],
    [throttled(retryAt, "getOrder"), { found: "not_yet", again: retryAt }],
    [unavailable("down", { reason: "x" }), { found: "not_yet", again: minutes(5) }],
    [rejected("no", problem("access_denied")), { found: "not_yet", again: minutes(60) }],
    [contractBroken("x", "odd"), { found: "not_yet", again: minutes(60) }],
  ])("%s", (error, expected) => {
    expect(foundWithout(failureOf(error), ORDER, now)).toMatchObject(expected)
  })
})
