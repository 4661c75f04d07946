import { aConnection, anEmptyBudget, RETRY_AT } from "./__tests__/a-connection"
import { failureOfPromise } from "./__tests__/failure-of-promise"
import { LocalServer, type Received, type Reply } from "./__tests__/local-server"
import { AccessTokens } from "./lwa"
import type { AmazonSettings } from "./options"
import { pathPart, queryString, Transport, type ApiRead } from "./transport"

const server = new LocalServer()
beforeAll(() => server.start())
afterAll(() => server.stop())

const TOKEN = "/auth/o2/token"
const error = (code: string, message: string, details?: string) => ({ errors: [{ code, message, details }] })

/** Serves tokens Atza|1, Atza|2 ... and answers the API in turn; returns the API's requests. */
function serve(...replies: (Reply | undefined)[]): { calls: Received[] } {
  const calls: Received[] = []
  let given = 0
  server.answer((request) => {
    if (request.path === TOKEN) return { json: { access_token: `Atza|${++given}`, expires_in: 3600 } }
    calls.push(request)
    return replies[Math.min(calls.length, replies.length) - 1]
  })
  return { calls }
}

function transport(requestTimeoutMs = 300, endpoint: AmazonSettings["endpoint"] = server.url): Transport {
  const endpoints = { endpoint, tokenEndpoint: server.url + TOKEN }
  const settings = { clientId: "client-1", clientSecret: "s3cret", requestTimeoutMs, ...endpoints }
  return new Transport(settings, new AccessTokens(settings))
}
const read: ApiRead = { operation: "getOrder", path: "/orders/2026-01-01/orders/1" }

describe("a request", () => {
  it("carries token and user agent, and spends the budget of its operation", async () => {
    const { calls } = serve({ json: { ok: true }, headers: { "x-amzn-RateLimit-Limit": "0.5" } })
    const connection = aConnection()
    await expect(transport().read(connection, read)).resolves.toEqual({ ok: true })
    expect(calls[0].headers).toMatchObject({
      "x-amz-access-token": "Atza|1",
      "user-agent": expect.stringMatching(/^\S+\/\S+ \(Language=.+\)$/),
    })
    expect(connection.recorded).toMatchObject({ spent: ["getOrder"], observed: [0.5] })
  })

  it("arrives with every character as it was", async () => {
    const { calls } = serve({ json: {} })
    const query = { paginationToken: "a+b/c==&d e#ü%2F", list: ["A", "B"], count: 100, absent: undefined }
    await transport().read(aConnection(), { ...read, path: `/x/${pathPart("SKU /#%+")}`, query })
    expect(calls[0].path).toBe("/x/SKU%20%2F%23%25%2B")
    expect(Object.fromEntries(calls[0].query)).toEqual({
      paginationToken: "a+b/c==&d e#ü%2F",
      list: "A,B",
      count: "100",
    })
    expect(queryString({})).toBe("")
  })

  it("goes to the address of the account's region, where there is one", async () => {
    const { calls } = serve({ json: { ok: true } })
    const credentials = { refresh_token: "Atzr|1", selling_partner_id: "A2EXAMPLE12345", region: "eu" }
    const regional = transport(300, { na: "http://127.0.0.1:9", eu: `${server.url}/eu` })
    await regional.read(aConnection({ credentials }), read)
    expect(calls.map(({ path }) => path)).toEqual(["/eu/orders/2026-01-01/orders/1"])
  })

  it("is not sent when the budget is empty", async () => {
    const { calls } = serve({ json: {} })
    const failure = await failureOfPromise(transport().read(aConnection({ call: anEmptyBudget }), read))
    expect(failure).toMatchObject({ kind: "throttled", retryAt: RETRY_AT })
    expect(calls).toHaveLength(0)
  })

  it.each(["", "abc", "0", "-1", "Infinity"])("learns nothing from a rate of %j", async (rate) => {
    serve({ json: {}, headers: { "x-amzn-RateLimit-Limit": rate } })
    const connection = aConnection()
    await transport().read(connection, read)
    expect(connection.recorded.observed).toEqual([])
  })
})

