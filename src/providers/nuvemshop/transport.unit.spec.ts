import { aConnection, failureOfPromise, RETRY_AT, settingsAt } from "./__tests__/a-connection"
import { aBrokenConnection, LocalServer, silence, type Reply } from "./__tests__/local-server"
import type { NuvemshopOptions } from "./options"
import { Transport, type ApiRead, type ApiWrite } from "./transport"

const server = new LocalServer()
beforeAll(() => server.start())
afterAll(() => server.stop())

const transport = (changes: Partial<NuvemshopOptions> = {}) => new Transport(settingsAt(server.url, changes))
const read: ApiRead = { name: "store", path: "/store" }
const write: ApiWrite = { name: "stock", method: "PATCH", path: "/products/stock-price", body: [] }
const unauthorized: Reply = { status: 401, json: { code: 401, message: "Unauthorized" } }
const tooMany = (reset?: string): Reply => ({
  status: 429,
  headers: reset === undefined ? {} : { "x-rate-limit-reset": reset },
  json: { code: 429, message: "Too Many Requests" },
})
/** A connection that has never called. */
const aNewConnection = () => aConnection({ credentials: { store_id: "789", access_token: "token-1" } })

describe("a request", () => {
  it("goes to the store under the dated version, with token, name and contact, and spends the one budget", async () => {
    server.answerInTurn({ json: { id: 789 }, headers: { "x-rate-limit-limit": "400" } })
    const connection = aConnection()
    const { body } = await transport().read(connection, { ...read, query: { q: "a b&c", page: undefined } })
    expect(body).toEqual({ id: 789 })
    expect(server.received[0]).toMatchObject({ path: "/2025-03/789/store" })
    expect(server.received[0].query.toString()).toBe("q=a+b%26c")
    expect(server.received[0].headers).toMatchObject({
      authorization: "Bearer token-1",
      "user-agent": "medusa-plugin-marketplaces (dev@example.com)",
    })
    expect(server.received[0].headers).not.toHaveProperty("authentication")
    expect(connection.recorded).toMatchObject({ spent: ["api"], observed: [20] })
  })

  it("declares the kind of its body as the platform demands", async () => {
    server.answerInTurn({ json: [] })
    await transport().write(aConnection(), write)
    expect(server.received[0].headers["content-type"]).toBe("application/json; charset=utf-8")
  })
})

describe("the form of the token's header", () => {
  const onlyOld = () =>
    server.answer(({ headers }) =>
      headers.authentication === "bearer token-1" ? { json: { id: 789 } } : unauthorized,
    )

  it("is found out by the first call of a connection and remembered with the credentials", async () => {
    onlyOld()
    const connection = aNewConnection()
    const both = transport()
    await both.read(connection, read)
    await both.read(connection, read)
    expect(server.received).toHaveLength(3)
    expect(connection.recorded.saved).toEqual([
      { store_id: "789", access_token: "token-1", auth_header: "authentication" },
    ])
  })

  it("is remembered as well when the first one is right", async () => {
    server.answerInTurn({ json: {} }, unauthorized)
    const connection = aNewConnection()
    const own = transport()
    await own.read(connection, read)
    await expect(failureOfPromise(own.read(connection, read))).resolves.toMatchObject({
      kind: "authorization_lost",
    })
    expect(server.received).toHaveLength(2)
    expect(connection.recorded.saved).toMatchObject([{ auth_header: "authorization" }])
  })

  it("is not doubted any more once it was accepted: a 401 means that the authorisation is gone", async () => {
    onlyOld()
    const failure = await failureOfPromise(transport().read(aConnection(), read))
    expect(failure.kind).toBe("authorization_lost")
    expect(server.received).toHaveLength(1)
  })

  it("is not remembered when both are refused, and may be another by option", async () => {
    server.answerInTurn(unauthorized)
    const connection = aNewConnection()
    const refused = failureOfPromise(transport({ authHeader: "authentication" }).read(connection, read))
    await expect(refused).resolves.toMatchObject({ kind: "authorization_lost" })
    expect(server.received[0].headers.authentication).toBe("bearer token-1")
    expect(server.received[1].headers.authorization).toBe("Bearer token-1")
    expect(connection.recorded.saved).toEqual([])
  })

  it("does not fail the call when it cannot be stored", async () => {
    server.answerInTurn({ json: { id: 789 } })
    const connection = aConnection({
      credentials: { store_id: "789", access_token: "token-1" },
      saveCredentials: () => Promise.reject(new Error("database gone")),
    })
    await expect(transport().read(connection, read)).resolves.toMatchObject({ body: { id: 789 } })
  })
})

