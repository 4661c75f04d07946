import { problem } from "../../connector"
import { aBrokenConnection, aClosedPort, aCutAnswer, AnApi, anError, type ApiReply } from "./__tests__/an-api"
import { aConnection, anEmptyBudget, RETRY_AT } from "./__tests__/a-connection"
import { failureOfPromise } from "./__tests__/failure-of-promise"
import type { ApiWrite } from "./transport"

const api = new AnApi()
beforeAll(() => api.start())
afterAll(() => api.stop())

const write: ApiWrite = {
  operation: "patchListingsItem",
  method: "PATCH",
  path: "/x/1",
  query: { marketplaceIds: ["A"] },
  body: { quantity: 1 },
}
const refusedToken = anError("Unauthorized", "Access denied.", "The access token you provided has expired.")

describe("a change", () => {
  it.each(["POST", "PUT", "PATCH"] as const)("by %s is sent as JSON, once", async (method) => {
    api.answer({ json: { ok: true } })
    const connection = aConnection()
    const answer = await api.transport().write(connection, { ...write, method })
    expect(answer).toEqual({ status: 200, body: { ok: true } })
    expect(api.calls).toHaveLength(1)
    expect(api.calls[0]).toMatchObject({ method, path: "/x/1", body: '{"quantity":1}' })
    expect(api.calls[0].query.get("marketplaceIds")).toBe("A")
    expect(api.calls[0].headers).toMatchObject({
      "content-type": "application/json",
      "x-amz-access-token": "Atza|1",
    })
    expect(connection.recorded.spent).toEqual(["patchListingsItem"])
  })

  it("may be answered without a body, and sent without one", async () => {
    api.answer({ status: 204 })
    const request: ApiWrite = { ...write, method: "DELETE", body: undefined }
    await expect(api.transport().write(aConnection(), request)).resolves.toEqual({
      status: 204,
      body: undefined,
    })
    expect(api.calls[0].body).toBe("")
    expect(api.calls[0].headers["content-type"]).toBeUndefined()
  })

  it("is repeated once with a new token when Amazon refuses the token", async () => {
    api.answer({ status: 403, json: refusedToken }, { status: 204 })
    await api.transport().write(aConnection(), write)
    expect(api.calls.map(({ headers }) => headers["x-amz-access-token"])).toEqual(["Atza|1", "Atza|2"])
  })

  it("is denied when Amazon refuses the new token as well", async () => {
    api.answer({ status: 403, json: refusedToken })
    const failure = await failureOfPromise(api.transport().write(aConnection(), write))
    expect(failure).toMatchObject({ kind: "rejected", problem: { code: "access_denied" } })
    expect(api.calls).toHaveLength(2)
  })

  it("is not sent when the budget is empty", async () => {
    api.answer({ status: 204 })
    const connection = aConnection({ call: anEmptyBudget })
    const failure = await failureOfPromise(api.transport().write(connection, write))
    expect(failure).toMatchObject({ kind: "throttled", retryAt: RETRY_AT })
    expect(api.calls).toHaveLength(0)
  })
})

describe("an answer that says no means that nothing happened", () => {
  const invalid = { status: 400, json: anError("InvalidInput", "Bad thing.", "Here.") }
  it.each<[string, ApiReply, Partial<ApiWrite>, object]>([
    ["the quota", { status: 429 }, {}, { kind: "throttled", retryAt: RETRY_AT }],
    ["bad contents", invalid, {}, { kind: "rejected", problem: { code: "request_refused" } }],
    [
      "bad contents of which the request knows what they mean",
      invalid,
      { refusal: ({ words }) => problem("stock_rejected", { sku: "A", reason: words }) },
      {
        kind: "rejected",
        problem: { code: "stock_rejected", details: { sku: "A", reason: "InvalidInput Bad thing. Here." } },
      },
    ],
    [
      "a missing role, whatever the request knows",
      { status: 403, json: anError("Unauthorized", "Access to requested resource is denied.") },
      { refusal: () => problem("stock_rejected") },
      { kind: "rejected", problem: { code: "access_denied" } },
    ],
    [
      "a wrong path, whatever the request knows",
      { status: 403, json: anError("MissingAuthenticationToken", "x") },
      { refusal: () => problem("stock_rejected") },
      { kind: "rejected", problem: { code: "request_refused" } },
    ],
    [
      "an unknown reference",
      { status: 404, json: anError("NotFound", "x") },
      { reference: "1" },
      { kind: "not_found", problem: { code: "order_not_found", details: { reference: "1" } } },
    ],
  ])("%s", async (_name, reply, changes, expected) => {
    api.answer(reply)
    const failure = await failureOfPromise(api.transport().write(aConnection(), { ...write, ...changes }))
    expect(failure).toMatchObject(expected)
    expect(api.calls).toHaveLength(1)
  })
})

