import { aConnection } from "./__tests__/a-connection"
import { failureOfPromise } from "./__tests__/failure-of-promise"
import { LocalServer, type Reply } from "./__tests__/local-server"
import { AccessTokens } from "./lwa"

const server = new LocalServer()
beforeAll(() => server.start())
afterAll(() => server.stop())

let now = 0
const tokens = (changes: { clientSecret?: string; tokenEndpoint?: string } = {}) =>
  new AccessTokens(
    {
      clientId: "client-1",
      clientSecret: "s3cret",
      tokenEndpoint: `${server.url}/auth/o2/token`,
      requestTimeoutMs: 300,
      ...changes,
    },
    () => now,
  )
const granted = (access_token: string, more: Record<string, unknown> = {}): Reply => ({
  json: { access_token, token_type: "bearer", expires_in: 3600, ...more },
})

describe("an access token", () => {
  it("is asked for as Login with Amazon wants it", async () => {
    server.answerInTurn(granted("Atza|1"))
    await expect(tokens().tokenFor(aConnection())).resolves.toBe("Atza|1")
    const [request] = server.received
    expect(request).toMatchObject({ method: "POST", path: "/auth/o2/token" })
    expect(request.headers["content-type"]).toBe("application/x-www-form-urlencoded;charset=UTF-8")
    expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
      grant_type: "refresh_token",
      refresh_token: "Atzr|refresh-1",
      client_id: "client-1",
      client_secret: "s3cret",
    })
  })

  it("is kept until a minute before its end", async () => {
    server.answerInTurn(granted("Atza|1"), granted("Atza|2"))
    const source = tokens()
    now = 0
    await source.tokenFor(aConnection())
    now = 3_539_999
    await expect(source.tokenFor(aConnection())).resolves.toBe("Atza|1")
    now = 3_540_000
    await expect(source.tokenFor(aConnection())).resolves.toBe("Atza|2")
    expect(server.received).toHaveLength(2)
  })

  it("of the application itself is asked for by scope, kept apart from the sellers', and forgotten", async () => {
    server.answer(({ body }) => granted(`Atza|${new URLSearchParams(body).get("grant_type")}`))
    const source = tokens()
    const scope = "sellingpartnerapi::notifications"
    await source.tokenFor(aConnection())
    await expect(source.tokenFor(aConnection(), scope)).resolves.toBe("Atza|client_credentials")
    await source.tokenFor(aConnection(), scope)
    expect(server.received).toHaveLength(2)
    expect(Object.fromEntries(new URLSearchParams(server.received[1].body))).toEqual({
      grant_type: "client_credentials",
      scope,
      client_id: "client-1",
      client_secret: "s3cret",
    })
    source.forget(aConnection(), "Atza|client_credentials", scope)
    await source.tokenFor(aConnection(), scope)
    await source.tokenFor(aConnection())
    expect(server.received).toHaveLength(3)
  })

  it("is kept for each refresh token apart", async () => {
    server.answer(({ body }) => granted(`Atza|of ${new URLSearchParams(body).get("refresh_token")}`))
    const source = tokens()
    const other = aConnection({
      credentials: { refresh_token: "Atzr|refresh-2", selling_partner_id: "A2EXAMPLE12345", region: "eu" },
    })
    await expect(source.tokenFor(aConnection())).resolves.toBe("Atza|of Atzr|refresh-1")
    await expect(source.tokenFor(other)).resolves.toBe("Atza|of Atzr|refresh-2")
  })

  it("is renewed once for many who ask at the same time", async () => {
    server.answerInTurn(granted("Atza|1"))
    const source = tokens()
    const all = await Promise.all(Array.from({ length: 20 }, () => source.tokenFor(aConnection())))
    expect(new Set(all)).toEqual(new Set(["Atza|1"]))
    expect(server.received).toHaveLength(1)
  })

  it("reaches the others when the one who asked first gives up", async () => {
    const source = tokens()
    server.answer(() => new Promise((resolve) => setTimeout(() => resolve(granted("Atza|1")), 60)))
    const stop = new AbortController()
    const first = failureOfPromise(source.tokenFor(aConnection({ signal: stop.signal })))
    const second = source.tokenFor(aConnection())
    stop.abort()
    await expect(first).resolves.toMatchObject({ kind: "unavailable" })
    await expect(second).resolves.toBe("Atza|1")
  })

  it("is forgotten when Amazon refused it, unless there is a newer one already", async () => {
    server.answerInTurn(granted("Atza|1"), granted("Atza|2"))
    const source = tokens()
    await source.tokenFor(aConnection())
    source.forget(aConnection(), "Atza|1")
    await expect(source.tokenFor(aConnection())).resolves.toBe("Atza|2")
    source.forget(aConnection(), "Atza|1")
    await expect(source.tokenFor(aConnection())).resolves.toBe("Atza|2")
    expect(server.received).toHaveLength(2)
  })
})

