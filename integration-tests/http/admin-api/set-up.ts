import { addSeller } from "../../support/amazon-seller"
import { connect, everythingStored, type Shop } from "./shop"

const US = "ATVPDKIKX0DER"
const BR = "A2Q3Y263D00KWC"

/** What the wizard asks for: a test before anything is stored, and an account that is set up from its first minute. */
export function setUpSuite(shop: () => Shop): void {
  const verify = (credentials: object, over: object = {}) =>
    shop().api.post("accounts/verify", { provider_id: "amazon", credentials, ...over })

  it("tells who typed credentials belong to, and stores nothing", async () => {
    const seller = addSeller(shop().simulator)
    const before = await everythingStored(shop())
    const { status, data } = await verify(seller.credentials)
    expect(status).toBe(200)
    expect(data).toMatchObject({ verification: { external_id: seller.id }, connected_as: null })
    expect(data.verification.marketplaces).toContainEqual({
      external_id: BR,
      name: "Amazon.com.br",
      country: "BR",
      currency: "BRL",
      participating: true,
    })
    expect(await everythingStored(shop())).toEqual(before)
    expect(await shop().sql("SELECT id FROM marketplace_quota")).toEqual([])
  })

  it("tells as which account the seller is connected already", async () => {
    const seller = addSeller(shop().simulator)
    const account = await connect(shop(), seller, { name: "Amazon USA" })
    const { data } = await verify(seller.credentials)
    expect(data.connected_as).toEqual({ id: account.id, name: "Amazon USA" })
  })

  it("says what Amazon says of a token that it does not know, in the reader's language", async () => {
    const { credentials } = addSeller(shop().simulator)
    const answer = await shop().api.post("accounts/verify?lang=es", {
      provider_id: "amazon",
      credentials: { ...credentials, refresh_token: "Atzr|wrong" },
    })
    expect(answer).toMatchObject({ status: 400, data: { code: "authorization_lost" } })
    expect(answer.data.message).toContain("renueve la conexión")
    expect(await shop().sql("SELECT id FROM marketplace_quota")).toEqual([])
  })

  it.each([
    ["a connector that is not there", { provider_id: "ebay" }, "provider_id"],
    ["credentials of another shape", { credentials: { colour: "red" } }, "credentials.refresh_token"],
  ])("names %s", async (_what, over, field) => {
    const answer = await verify(addSeller(shop().simulator).credentials, over)
    expect(answer.status).toBe(400)
    expect(answer.data.message).toContain(`'${field}'`)
  })

  it("connects an account with its marketplaces switched on and off as chosen", async () => {
    const account = await connect(shop(), addSeller(shop().simulator), {
      sites: [
        { external_id: US, enabled: false },
        { external_id: BR, stock_location_id: shop().store.platformLocationId, team: "south" },
      ],
    })
    const site = (id: string) => account.sites.find((one: { external_id: string }) => one.external_id === id)
    expect(site(US)).toMatchObject({ enabled: false, team: null })
    expect(site(BR)).toMatchObject({
      enabled: true,
      team: "south",
      stock_location_id: shop().store.platformLocationId,
    })
  })

  it.each([
    ["a marketplace that Amazon does not list", { external_id: "A1PA6795UKMFR9" }, "sites.0.external_id"],
    [
      "a stock location that does not exist",
      { external_id: US, stock_location_id: "sloc_none" },
      "sites.0.stock_location_id",
    ],
  ])("refuses %s, names it, and stores nothing", async (_what, site, field) => {
    const { credentials } = addSeller(shop().simulator)
    const before = await everythingStored(shop())
    const answer = await shop().api.post("accounts", {
      provider_id: "amazon",
      name: "A",
      credentials,
      sites: [site],
    })
    expect(answer.status).toBe(400)
    expect(answer.data.message).toContain(`'${field}'`)
    expect(answer.data.message).toContain(Object.values(site).pop())
    expect(await everythingStored(shop())).toEqual(before)
    expect(await shop().sql("SELECT id FROM marketplace_quota")).toEqual([])
  })
}