describe("a change that was sent and got no usable answer is unknown", () => {
  it.each<[string, ApiReply, string | RegExp]>([
    ["no answer in time", "silence", "no answer within 250 ms"],
    ["a broken connection", aBrokenConnection, /^network failure/],
    ["a cut answer", aCutAnswer, /^network failure/],
    ["an answer that is no JSON", { status: 200, text: '{"status":' }, "the answer is not JSON"],
    ["500", { status: 500, json: anError("InternalFailure", "x") }, "HTTP 500 InternalFailure x"],
    ["an empty 503", { status: 503 }, "HTTP 503"],
    ["an HTML 502", { status: 502, text: "<html>" }, "HTTP 502"],
    ["408", { status: 408 }, "HTTP 408"],
    ["a redirect", { status: 302, headers: { location: "http://127.0.0.1:9/" } }, "HTTP 302"],
  ])("%s", async (_name, reply, reason) => {
    api.answer(reply)
    const transport = api.transport({ requestTimeoutMs: 250 })
    const failure = await failureOfPromise(transport.write(aConnection(), write))
    expect(failure).toMatchObject({
      kind: "outcome_unknown",
      problem: {
        code: "outcome_unknown",
        details: { reason: typeof reason === "string" ? reason : expect.stringMatching(reason) },
      },
    })
    expect(api.calls).toHaveLength(1)
  })

  it("also when its caller stopped it on the way", async () => {
    const stop = new AbortController()
    api.answer(() => {
      stop.abort()
      return undefined
    })
    const failure = await failureOfPromise(api.transport().write(aConnection({ signal: stop.signal }), write))
    expect(failure).toMatchObject({
      kind: "outcome_unknown",
      problem: { details: { reason: "the call was stopped" } },
    })
  })
})

describe("a change that certainly was not sent is unavailable", () => {
  it.each<[string, ApiReply]>([
    ["empty", { status: 403 }],
    ["in HTML", { status: 403, text: "<html>Request blocked</html>" }],
  ])("when the edge refuses it (%s), which knows nothing of permissions", async (_name, reply) => {
    api.answer(reply)
    const failure = await failureOfPromise(api.transport().write(aConnection(), write))
    expect(failure).toMatchObject({ kind: "unavailable", problem: { details: { reason: "HTTP 403" } } })
    expect(api.calls).toHaveLength(1)
  })

  it("when nobody takes the connection", async () => {
    api.answer({ status: 204 })
    const transport = api.transport({ endpoint: await aClosedPort() })
    const failure = await failureOfPromise(transport.write(aConnection(), write))
    expect(failure).toMatchObject({
      kind: "unavailable",
      problem: { details: { reason: "network failure ECONNREFUSED" } },
    })
  })

  it("when the host's name is not found", async () => {
    api.answer({ status: 204 })
    const transport = api.transport({ endpoint: "http://no-such-host.invalid", requestTimeoutMs: 20_000 })
    const failure = await failureOfPromise(transport.write(aConnection(), write))
    expect(failure).toMatchObject({ kind: "unavailable" })
  })

  it("when its caller had stopped it before", async () => {
    api.answer({ status: 204 })
    const connection = aConnection({ signal: AbortSignal.abort() })
    const failure = await failureOfPromise(api.transport().write(connection, write))
    expect(failure).toMatchObject({ kind: "unavailable" })
    expect(api.calls).toHaveLength(0)
  })

  it("when its caller stopped it while it waited for its turn", async () => {
    api.answer({ status: 204 })
    const stop = new AbortController()
    const connection = aConnection({ signal: stop.signal })
    const { call } = connection
    const waiting: typeof call = (operation, run) => {
      stop.abort()
      return call(operation, run)
    }
    const failure = await failureOfPromise(api.transport().write({ ...connection, call: waiting }, write))
    expect(failure).toMatchObject({ kind: "unavailable" })
    expect(api.calls).toHaveLength(0)
  })
})
