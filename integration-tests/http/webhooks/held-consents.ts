import { syncMarketplaceAccountWorkflow } from "../../../src/workflows"
import { addOrder } from "../../support/pigeon-platform"
import { connectLoft, loftOf, statesOf, type PigeonShop } from "./shop"

const CALLBACK = "/admin/marketplaces/authorize/pigeon/callback"
const browser = { headers: { accept: "text/html" } }

export function heldConsentSuite(shop: () => PigeonShop): void {
  /** A browser comes from the platform's own app store. */
  async function arrive(query = "code=loft-1"): Promise<string> {
    const { status, headers } = await shop().api.get(`${CALLBACK}?${query}`, browser)
    expect(status).toBe(302)
    expect(headers["referrer-policy"]).toBe("no-referrer")
    const id = new URL(String(headers.location), "http://shop").searchParams.get("confirm")
    expect(headers.location).toBe(`/app/marketplaces?confirm=${id}`)
    return String(id)
  }

  it("waits for the admin's word, and connects by it, once", async () => {
    const id = await arrive()
    expect((await shop().api.get("accounts")).data.count).toBe(0)
    expect(shop().platform.calls).toEqual([])
    const { data } = await shop().api.get(`authorize/held/${id}`)
    expect(data).toEqual({ held: { id, provider_id: "pigeon", expires_at: expect.any(String) } })

    const confirmed = await shop().api.post(`authorize/held/${id}/confirm`, { name: "Our loft" })
    expect(confirmed.data.account).toMatchObject({
      ...{ name: "Our loft", provider_id: "pigeon", external_id: "loft-1", state: "connected" },
      webhooks: { problem: null },
    })
    expect((await shop().api.post(`authorize/held/${id}/confirm`)).status).toBe(404)
    expect((await shop().api.get("accounts")).data.count).toBe(1)
  })

  it("is nobody's but the admin's whose browser brought it, for five minutes, and is stored sealed", async () => {
    const id = await arrive("code=loft-1&secret=s3cr3t-code")
    const stored = await shop().sql("SELECT * FROM marketplace_authorization")
    expect(JSON.stringify(stored)).not.toContain("s3cr3t-code")
    const other = { as: shop().otherAdmin }
    expect((await shop().api.get(`authorize/held/${id}`, other)).status).toBe(404)
    expect((await shop().api.post(`authorize/held/${id}/confirm`, {}, other)).status).toBe(404)
    expect((await shop().api.remove(`authorize/held/${id}`, other)).status).toBe(404)
    await shop().sql(
      "UPDATE marketplace_authorization SET expires_at = clock_timestamp() - interval '1 second'",
    )
    expect((await shop().api.post(`authorize/held/${id}/confirm`)).status).toBe(404)
    expect((await shop().api.get("accounts")).data.count).toBe(0)
  })

  it("can be thrown away", async () => {
    const id = await arrive()
    expect((await shop().api.remove(`authorize/held/${id}`)).data).toMatchObject({ id, deleted: true })
    expect((await shop().api.get(`authorize/held/${id}`)).status).toBe(404)
  })

  it("says what the platform says when its code has expired meanwhile", async () => {
    const id = await arrive("code=expired")
    const answer = await shop().api.post(`authorize/held/${id}/confirm`)
    expect(answer).toMatchObject({ status: 400, data: { code: "authorization_lost" } })
  })

  it("of a store that is connected already renews that account, with its products and its place", async () => {
    const account = await connectLoft(shop())
    addOrder(loftOf(shop()), "P-1")
    const sync = () =>
      syncMarketplaceAccountWorkflow(shop().container).run({ input: { accountId: account.id } })
    await sync()
    const before = await shop().api.get(`mappings?account_id=${account.id}`)
    loftOf(shop()).key = "key of the second installation"

    const { data } = await shop().api.post(`authorize/held/${await arrive()}/confirm`, { name: "Ignored" })
    expect(data.account).toMatchObject({
      id: account.id,
      name: account.name,
      order_prefix: account.order_prefix,
    })
    addOrder(loftOf(shop()), "P-2")
    await sync()
    expect(await statesOf(shop(), account.id)).toEqual({ "P-1": "imported", "P-2": "imported" })
    const after = await shop().api.get(`mappings?account_id=${account.id}`)
    expect(after.data.mappings.map(({ id }: { id: string }) => id)).toEqual(
      before.data.mappings.map(({ id }: { id: string }) => id),
    )
    expect(loftOf(shop()).hooks).toHaveLength(1)
  })

  it("leads a browser to sign in first when nobody is, and tells a program", async () => {
    const { status, headers } = await shop().api.get(`${CALLBACK}?code=loft-1`, { ...browser, as: null })
    expect(status).toBe(302)
    expect(headers.location).toBe("/app/marketplaces?failed=signed_out&provider=pigeon")
    expect((await shop().api.get(`${CALLBACK}?code=loft-1`, { as: null })).status).toBe(401)
    expect(await shop().sql("SELECT id FROM marketplace_authorization")).toEqual([])
  })

  it("that the merchant refused at the platform says so", async () => {
    const answer = await shop().api.get(`${CALLBACK}?error=access_denied`, browser)
    expect(answer.headers.location).toBe("/app/marketplaces?failed=consent_refused&provider=pigeon")
    const told = await shop().api.get(`${CALLBACK}?error=access_denied&lang=es`)
    expect(told.status).toBe(400)
    expect(told.data.code).toBe("consent_refused")
  })
}