describe("a call beyond the quota", () => {
  it("waits as long as the platform says and is tried again", async () => {
    server.answerInTurn(tooMany("20"), { json: { id: 1 } })
    const connection = aConnection()
    await expect(transport().read(connection, read)).resolves.toMatchObject({ body: { id: 1 } })
    expect(connection.recorded).toMatchObject({ spent: ["api", "api"], exhausted: 1 })
  })

  it("is throttled when the wait is long, when it is not told, and when it does not help", async () => {
    server.answerInTurn(tooMany("60000"))
    const long = await failureOfPromise(transport().read(aConnection(), read))
    expect(long.kind === "throttled" && long.retryAt.getTime() - Date.now()).toBeGreaterThan(55_000)
    expect(server.received).toHaveLength(1)

    server.answerInTurn(tooMany())
    const untold = failureOfPromise(transport().read(aConnection(), read))
    await expect(untold).resolves.toMatchObject({ kind: "throttled", retryAt: RETRY_AT })

    server.answerInTurn(tooMany("5"))
    const useless = failureOfPromise(transport().read(aConnection(), read))
    await expect(useless).resolves.toMatchObject({ kind: "throttled" })
    expect(server.received).toHaveLength(3)
  })

  it("of the weighted quota is told at once, so that it can be made smaller", async () => {
    server.answerInTurn(tooMany("5"))
    const connection = aConnection()
    const written = await transport().write(connection, { ...write, weighted: true })
    expect(written.tooHeavyUntil).toBeInstanceOf(Date)
    expect(connection.recorded.exhausted).toBe(0)
  })

  it("of the weighted quota says nothing about the budget's, not even when it is kept", async () => {
    const headers = { "x-rate-limit-limit": "1000", "x-rate-limit-remaining": "7" }
    server.answerInTurn({ status: 429, headers, json: {} }, { headers, json: [] })
    const connection = aConnection()
    await transport().write(connection, { ...write, weighted: true })
    await transport().write(connection, { ...write, weighted: true })
    expect(connection.recorded).toMatchObject({ observed: [], exhausted: 0 })
  })

  it("by a weighted call is the ordinary quota where nothing is left of that: it is waited for", async () => {
    const empty: Reply = {
      status: 429,
      headers: { "x-rate-limit-remaining": "0", "x-rate-limit-reset": "20" },
      json: {},
    }
    server.answerInTurn(empty, { json: [] })
    const connection = aConnection()
    await expect(transport().write(connection, { ...write, weighted: true })).resolves.toEqual({ body: [] })
    expect(connection.recorded).toMatchObject({ spent: ["api", "api"], exhausted: 1 })

    server.answerInTurn(empty)
    const useless = failureOfPromise(transport().write(aConnection(), { ...write, weighted: true }))
    await expect(useless).resolves.toMatchObject({ kind: "throttled" })
    expect(server.received).toHaveLength(3)
  })
})

describe("a conflict", () => {
  const conflict: Reply = { status: 409, json: { code: 409, message: "Conflict" } }

  it("may be over a moment later: the call is tried again", async () => {
    server.answerInTurn(conflict, conflict, { json: { id: 1 } })
    await expect(transport().write(aConnection(), write)).resolves.toEqual({ body: { id: 1 } })
    expect(server.received).toHaveLength(3)
  })

  it("that stays is refused in the platform's words", async () => {
    server.answerInTurn(conflict)
    await expect(failureOfPromise(transport().write(aConnection(), write))).resolves.toMatchObject({
      kind: "rejected",
      problem: { code: "request_refused", details: { reason: "HTTP 409: Conflict" } },
    })
    expect(server.received).toHaveLength(3)
  })

  it("of a list that may be sent in parts is tried again once", async () => {
    server.answerInTurn(conflict)
    const failure = failureOfPromise(transport().write(aConnection(), { ...write, weighted: true }))
    await expect(failure).resolves.toMatchObject({ kind: "rejected" })
    expect(server.received).toHaveLength(2)
  })

  it("is not waited for by a caller that has stopped", async () => {
    const stop = new AbortController()
    server.answer(() => {
      setTimeout(() => stop.abort(), 20)
      return conflict
    })
    const failure = failureOfPromise(transport().write(aConnection({ signal: stop.signal }), write))
    await expect(failure).resolves.toMatchObject({ kind: "unavailable" })
    expect(server.received).toHaveLength(1)
  })
})

describe("without a usable answer", () => {
  it.each<[string, Parameters<LocalServer["answerInTurn"]>[0]]>([
    ["a broken connection", aBrokenConnection],
    ["silence", silence],
    ["a fault", { status: 503, text: "<html>" }],
    ["HTML with 200", { text: "<html>" }],
  ])("%s leaves a read unavailable and the outcome of a change unknown", async (_what, reply) => {
    server.answerInTurn(reply)
    const failed = failureOfPromise(transport().read(aConnection(), read))
    await expect(failed).resolves.toMatchObject({ kind: "unavailable" })
    const changed = failureOfPromise(transport().write(aConnection(), write))
    await expect(changed).resolves.toMatchObject({ kind: "outcome_unknown" })
  })

  it("nobody there means that nothing was sent", async () => {
    const closed = new LocalServer()
    await closed.start()
    await closed.stop()
    const failed = failureOfPromise(transport({ endpoint: closed.url }).write(aConnection(), write))
    await expect(failed).resolves.toMatchObject({ kind: "unavailable" })
  })

  it("a redirect is not followed with the token", async () => {
    server.answerInTurn({ status: 302, headers: { location: `${server.url}/elsewhere` } })
    await expect(failureOfPromise(transport().read(aConnection(), read))).resolves.toMatchObject({
      kind: "unavailable",
    })
    expect(server.received).toHaveLength(1)
  })
})

it("shows no token in its messages", async () => {
  server.answerInTurn({ status: 422, json: { error: "no" } })
  const { message } = await failureOfPromise(transport().write(aConnection(), write))
  expect(message).toBe("stock: HTTP 422: no")
})
