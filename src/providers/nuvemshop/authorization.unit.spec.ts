import { failureOfPromise, settingsAt } from "./__tests__/a-connection"
import { LocalServer, type Reply } from "./__tests__/local-server"
import { NuvemshopAuthorization } from "./authorization"

const server = new LocalServer()
beforeAll(() => server.start())
afterAll(() => server.stop())

const authorization = () => new NuvemshopAuthorization(settingsAt(server.url))
const complete = (query: Record<string, string>) =>
  authorization().complete({ query, signal: new AbortController().signal })
const granted = { access_token: "t0ken", token_type: "bearer", scope: "write_orders" }

describe("the consent page", () => {
  it("is the application's own, with our state", () => {
    expect(authorization().begin({ state: "s t&" })).toBe(`${server.url}/apps/1234/authorize?state=s+t%26`)
    expect(authorization().mayBeginAtPlatform).toBe(true)
  })
})

describe("the code of the consent", () => {
  it.each([
    ["a number", { ...granted, user_id: 789 }],
    ["a text", { ...granted, user_id: "789" }],
    ["the newer name", { ...granted, store_id: "789" }],
  ])("becomes token and store, told as %s", async (_what, json) => {
    server.answerInTurn({ json })
    await expect(complete({ code: "abc", state: "x" })).resolves.toEqual({
      credentials: { store_id: "789", access_token: "t0ken" },
      externalId: "789",
    })
    expect(server.calls()).toEqual([
      {
        call: "POST /apps/authorize/token",
        sent: { client_id: "1234", client_secret: "s3cret", grant_type: "authorization_code", code: "abc" },
      },
    ])
  })

  const expired = { error: "invalid_grant", error_description: "The authorization code has expired" }
  it.each<[string, Reply, string, string]>([
    ["expired, said with 200", { json: expired }, "authorization_lost", "authorization_lost"],
    ["expired, said with 400", { status: 400, json: expired }, "authorization_lost", "authorization_lost"],
    [
      "of a wrong secret",
      { status: 401, json: { error: "invalid_client" } },
      "rejected",
      "application_rejected",
    ],
    ["refused otherwise", { status: 400, json: { error: "invalid_request" } }, "rejected", "request_refused"],
    ["met by a fault", { status: 500, text: "" }, "unavailable", "platform_unavailable"],
    ["answered without a token", { json: {} }, "contract_broken", "contract_broken"],
    ["answered without a store", { json: granted }, "contract_broken", "contract_broken"],
  ])("%s", async (_what, reply, kind, code) => {
    server.answerInTurn(reply)
    const failure = await failureOfPromise(complete({ code: "abc" }))
    expect(failure).toMatchObject({ kind, problem: { code } })
    expect(failure.message).not.toMatch(/s3cret|abc/)
  })

  it.each<Record<string, string>>([{}, { code: "" }, { code: "null" }])(
    "is not sent when there is none: %j",
    async (query) => {
      server.answerInTurn({ json: {} })
      await expect(failureOfPromise(complete(query))).resolves.toMatchObject({ kind: "rejected" })
      expect(server.received).toHaveLength(0)
    },
  )
})
