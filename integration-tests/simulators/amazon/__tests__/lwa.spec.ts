import { type AmazonSimulator, DEMO_APPLICATION, startAmazonSimulator } from ".."
import { accessToken, CREDENTIALS, get, postToken, REFRESH_TOKEN, SELLERS } from "./requests"

describe("Login with Amazon in the simulator", () => {
  let simulator: AmazonSimulator
  let now = Date.parse("2026-11-20T12:00:00Z")
  const renewal = { grant_type: "refresh_token", refresh_token: REFRESH_TOKEN, ...CREDENTIALS }
  const redirect_uri = "http://127.0.0.1:9/callback"

  beforeEach(async () => {
    simulator = await startAmazonSimulator({
      now: () => new Date(now),
      applications: [
        { ...DEMO_APPLICATION, redirectUris: [redirect_uri] },
        {
          clientId: "grantless",
          clientSecret: "s",
          applicationId: "amzn1.sp.solution.g",
          grantTypes: ["client_credentials"],
        },
      ],
    })
  })
  afterEach(() => simulator.close())

  it("renews an access token", async () => {
    const reply = await postToken(simulator, renewal)
    expect([reply.status, reply.json]).toEqual([
      200,
      {
        access_token: expect.stringMatching(/^Atza\|/),
        refresh_token: REFRESH_TOKEN,
        token_type: "bearer",
        expires_in: 3600,
      },
    ])
  })

  it.each([
    ["a wrong secret", { ...renewal, client_secret: "x" }, 401, "invalid_client"],
    ["an unknown client", { ...renewal, client_id: "x" }, 401, "invalid_client"],
    ["an unknown refresh token", { ...renewal, refresh_token: "Atzr|x" }, 400, "invalid_grant"],
    ["no refresh token", { ...renewal, refresh_token: "" }, 400, "invalid_request"],
    ["no grant type", CREDENTIALS, 400, "invalid_request"],
    ["an unknown grant type", { ...renewal, grant_type: "password" }, 400, "unsupported_grant_type"],
    [
      "a grant the client may not use",
      { ...renewal, client_id: "grantless", client_secret: "s" },
      400,
      "unauthorized_client",
    ],
    [
      "an unknown code",
      { grant_type: "authorization_code", code: "x", ...CREDENTIALS },
      400,
      "invalid_grant",
    ],
    [
      "an unknown scope",
      { grant_type: "client_credentials", scope: "x", ...CREDENTIALS },
      400,
      "invalid_scope",
    ],
  ])("answers %s in its own error body", async (_, fields, status, code) => {
    const reply = await postToken(simulator, fields)
    expect([reply.status, reply.json.error]).toEqual([status, code])
    expect(Object.keys(reply.json)).toEqual(["error", "error_description", "request_id"])
  })

  it("wants a form", async () => {
    const json = { contentType: "application/json", body: JSON.stringify(renewal) }
    expect((await postToken(simulator, {}, json)).json.error).toBe("invalid_request")
    simulator.switches.tokenAcceptsJson = true
    expect((await postToken(simulator, {}, json)).status).toBe(200)
  })

  it("gives grantless tokens that open no seller's data", async () => {
    const scope = "sellingpartnerapi::notifications"
    const reply = await postToken(simulator, { grant_type: "client_credentials", scope, ...CREDENTIALS })
    expect(reply.json.refresh_token).toBeUndefined()
    expect((await get(simulator, SELLERS, String(reply.json.access_token))).status).toBe(403)
  })

  it("ends everything when the seller removes the application", async () => {
    const token = await accessToken(simulator)
    simulator.revokeRefreshToken(REFRESH_TOKEN)
    expect((await postToken(simulator, renewal)).json.error).toBe("invalid_grant")
    expect((await get(simulator, SELLERS, token)).status).toBe(403)
  })

  it("keeps the old secret for a time after a rotation", async () => {
    simulator.rotateClientSecret(DEMO_APPLICATION.clientId, "new", 1000)
    expect((await postToken(simulator, renewal)).status).toBe(200)
    now += 1000
    expect((await postToken(simulator, renewal)).json.error).toBe("invalid_client")
    expect((await postToken(simulator, { ...renewal, client_secret: "new" })).status).toBe(200)
  })

  describe("the website workflow", () => {
    const consent = async (query: Record<string, string>): Promise<Response> => {
      const all = { application_id: DEMO_APPLICATION.applicationId, state: "s+/=", ...query }
      const url = `${simulator.sellerCentralUrl}/apps/authorize/consent?${new URLSearchParams(all).toString()}`
      return fetch(url, { redirect: "manual" })
    }
    const approve = async (query: Record<string, string> = { redirect_uri }): Promise<URLSearchParams> =>
      new URL((await consent(query)).headers.get("location") ?? "").searchParams
    const exchange = (code: string | null, more: Record<string, string> = { redirect_uri }) =>
      postToken(simulator, { grant_type: "authorization_code", code: code ?? "", ...more, ...CREDENTIALS })

    it("brings the seller back with a code that works once", async () => {
      const back = await approve()
      expect([back.get("state"), back.get("selling_partner_id")]).toEqual(["s+/=", "A2SIMULATOR00"])
      const reply = await exchange(back.get("spapi_oauth_code"))
      expect(reply.json.refresh_token).toMatch(/^Atzr\|/)
      expect((await get(simulator, SELLERS, String(reply.json.access_token))).status).toBe(200)
      expect((await exchange(back.get("spapi_oauth_code"))).json.error).toBe("invalid_grant")
      expect(await accessToken(simulator, String(reply.json.refresh_token))).toMatch(/^Atza/)
      now += 365 * 86_400_000
      const late = await postToken(simulator, { ...renewal, refresh_token: String(reply.json.refresh_token) })
      expect(late.json.error).toBe("invalid_grant")
    })

    it("refuses a code after five minutes", async () => {
      const code = (await approve()).get("spapi_oauth_code")
      now += 300_000
      expect((await exchange(code)).json.error).toBe("invalid_grant")
    })

    it.each([
      ["another redirect_uri", { redirect_uri: "http://127.0.0.1:9/other" }],
      ["no redirect_uri", {}],
    ])("refuses a code with %s", async (_, more) => {
      expect((await exchange((await approve()).get("spapi_oauth_code"), more)).json.error).toBe(
        "invalid_grant",
      )
    })

    it("uses the first registered address when none is asked for", async () => {
      expect((await exchange((await approve({})).get("spapi_oauth_code"), {})).status).toBe(200)
    })

    it.each([
      ["an address that is not registered", { redirect_uri: "http://127.0.0.1:9/evil" }, 400],
      ["an unknown application", { application_id: "x" }, 400],
      ["no state", { state: "" }, 400],
    ])("never calls back for %s", async (_, query, status) => {
      const reply = await consent(query)
      expect([reply.status, reply.headers.get("location")]).toEqual([status, null])
    })

    it("never calls back when the seller cancels", async () => {
      simulator.switches.consent = "cancel"
      const reply = await consent({})
      expect([reply.status, reply.headers.get("location")]).toEqual([200, null])
    })
  })

  it("logs calls without secrets", async () => {
    const token = await accessToken(simulator)
    await get(simulator, SELLERS, token)
    const log = JSON.stringify(simulator.calls())
    for (const secret of [token, REFRESH_TOKEN, DEMO_APPLICATION.clientSecret])
      expect(log).not.toContain(secret)
    expect([simulator.callCount("token"), simulator.callCount("getMarketplaceParticipations")]).toEqual([
      1, 1,
    ])
  })
})