describe("an answer that is no success", () => {
  const denied = error("Unauthorized", "Access to requested resource is denied.")
  it.each<[string, Reply, Partial<ApiRead>, string, string]>([
    ["a missing role", { status: 403, json: denied }, {}, "rejected", "access_denied"],
    ["a 401", { status: 401, json: denied }, {}, "rejected", "access_denied"],
    ["an HTML 403", { status: 403, text: "<html>" }, {}, "unavailable", "platform_unavailable"],
    ["an empty 401", { status: 401 }, {}, "unavailable", "platform_unavailable"],
    [
      "a wrong host",
      { status: 403, json: error("MissingAuthenticationToken", "x") },
      {},
      "rejected",
      "request_refused",
    ],
    ["a bad parameter", { status: 400, json: error("InvalidInput", "x") }, {}, "rejected", "request_refused"],
    [
      "a bad page token",
      { status: 400, json: error("InvalidInput", "x") },
      { paged: true },
      "page_expired",
      "platform_unavailable",
    ],
    [
      "an unknown order",
      { status: 404, json: error("NotFound", "x") },
      { reference: "1" },
      "not_found",
      "order_not_found",
    ],
    ["an unknown path", { status: 404, json: error("NotFound", "x") }, {}, "rejected", "request_refused"],
    ["an empty 413", { status: 413 }, {}, "rejected", "request_refused"],
    ["a quota", { status: 429, json: error("QuotaExceeded", "x") }, {}, "throttled", "platform_throttled"],
    ["a 408", { status: 408 }, {}, "unavailable", "platform_unavailable"],
    [
      "a 500",
      { status: 500, json: error("InternalFailure", "x") },
      {},
      "unavailable",
      "platform_unavailable",
    ],
    ["an empty 503", { status: 503 }, {}, "unavailable", "platform_unavailable"],
    [
      "a 503 of strange JSON",
      { status: 503, json: { errors: "x" } },
      {},
      "unavailable",
      "platform_unavailable",
    ],
    [
      "a redirect",
      { status: 301, headers: { location: "http://127.0.0.1:9/" } },
      {},
      "unavailable",
      "platform_unavailable",
    ],
    ["a cut off 200", { status: 200, text: '{"orders":[' }, {}, "unavailable", "platform_unavailable"],
  ])("%s", async (_name, reply, changes, kind, code) => {
    const { calls } = serve(reply)
    const failure = await failureOfPromise(transport().read(aConnection(), { ...read, ...changes }))
    expect(failure).toMatchObject({ kind, problem: { code } })
    expect(calls).toHaveLength(1)
  })

  it("names Amazon's request id, and never a token", async () => {
    const json = error("InternalFailure", "We are sorry about Atza|secret-part\nand more")
    serve({ status: 500, json, headers: { "x-amzn-RequestId": "req-1" } })
    const failure = await failureOfPromise(transport().read(aConnection(), read))
    expect(failure.message).toBe(
      "getOrder: HTTP 500 InternalFailure We are sorry about [token] and more (request req-1)",
    )
  })

  it("for the quota tells the turn the budget announces", async () => {
    serve({ status: 429 })
    const connection = aConnection()
    const failure = await failureOfPromise(transport().read(connection, read))
    expect(failure).toMatchObject({ kind: "throttled", retryAt: RETRY_AT })
    expect(connection.recorded.exhausted).toBe(1)
  })
})

describe("no answer", () => {
  it("in time is unavailable", async () => {
    serve(undefined)
    const failure = await failureOfPromise(transport(150).read(aConnection(), read))
    expect(failure).toMatchObject({
      kind: "unavailable",
      problem: { details: { reason: "no answer within 150 ms" } },
    })
  })

  it("to the end in time is unavailable too", async () => {
    server.answer((request, response) => {
      if (request.path === TOKEN) return { json: { access_token: "Atza|1", expires_in: 3600 } }
      response.writeHead(200, { "content-type": "application/json" })
      response.write('{"orders":')
      return undefined
    })
    await expect(failureOfPromise(transport(150).read(aConnection(), read))).resolves.toMatchObject({
      kind: "unavailable",
    })
  })

  it("since the connection broke is unavailable", async () => {
    server.answer((request, response) => {
      if (request.path === TOKEN) return { json: { access_token: "Atza|1", expires_in: 3600 } }
      response.socket?.destroy()
      return undefined
    })
    await expect(failureOfPromise(transport().read(aConnection(), read))).resolves.toMatchObject({
      kind: "unavailable",
      problem: { details: { reason: expect.stringMatching(/^network failure/) } },
    })
  })

  it("since the caller stopped it is unavailable, at once", async () => {
    serve(undefined)
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 50)
    const failure = await failureOfPromise(transport(60_000).read(aConnection({ signal: stop.signal }), read))
    expect(failure).toMatchObject({
      kind: "unavailable",
      problem: { details: { reason: "the call was stopped" } },
    })
  })
})