describe("a refresh token that changes", () => {
  it("is stored, once, with the rest of the credentials", async () => {
    server.answerInTurn(granted("Atza|1", { refresh_token: "Atzr|new" }))
    const source = tokens()
    const connection = aConnection()
    await Promise.all([source.tokenFor(connection), source.tokenFor(connection)])
    expect(connection.recorded.saved).toEqual([
      { refresh_token: "Atzr|new", selling_partner_id: "A2EXAMPLE12345", region: "na" },
    ])
    await source.tokenFor(aConnection({ credentials: connection.recorded.saved[0] }))
    expect(server.received).toHaveLength(1)
  })

  it("is not stored again when it is the same", async () => {
    server.answerInTurn(granted("Atza|1", { refresh_token: "Atzr|refresh-1" }))
    const connection = aConnection()
    await tokens().tokenFor(connection)
    expect(connection.recorded.saved).toEqual([])
  })

  it("that could not be stored fails the call, and the next one tries again", async () => {
    server.answerInTurn(granted("Atza|1", { refresh_token: "Atzr|new" }))
    const source = tokens()
    const failing = aConnection({ saveCredentials: () => Promise.reject(new Error("database is away")) })
    await expect(source.tokenFor(failing)).rejects.toThrow("database is away")
    await source.tokenFor(aConnection())
    expect(server.received).toHaveLength(2)
  })
})

describe("what Login with Amazon refuses", () => {
  const description = "The request has an invalid parameter Atzr|leak"
  it.each<[string, Reply, string, string]>([
    [
      "invalid_grant",
      { status: 400, json: { error: "invalid_grant" } },
      "authorization_lost",
      "authorization_lost",
    ],
    [
      "invalid_client",
      { status: 401, json: { error: "invalid_client" } },
      "rejected",
      "application_rejected",
    ],
    [
      "unauthorized_client",
      { status: 400, json: { error: "unauthorized_client" } },
      "rejected",
      "application_rejected",
    ],
    [
      "invalid_request",
      { status: 400, json: { error: "invalid_request" } },
      "rejected",
      "application_rejected",
    ],
    ["server_error", { status: 400, json: { error: "server_error" } }, "unavailable", "platform_unavailable"],
    [
      "temporarily_unavailable",
      { status: 400, json: { error: "temporarily_unavailable" } },
      "unavailable",
      "platform_unavailable",
    ],
    ["a fault", { status: 503, text: "<html>" }, "unavailable", "platform_unavailable"],
    [
      "too many calls",
      { status: 429, json: { error: "invalid_request" } },
      "unavailable",
      "platform_unavailable",
    ],
    ["an empty 403", { status: 403 }, "unavailable", "platform_unavailable"],
    [
      "a redirect",
      { status: 302, headers: { location: "https://example.com" } },
      "unavailable",
      "platform_unavailable",
    ],
    ["HTML with 200", { text: "<html>" }, "unavailable", "platform_unavailable"],
    ["no token", { json: { expires_in: 3600 } }, "contract_broken", "contract_broken"],
  ])("%s", async (_name, reply, kind, code) => {
    const json = reply.json ? { error_description: description, ...reply.json } : undefined
    server.answerInTurn({ ...reply, json })
    const failure = await failureOfPromise(tokens().tokenFor(aConnection()))
    expect(failure).toMatchObject({ kind, problem: { code } })
    expect(JSON.stringify(failure)).not.toMatch(/leak|s3cret|refresh-1/)
    expect(server.received).toHaveLength(1)
  })

  it("no answer in time", async () => {
    server.answer(() => undefined)
    await expect(failureOfPromise(tokens().tokenFor(aConnection()))).resolves.toMatchObject({
      kind: "unavailable",
      problem: { details: { reason: "no answer within 300 ms" } },
    })
  })

  it("nobody there", async () => {
    const failure = await failureOfPromise(
      tokens({ tokenEndpoint: "http://127.0.0.1:9/x" }).tokenFor(aConnection()),
    )
    expect(failure).toMatchObject({ kind: "unavailable" })
  })

  it("credentials that are not usable need a person", async () => {
    const failure = await failureOfPromise(tokens().tokenFor(aConnection({ credentials: { region: "na" } })))
    expect(failure).toMatchObject({ kind: "authorization_lost" })
  })
})
