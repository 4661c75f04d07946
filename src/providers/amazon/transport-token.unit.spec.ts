import { aConnection } from "./__tests__/a-connection"
import { AnApi, anError, type ApiReply } from "./__tests__/an-api"
import { failureOfPromise } from "./__tests__/failure-of-promise"
import type { ApiRead, Transport } from "./transport"

const api = new AnApi()
beforeAll(() => api.start())
afterAll(() => api.stop())

const read: ApiRead = { operation: "getOrder", path: "/orders/2026-01-01/orders/1" }
const MINUTES = 60_000
let now = 0
const transport = () => api.transport({}, () => now)

const denied = anError("Unauthorized", "Access to requested resource is denied.")
/** The wordings of the models' 401 and 403, and what comes from the edge. */
const doubtful: [string, ApiReply][] = [
  ["a 403 without details", { status: 403, json: denied }],
  [
    "the 403 of the models",
    {
      status: 403,
      json: anError("Unauthorized", "Access Denied, Unauthorized, Expired Token, or Invalid Signature."),
    },
  ],
  [
    "the 401 of the models",
    {
      status: 401,
      json: anError("Unauthorized", "The request's Authorization header does not contain a valid token."),
    },
  ],
  ["a 401 without a body", { status: 401 }],
  ["a 403 without a body", { status: 403 }],
  ["a 403 in HTML", { status: 403, text: "<html>Forbidden</html>" }],
]
const tokens = () => api.calls.map(({ headers }) => headers["x-amz-access-token"])

/** A transport whose token was accepted by Amazon so long ago. */
async function withTokenOf(age: number): Promise<Transport> {
  const used = transport()
  api.answer({ json: {} })
  await used.read(aConnection(), read)
  now += age
  return used
}

describe("an access token that Amazon refuses in so many words", () => {
  it.each(["expired", "been revoked", "is malformed"])(
    "(%s) is renewed once and the call repeated once, however young it is",
    async (why) => {
      const refusal = anError("Unauthorized", "Access denied.", `The access token you provided has ${why}.`)
      api.answer({ status: 403, json: refusal }, { json: { ok: true } })
      const connection = aConnection()
      await expect(transport().read(connection, read)).resolves.toEqual({ ok: true })
      expect(tokens()).toEqual(["Atza|1", "Atza|2"])
      expect(api.tokensGiven).toBe(2)
      expect(connection.recorded.spent).toEqual(["getOrder", "getOrder"])
    },
  )

  it("twice is access denied", async () => {
    api.answer({
      status: 403,
      json: anError("Unauthorized", "x", "The access token you provided has expired."),
    })
    const failure = await failureOfPromise(transport().read(aConnection(), read))
    expect(failure).toMatchObject({ kind: "rejected", problem: { code: "access_denied" } })
    expect(api.calls).toHaveLength(2)
  })
})

describe("a refusal that may be about the access token", () => {
  it.each(doubtful)("(%s) is tried once more with a new token", async (_name, refusal) => {
    const used = await withTokenOf(30 * MINUTES)
    api.answer(refusal, { json: { ok: true } })
    await expect(used.read(aConnection(), read)).resolves.toEqual({ ok: true })
    expect(api.calls).toHaveLength(2)
    expect(api.tokensGiven).toBe(1)
  })

  it.each(doubtful)("(%s) is not, when the token is young", async (_name, refusal) => {
    const used = await withTokenOf(MINUTES)
    api.answer(refusal)
    await failureOfPromise(used.read(aConnection(), read))
    expect(api.calls).toHaveLength(1)
    expect(api.tokensGiven).toBe(0)
  })

  it("and is about a permission costs one call more for each token", async () => {
    const used = await withTokenOf(30 * MINUTES)
    api.answer({ status: 403, json: denied })
    for (const calls of [2, 3, 4]) {
      const failure = await failureOfPromise(used.read(aConnection(), read))
      expect(failure).toMatchObject({ kind: "rejected", problem: { code: "access_denied" } })
      expect(api.calls).toHaveLength(calls)
      now += MINUTES
    }
    expect(api.tokensGiven).toBe(1)
  })

  it("asks for one new token, however many calls meet it", async () => {
    const used = await withTokenOf(30 * MINUTES)
    const refuseOld: ApiReply = ({ headers }) =>
      headers["x-amz-access-token"] === "Atza|1" && api.calls.length <= 3
        ? { status: 403, json: denied }
        : { json: { ok: true } }
    api.answer(refuseOld)
    api.tokensGiven = 1
    const reads = [1, 2, 3].map(() => used.read(aConnection(), read))
    await expect(Promise.all(reads)).resolves.toEqual([{ ok: true }, { ok: true }, { ok: true }])
    expect(api.tokensGiven).toBe(2)
    expect(api.calls).toHaveLength(6)
  })

  it("does not mean a wrong path or host", async () => {
    const used = await withTokenOf(30 * MINUTES)
    api.answer({ status: 403, json: anError("MissingAuthenticationToken", "Missing Authentication Token") })
    const failure = await failureOfPromise(used.read(aConnection(), read))
    expect(failure).toMatchObject({ kind: "rejected", problem: { code: "request_refused" } })
    expect(api.calls).toHaveLength(1)
  })
})

describe("a 401 or 403 that is not Amazon's own answer", () => {
  it.each(doubtful.slice(3))("(%s) is no answer of the service: later", async (_name, refusal) => {
    const used = await withTokenOf(30 * MINUTES)
    api.answer(refusal)
    const failure = await failureOfPromise(used.read(aConnection(), read))
    expect(failure).toMatchObject({ kind: "unavailable", problem: { code: "platform_unavailable" } })
    expect(api.calls).toHaveLength(2)
  })
})
