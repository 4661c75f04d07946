import {
  authorizationLost,
  contractBroken,
  notFound,
  pageExpired,
  problem,
  rejected,
  suspended,
  throttled,
  unavailable,
} from "../../connector"
import { troubleOf } from "./account-trouble"

const now = new Date("2026-03-02T12:00:00.000Z")
const retryAt = new Date("2026-03-02T12:03:00.000Z")
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

describe("what a failed sync means for the account", () => {
  it.each([
    [
      "asks for a new authorisation and does not knock again",
      authorizationLost("gone"),
      "authorization_lost",
      null,
    ],
    ["looks again in an hour at a suspended account", suspended("unpaid"), "account_suspended", minutes(60)],
    ["waits as long as the platform says", throttled(retryAt, "searchOrders"), "platform_throttled", retryAt],
    [
      "comes back soon from an outage",
      unavailable("down", { reason: "503" }),
      "platform_unavailable",
      minutes(5),
    ],
    ["reads an expired page again soon", pageExpired("old token"), "platform_unavailable", minutes(5)],
    [
      "comes back from an answer out of contract",
      contractBroken("orders", "odd"),
      "contract_broken",
      minutes(5),
    ],
    ["comes back from an order not found", notFound("none", "1"), "order_not_found", minutes(5)],
    [
      "waits for a person where access is denied",
      rejected("no", problem("access_denied")),
      "access_denied",
      null,
    ],
    [
      "waits for a developer where the application is refused",
      rejected("no", problem("application_rejected")),
      "application_rejected",
      null,
    ],
    [
      "looks again soon for a connector that a developer has to configure",
      rejected("gone", problem("connector_missing")),
      "connector_missing",
      minutes(15),
    ],
    [
      "looks again in an hour at a refused request, which an outage may have caused",
      rejected("no", problem("request_refused")),
      "request_refused",
      minutes(60),
    ],
  ])("%s", (_what, thrown, code, when) => {
    const trouble = troubleOf(thrown, now)
    expect(trouble.problem.code).toBe(code)
    expect(trouble.retryAt).toEqual(when)
    expect(trouble.needsReauthorization).toBe(code === "authorization_lost")
    expect(trouble.suspended).toBe(code === "account_suspended")
  })

  it("recognises a failure that a workflow has copied, and so is no Error any more", () => {
    const copied: unknown = JSON.parse(JSON.stringify({ ...authorizationLost("gone") }))
    expect(troubleOf(copied, now).needsReauthorization).toBe(true)
  })

  it("tells an error of our own without its message, which may quote a buyer", () => {
    const thrown = Object.assign(new Error("duplicate key (email)=(ada@example.com)"), { code: "23505" })
    const { problem: found, retryAt: when } = troubleOf(thrown, now)
    expect(found.code).toBe("import_failed")
    expect(JSON.stringify(found)).not.toContain("ada@example.com")
    expect(found.details.reason).toContain("23505")
    expect(when).toEqual(minutes(15))
  })

  it("does not fail on a thrown value that is no error", () => {
    expect(troubleOf("nonsense", now).problem).toEqual(problem("import_failed", { reason: "unknown" }))
    expect(troubleOf(undefined, now).problem.code).toBe("import_failed")
  })
})
