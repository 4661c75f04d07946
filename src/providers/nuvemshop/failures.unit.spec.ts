import { failureOf, sentenceOf } from "./failures"
import { jsonOf } from "./http"

const said = (json: unknown, status = 422) => sentenceOf({ status, text: JSON.stringify(json) })

describe("one human sentence out of every shape of error", () => {
  it.each<[string, unknown, string]>([
    [
      "code, message and description",
      { code: 422, message: "Unprocessable Entity", description: "No stock" },
      "HTTP 422: Unprocessable Entity; No stock",
    ],
    [
      "the same words twice",
      { code: 422, message: "No stock", description: "No stock" },
      "HTTP 422: No stock",
    ],
    [
      "fields with texts",
      { name: ["can't be blank"], url: ["is invalid", "is long"] },
      "HTTP 422: name can't be blank; url is invalid; url is long",
    ],
    ["both in one", { code: 422, message: "Bad", src: ["is taken"] }, "HTTP 422: Bad; src is taken"],
    ["a single error", { error: "Problems parsing JSON" }, "HTTP 422: Problems parsing JSON"],
    [
      "a list of paths",
      { message: "Invalid", messages: [{ path: ["status is unknown"] }] },
      "HTTP 422: Invalid; status is unknown",
    ],
    [
      "named messages",
      { message: "Invalid", messages: { status: ["is unknown"] } },
      "HTTP 422: Invalid; status is unknown",
    ],
    ["nothing", {}, "HTTP 422"],
    ["a person's address", { error: "ana@example.com is taken" }, "HTTP 422: [e-mail] is taken"],
    ["a token", { error: `token ${"0123456789abcdef".repeat(2)}` }, "HTTP 422: token [token]"],
  ])("%s", (_what, json, sentence) => {
    expect(said(json)).toBe(sentence)
  })

  it("is the status where the answer is no JSON", () => {
    expect(sentenceOf({ status: 502, text: "<html>Bad gateway</html>" })).toBe("HTTP 502")
  })
})

describe("a failed call", () => {
  it.each<[number, boolean, string, string]>([
    [401, false, "authorization_lost", "authorization_lost"],
    [402, false, "suspended", "account_suspended"],
    [403, true, "rejected", "access_denied"],
    [404, false, "not_found", "order_not_found"],
    [400, true, "rejected", "request_refused"],
    [415, true, "rejected", "request_refused"],
    [409, true, "rejected", "request_refused"],
    [422, false, "rejected", "request_refused"],
    [500, false, "unavailable", "platform_unavailable"],
    [503, true, "outcome_unknown", "outcome_unknown"],
    [302, false, "unavailable", "platform_unavailable"],
  ])("with %i (a change: %s) is %s", (status, write, kind, code) => {
    const error = failureOf({ status, headers: new Headers(), text: "" }, { name: "x", write })
    expect(error.connectorFailure).toMatchObject({ kind, problem: { code } })
  })
})

describe("the JSON of an answer", () => {
  it("loses no digit of a long id, and changes nothing inside texts", () => {
    const text =
      '{"id":9223372036854775807,"a":[1234567890123456,12],"note":"x: 9223372036854775807, \\"9223372036854775807","n":1.2345678901234567,"m":-9223372036854775807}'
    expect(jsonOf(text)).toEqual({
      id: "9223372036854775807",
      a: ["1234567890123456", 12],
      note: 'x: 9223372036854775807, "9223372036854775807',
      n: 1.2345678901234567,
      m: "-9223372036854775807",
    })
    expect(jsonOf("<html>")).toBeUndefined()
  })
})
