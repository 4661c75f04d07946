import { DEMO_APP, type NuvemshopSimulator, startNuvemshopSimulator } from ".."
import { get, type Reply, replyOf, STORE_ID } from "./requests"

const REDIRECT = "https://shop.example/app/return?from=nuvemshop"
let clock = new Date("2026-11-22T12:00:00Z")

describe("installing an application", () => {
  let simulator: NuvemshopSimulator

  beforeEach(async () => {
    clock = new Date("2026-11-22T12:00:00Z")
    simulator = await startNuvemshopSimulator({
      now: () => clock,
      apps: [{ ...DEMO_APP, redirectUrl: REDIRECT }],
    })
  })
  afterEach(() => simulator.close())

  const authorize = (query = "?state=abc"): Promise<Response> =>
    fetch(`${simulator.authUrl}/apps/${DEMO_APP.appId}/authorize${query}`, { redirect: "manual" })
  const returned = (response: Response): URLSearchParams => {
    const location = response.headers.get("location") ?? ""
    expect(location.startsWith("https://shop.example/app/return?from=nuvemshop&")).toBe(true)
    return new URL(location).searchParams
  }
  const trade = async (fields: Record<string, unknown>, form = false): Promise<Reply> => {
    const all = {
      client_id: DEMO_APP.appId,
      client_secret: DEMO_APP.clientSecret,
      grant_type: "authorization_code",
      ...fields,
    }
    const body = form ? new URLSearchParams(all) : JSON.stringify(all)
    const headers = form ? {} : { headers: { "content-type": "application/json" } }
    const init = { method: "POST", body, ...headers }
    return replyOf(await fetch(`${simulator.authUrl}/apps/authorize/token`, init))
  }
  const code = (): string => new URL(simulator.accept()).searchParams.get("code") ?? ""

  it("shows a page with what is asked for, and returns with a code and the state when it is accepted", async () => {
    const page = await authorize("?state=a%22b")
    const html = await page.text()
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"])
    expect(html).toContain("write_orders")
    expect(html).toContain('value="a&quot;b"')
    const [, action = ""] = /action="([^"]+)"/.exec(html) ?? []
    const body = new URLSearchParams({ state: 'a"b' })
    const accepted = await fetch(simulator.authUrl + action, { method: "POST", body, redirect: "manual" })
    const query = returned(accepted)
    expect([accepted.status, query.get("state")]).toEqual([302, 'a"b'])
    expect((await trade({ code: query.get("code") })).status).toBe(200)
  })

  it("accepts at once when a test says so", async () => {
    simulator.switches.consent = "accept"
    expect(returned(await authorize()).get("state")).toBe("abc")
    simulator.switches.consent = "deny"
    expect((await authorize()).headers.get("location")).toBeNull()
  })

  it("returns without a state from the platform's own app store", async () => {
    const response = await fetch(`${simulator.authUrl}/apps/${DEMO_APP.appId}/install`, {
      redirect: "manual",
    })
    const query = returned(response)
    expect([query.has("state"), query.has("code")]).toEqual([false, true])
  })

  it("cannot end well without a redirect URL, or for an unknown application", async () => {
    simulator.app().redirectUrl = undefined
    simulator.switches.consent = "accept"
    expect((await authorize()).status).toBe(400)
    expect((await fetch(`${simulator.authUrl}/apps/1/authorize`)).status).toBe(404)
  })

  it.each([
    ["JSON", false],
    ["a form", true],
  ])("trades a code sent as %s for the token of the store", async (_, form) => {
    const reply = await trade({ code: code() }, form)
    expect(reply.json).toEqual({
      access_token: expect.any(String),
      token_type: "bearer",
      scope: "write_products,write_orders,read_customers",
      user_id: String(STORE_ID),
    })
    expect((await get(simulator, "/store", { token: String(reply.json.access_token) })).status).toBe(200)
  })

  it("writes the store's id as the switches say", async () => {
    Object.assign(simulator.switches, { userId: "number", tokenHasStoreId: true })
    const { json } = await trade({ code: code() })
    expect([json.user_id, json.store_id]).toEqual([STORE_ID, STORE_ID])
  })

  it("installs in the store of the merchant who is signed in", async () => {
    simulator.addStore({ id: 88 })
    simulator.signIn(88)
    expect((await trade({ code: code() })).json.user_id).toBe("88")
  })

  it.each([
    ["a wrong secret", { client_secret: "x" }, 401, "invalid_client"],
    ["an unknown client", { client_id: "x" }, 401, "invalid_client"],
    ["another grant", { grant_type: "password" }, 400, "unsupported_grant_type"],
    ["an unknown code", { code: "x" }, 400, "invalid_grant"],
    ["no code", { code: "" }, 400, "invalid_request"],
  ])("refuses %s, by status or inside a 200", async (_, fields, status, error) => {
    const reply = await trade({ code: code(), ...fields })
    expect([reply.status, reply.json.error]).toEqual([status, error])
    simulator.switches.oauthErrors = "in-200"
    const again = await trade({ code: code(), ...fields })
    expect([again.status, again.json.error, again.json.access_token]).toEqual([200, error, undefined])
  })

  it("does not look at the query string", async () => {
    const query = new URLSearchParams({ code: code(), client_id: DEMO_APP.appId })
    const url = `${simulator.authUrl}/apps/authorize/token?${query}`
    const init = { method: "POST", body: "{}", headers: { "content-type": "application/json" } }
    expect((await replyOf(await fetch(url, init))).json.error).toBe("invalid_client")
  })

  it("takes a code once, and for five minutes", async () => {
    const once = code()
    expect((await trade({ code: once })).status).toBe(200)
    expect((await trade({ code: once })).json.error_description).toBe(
      "The authorization code has already been used",
    )
    const late = code()
    clock = new Date(clock.getTime() + 5 * 60_000)
    expect((await trade({ code: late })).json).toEqual({
      error: "invalid_grant",
      error_description: "The authorization code has expired",
    })
  })

  it("ends the token before with a new install, and every token with an uninstall", async () => {
    const first = String((await trade({ code: code() })).json.access_token)
    const second = String((await trade({ code: code() })).json.access_token)
    const status = async (token: string): Promise<number> =>
      (await get(simulator, "/store", { token })).status
    expect([await status(first), await status(second)]).toEqual([401, 200])
    simulator.uninstall()
    expect(await status(second)).toBe(401)
  })

  it("lets a token die by itself, and answers 402 while it is suspended", async () => {
    const token = simulator.install()
    simulator.suspend()
    expect((await get(simulator, "/store", { token })).json.code).toBe(402)
    simulator.resume()
    expect((await get(simulator, "/store", { token })).status).toBe(200)
    simulator.revokeToken()
    expect((await get(simulator, "/store", { token })).status).toBe(401)
  })

  it("reaches a store with new scopes only by a new install", async () => {
    const token = simulator.install()
    simulator.app().scopes = ["read_products"]
    expect((await get(simulator, "/orders", { token })).status).toBe(200)
    expect((await get(simulator, "/orders", { token: simulator.install() })).status).toBe(403)
  })
})
