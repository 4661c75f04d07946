import { addSeller, inEurope } from "../../support/amazon-seller"
import { connect, type Shop } from "./shop"

const US = "ATVPDKIKX0DER"
const DE = "A1PA6795UKMFR9"

export function authorizationSuite(shop: () => Shop): void {
  /** Begins a consent and lets the signed-in seller of the simulator agree to it. */
  async function consent(sellerId: string, over: Record<string, unknown> = {}): Promise<string> {
    const body = { provider_id: "amazon", name: "By consent", choice: { marketplace: US }, ...over }
    const begun = await shop().api.post("accounts/authorize", body)
    expect(begun.status).toBe(200)
    shop().simulator.signInToSellerCentral(sellerId)
    const page = await fetch(begun.data.url as string, { redirect: "manual" })
    const back = new URL(page.headers.get("location") ?? "")
    expect(back.pathname).toBe("/admin/marketplaces/authorize/amazon/callback")
    return back.pathname + back.search
  }

  it("connects a seller who agrees on Amazon's page, once", async () => {
    const seller = addSeller(shop().simulator)
    const callback = await consent(seller.id)
    const { status, data, headers } = await shop().api.get(callback)
    expect(status).toBe(200)
    expect(headers["referrer-policy"]).toBe("no-referrer")
    expect(data.account).toMatchObject({ name: "By consent", external_id: seller.id, state: "connected" })

    const twice = await shop().api.get(callback)
    expect(twice.status).toBe(400)
    expect(twice.data.message).toContain("Begin it again")
  })

  it("sends a browser back to the admin", async () => {
    const callback = await consent(addSeller(shop().simulator).id)
    const { status, headers } = await shop().api.get(callback, { headers: { accept: "text/html" } })
    expect(status).toBe(302)
    expect(headers.location).toMatch(/^\/app\/marketplaces\?connected=mpacc_/)
  })

  it("sets a new account up as the wizard wants it, before anything is imported", async () => {
    const seller = addSeller(shop().simulator, { orders: 1 })
    const callback = await consent(seller.id, { settings: { import_automatically: false } })
    const { data } = await shop().api.get(callback)
    expect(data.account).toMatchObject({
      state: "connected",
      next_sync_at: null,
      settings: { import_automatically: false, interval_minutes: 5 },
    })
  })

  it.each([
    [
      "a seller's own refusal",
      (address: string) => address.replace(/spapi_oauth_code=[^&]+&?/, ""),
      "request_refused",
    ],
    [
      "an invented state",
      (address: string) => address.replace(/state=[^&]+/, "state=invented"),
      "authorization_expired",
    ],
    [
      "an answer without a state",
      (address: string) => address.replace(/state=[^&]+&?/, ""),
      "authorization_expired",
    ],
    [
      "a code that Amazon does not know",
      (address: string) => address.replace(/spapi_oauth_code=[^&]+/, "spapi_oauth_code=other"),
      "authorization_lost",
    ],
    [
      "a platform that is not configured",
      (address: string) => address.replace("/amazon/", "/ebay/"),
      "unexpected",
    ],
  ])("sends a browser back to the admin with %s", async (_what, spoil, failed) => {
    const callback = spoil(await consent(addSeller(shop().simulator).id))
    const { status, headers } = await shop().api.get(callback, { headers: { accept: "text/html" } })
    expect(status).toBe(302)
    expect(headers.location).toMatch(`/app/marketplaces?failed=${failed}&provider=`)
    expect((await shop().api.get("accounts")).data.count).toBe(0)
  })

  it("sends a browser back that was used twice, is another admin's, or brings another seller", async () => {
    const html = { accept: "text/html" }
    const failed = async (callback: string, as = shop().admin) =>
      (await shop().api.get(callback, { headers: html, as })).headers.location
    const seller = addSeller(shop().simulator)
    const callback = await consent(seller.id)
    const expired = "/app/marketplaces?failed=authorization_expired&provider=amazon"
    expect(await failed(callback, shop().otherAdmin)).toBe(expired)
    expect(await failed(callback)).toMatch(/connected=/)
    expect(await failed(callback)).toBe(expired)
    const { accounts } = (await shop().api.get("accounts")).data
    const stranger = await consent(addSeller(shop().simulator).id, { account_id: accounts[0].id })
    expect(await failed(stranger)).toBe("/app/marketplaces?failed=other_seller&provider=amazon")
  })

  it("refuses another admin, an invented state, and one that has expired", async () => {
    const callback = await consent(addSeller(shop().simulator).id)
    expect((await shop().api.get(callback, { as: shop().otherAdmin })).status).toBe(400)
    expect((await shop().api.get(callback.replace(/state=[^&]+/, "state=invented"))).status).toBe(400)
    await shop().sql(
      "UPDATE marketplace_authorization SET expires_at = clock_timestamp() - interval '1 second'",
    )
    expect((await shop().api.get(callback)).status).toBe(400)
    expect((await shop().api.get("accounts")).data.count).toBe(0)
  })

  it("gives a connected seller new credentials instead of a second account", async () => {
    const seller = addSeller(shop().simulator)
    const account = await connect(shop(), seller)
    shop().simulator.revokeRefreshToken(seller.refreshToken)
    await shop().api.post(`accounts/${account.id}/verify`)
    const { data } = await shop().api.get(await consent(seller.id))
    expect(data.account).toMatchObject({
      id: account.id,
      state: "connected",
      problem: null,
      name: account.name,
    })
    expect((await shop().api.get("accounts")).data.count).toBe(1)
  })

  it("refuses the consent of another seller for an account", async () => {
    const account = await connect(shop(), addSeller(shop().simulator))
    const stranger = addSeller(shop().simulator)
    const answer = await shop().api.get(await consent(stranger.id, { account_id: account.id }))
    expect(answer.status).toBe(400)
    expect(answer.data.message).toContain(stranger.id)
    expect((await shop().api.get("accounts")).data.count).toBe(1)
  })

  it.each([
    ["for the account", true],
    ["for no account in particular", false],
  ])("refuses a consent of the seller's other marketplaces, begun %s", async (_what, isForIt) => {
    const seller = addSeller(shop().simulator)
    const account = await connect(shop(), seller, { name: "America" })
    inEurope(shop().simulator, seller)
    const over = { choice: { marketplace: DE }, ...(isForIt ? { account_id: account.id } : {}) }
    const before = await shop().sql("SELECT sealed_credentials FROM marketplace_account")
    const answer = await shop().api.get(await consent(seller.id, over))
    expect(answer.status).toBe(400)
    expect(answer.data.message).toContain('account "America" of the same seller has none of them')
    expect(answer.data.message).toContain("Amazon.de")

    const html = { headers: { accept: "text/html" } }
    const { headers } = await shop().api.get(await consent(seller.id, over), html)
    expect(headers.location).toBe("/app/marketplaces?failed=other_marketplaces&provider=amazon")
    const { accounts } = (await shop().api.get("accounts")).data
    expect(accounts).toHaveLength(1)
    expect(accounts[0].sites).toHaveLength(account.sites.length)
    expect(await shop().sql("SELECT sealed_credentials FROM marketplace_account")).toEqual(before)
  })

  it.each([
    ["a choice that is missing", { choice: {} }, "choice.marketplace"],
    ["a choice that is no option", { choice: { marketplace: "MOON" } }, "choice.marketplace"],
    ["an unknown choice", { choice: { marketplace: US, colour: "red" } }, "choice.colour"],
    [
      "an account that does not exist",
      { choice: { marketplace: US }, account_id: "mpacc_none" },
      "account_id",
    ],
    [
      "a setting that does not exist",
      { choice: { marketplace: US }, settings: { colour: "red" } },
      "settings.colour",
    ],
    [
      "a region that does not exist",
      { choice: { marketplace: US }, settings: { region_id: "reg_none" } },
      "settings.region_id",
    ],
    [
      "settings of an account that is connected already",
      { choice: { marketplace: US }, account_id: "mpacc_none", settings: { review_first: true } },
      "settings",
    ],
  ])("names %s", async (_what, over, field) => {
    const answer = await shop().api.post("accounts/authorize", { provider_id: "amazon", name: "A", ...over })
    expect(answer.status).toBe(400)
    expect(answer.data.message).toContain(`'${field}'`)
  })
}
