import { failureOfPromise } from "./__tests__/failure-of-promise"
import { LocalServer } from "./__tests__/local-server"
import { AmazonAuthorization } from "./authorization"
import { resolveOptions, type AmazonOptions } from "./options"

const server = new LocalServer()
beforeAll(() => server.start())
afterAll(() => server.stop())

const authorization = (changes: Partial<AmazonOptions> = {}) =>
  new AmazonAuthorization(
    resolveOptions({
      clientId: "client-1",
      clientSecret: "s3cret",
      applicationId: "amzn1.sp.solution.1",
      tokenEndpoint: `${server.url}/auth/o2/token`,
      ...changes,
    }),
  )
const BRAZIL = { marketplace: "A2Q3Y263D00KWC" }

describe("the consent page", () => {
  it.each<[Record<string, string>, string]>([
    [BRAZIL, "https://sellercentral.amazon.com.br"],
    [{ marketplace: "A1PA6795UKMFR9" }, "https://sellercentral-europe.amazon.com"],
    [{ region: "fe" }, "https://sellercentral.amazon.co.jp"],
  ])("for %j is at %s", (choice, origin) => {
    const url = new URL(authorization().begin({ state: "a b&c", choice }))
    expect(url.origin + url.pathname).toBe(`${origin}/apps/authorize/consent`)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      application_id: "amzn1.sp.solution.1",
      state: "a b&c",
    })
  })

  it("is told the redirect address, and that the application is a draft", () => {
    const url = new URL(
      authorization({ draftApplication: true, sellerCentralUrl: "http://127.0.0.1:4010" }).begin({
        state: "s",
        redirectUri: "https://shop.example/callback",
        choice: BRAZIL,
      }),
    )
    expect(url.origin).toBe("http://127.0.0.1:4010")
    expect(url.searchParams.get("redirect_uri")).toBe("https://shop.example/callback")
    expect(url.searchParams.get("version")).toBe("beta")
  })

  it.each<Record<string, string>>([
    {},
    { marketplace: "A0UNKNOWN" },
    { region: "mars" },
    { marketplace: "A0UNKNOWN", region: "na" },
  ])("is not opened for %j", (choice) => {
    expect(() => authorization().begin({ state: "s", choice })).toThrow(/choose the country/)
  })
})

describe("what comes back from the consent page", () => {
  const query = {
    selling_partner_id: "A2EXAMPLE12345",
    spapi_oauth_code: "code-1",
    state: "s",
    mws_auth_token: "x",
  }
  const complete = (
    changes: Record<string, string | undefined> = {},
    options: Partial<AmazonOptions> = {},
  ) => {
    const entries = Object.entries({ ...query, ...changes }).filter(([, value]) => value !== undefined)
    return authorization(options).complete({
      query: Object.fromEntries(entries),
      redirectUri: "https://shop.example/callback",
      choice: BRAZIL,
      signal: new AbortController().signal,
    })
  }

  it("is exchanged for credentials of the seller in the region", async () => {
    server.answerInTurn({ json: { access_token: "Atza|1", refresh_token: "Atzr|1", expires_in: 3600 } })
    await expect(complete()).resolves.toEqual({
      credentials: { refresh_token: "Atzr|1", selling_partner_id: "A2EXAMPLE12345", region: "na" },
      externalId: "A2EXAMPLE12345",
    })
    expect(Object.fromEntries(new URLSearchParams(server.received[0].body))).toEqual({
      grant_type: "authorization_code",
      code: "code-1",
      redirect_uri: "https://shop.example/callback",
      client_id: "client-1",
      client_secret: "s3cret",
    })
  })

  it.each([
    ["no seller", { selling_partner_id: undefined }],
    ["something that is no seller", { selling_partner_id: "<script>" }],
    ["no code", { spapi_oauth_code: undefined }],
    ["an empty code", { spapi_oauth_code: "" }],
  ])("with %s is refused without asking Amazon", async (_name, changes) => {
    server.answerInTurn({ status: 500 })
    await expect(failureOfPromise(complete(changes))).resolves.toMatchObject({ kind: "rejected" })
    expect(server.received).toHaveLength(0)
  })

  it("with a used or expired code has lost the authorisation", async () => {
    server.answerInTurn({ status: 400, json: { error: "invalid_grant" } })
    await expect(failureOfPromise(complete())).resolves.toMatchObject({ kind: "authorization_lost" })
  })

  it("without refresh token breaks the contract", async () => {
    server.answerInTurn({ json: { access_token: "Atza|1", expires_in: 3600 } })
    await expect(failureOfPromise(complete())).resolves.toMatchObject({
      kind: "contract_broken",
      path: "refresh_token",
    })
  })
})
