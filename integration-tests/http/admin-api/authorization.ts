import { addSeller } from "../../support/amazon-seller"
import { connect, type Shop } from "./shop"

const US = "ATVPDKIKX0DER"

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
    ["a choice that is missing", { choice: {} }, "choice.marketplace"],
    ["a choice that is no option", { choice: { marketplace: "MOON" } }, "choice.marketplace"],
    ["an unknown choice", { choice: { marketplace: US, colour: "red" } }, "choice.colour"],
    [
      "an account that does not exist",
      { choice: { marketplace: US }, account_id: "mpacc_none" },
      "account_id",
    ],
  ])("names %s", async (_what, over, field) => {
    const answer = await shop().api.post("accounts/authorize", { provider_id: "amazon", name: "A", ...over })
    expect(answer.status).toBe(400)
    expect(answer.data.message).toContain(`'${field}'`)
  })
}
