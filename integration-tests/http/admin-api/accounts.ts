import { addSeller, inEurope } from "../../support/amazon-seller"
import { connect, everythingStored, marketplaceOf, sync, type Shop } from "./shop"

export function accountSuite(shop: () => Shop): void {
  it("describes the connectors in the reader's language", async () => {
    const { data } = await shop().api.get("connectors?lang=pt-BR")
    const amazon = data.connectors.find((one: { id: string }) => one.id === "amazon")
    expect(amazon).toMatchObject({
      name: "Amazon",
      order_prefix: "AMZ",
      capabilities: ["authorization", "orders", "listings", "shipments", "stock", "inventory"],
    })
    expect(amazon.credential_fields[0].label).toBe("Região")
    expect(amazon.settings_schema.properties.interval_minutes.default).toBe(5)
    expect(amazon.credentials_schema.required).toContain("refresh_token")
  })

  it("connects a seller with its marketplaces, its cursor and its history", async () => {
    const account = await connect(shop(), addSeller(shop().simulator), { settings: { interval_minutes: 30 } })
    expect(account).toMatchObject({ state: "connected", order_prefix: "AMZ", problem: null })
    expect(account.settings).toMatchObject({ interval_minutes: 30, stock_policy: "take" })
    expect(account.sites.map((site: { name: string }) => site.name).sort()).toEqual([
      "Amazon.com",
      "Amazon.com.br",
    ])
    expect(account.cursors).toMatchObject([{ resource: "orders", position: account.activated_at }])
    expect(new Date(account.next_sync_at).getTime()).toBeLessThanOrEqual(Date.now())
    const [line] = await marketplaceOf(shop()).listHistoryEntries({ subject_id: account.id })
    expect(line).toMatchObject({ event: "connected", actor: "person", actor_id: shop().admin.id })
  })

  it.each([
    [
      "a field of the credentials",
      { credentials: { refresh_token: "x", selling_partner_id: "A1", region: "na" } },
      "credentials.selling_partner_id",
    ],
    [
      "an unknown field of the credentials",
      {
        credentials: {
          refresh_token: "Atzr|hidden",
          selling_partner_id: "ATEST000001",
          region: "na",
          extra: 1,
        },
      },
      "credentials.extra",
    ],
    ["an unknown connector", { provider_id: "ebay" }, "provider_id"],
    ["an unknown setting", { settings: { colour: "red" } }, "settings.colour"],
    [
      "a sales channel that does not exist",
      { settings: { sales_channel_id: "sc_none" } },
      "settings.sales_channel_id",
    ],
    [
      "a shipping option that does not exist",
      { settings: { shipping_option_id: "so_none" } },
      "settings.shipping_option_id",
    ],
    ["an interval that is too short", { settings: { interval_minutes: 0 } }, "settings.interval_minutes"],
    ["an activation that is no instant", { activated_at: "yesterday" }, "activated_at"],
  ])("refuses %s, names it, and stores nothing", async (_what, over, field) => {
    const before = await everythingStored(shop())
    const { credentials } = addSeller(shop().simulator)
    const answer = await shop().api.post("accounts", {
      provider_id: "amazon",
      name: "A",
      credentials,
      ...over,
    })
    expect(answer.status).toBe(400)
    expect(answer.data.message).toContain(`'${field}'`)
    expect(await everythingStored(shop())).toEqual(before)
  })

  it("refuses a token that Amazon does not accept, says so, and leaves nothing behind", async () => {
    const { credentials } = addSeller(shop().simulator)
    const before = await everythingStored(shop())
    const answer = await shop().api.post("accounts", {
      provider_id: "amazon",
      name: "Wrong",
      credentials: { ...credentials, refresh_token: "Atzr|wrong" },
    })
    expect(answer).toMatchObject({
      status: 400,
      data: { code: "authorization_lost", problem: { owner: "merchant" } },
    })
    expect(await everythingStored(shop())).toEqual(before)
    expect(await shop().sql("SELECT id FROM marketplace_quota")).toEqual([])
  })

  it("refuses a second account of the same seller with a sentence", async () => {
    const seller = addSeller(shop().simulator)
    await connect(shop(), seller, { name: "First" })
    const answer = await shop().api.post("accounts", {
      provider_id: "amazon",
      name: "Second",
      credentials: seller.credentials,
    })
    expect(answer.status).toBe(400)
    expect(answer.data.message).toContain('connected already, as account "First"')
  })

  it("gives another seller a prefix of its own, and a seller who comes back the earlier one", async () => {
    const [first, second] = [addSeller(shop().simulator), addSeller(shop().simulator)]
    const one = await connect(shop(), first)
    expect(await shop().api.remove(`accounts/${one.id}`)).toMatchObject({
      status: 200,
      data: { deleted: true },
    })
    const two = await connect(shop(), second)
    expect(two.order_prefix).toMatch(/^AMZ[0-9A-Z]{3}$/)
    const again = await connect(shop(), first)
    expect(again.order_prefix).toBe("AMZ")
    expect(again.id).not.toBe(one.id)
  })

  it("removes an account with its secrets, and adopts its orders when it comes back", async () => {
    const seller = addSeller(shop().simulator, { orders: 2 })
    const one = await connect(shop(), seller)
    await sync(shop(), one.id)
    await shop().api.remove(`accounts/${one.id}`)
    expect((await shop().api.get(`accounts/${one.id}`)).status).toBe(404)
    expect((await shop().api.get("orders")).data.count).toBe(0)
    const [gone] = await marketplaceOf(shop()).listMarketplaceAccounts({ id: one.id }, { withDeleted: true })
    expect(marketplaceOf(shop()).openCredentials(gone)).toEqual({})
    const payloads = await shop().sql("SELECT id FROM marketplace_order WHERE sealed_payload IS NOT NULL")
    expect(payloads).toEqual([])

    const orders = await shop().sql(`SELECT id FROM "order" ORDER BY id`)
    expect(orders).toHaveLength(2)
    const again = await connect(shop(), seller)
    await sync(shop(), again.id)
    expect(await shop().sql(`SELECT id FROM "order" ORDER BY id`)).toEqual(orders)
    expect((await shop().api.get("orders?state=imported")).data.count).toBe(2)
  })

  it("changes what is named and nothing else", async () => {
    const account = await connect(shop(), addSeller(shop().simulator))
    const [site] = account.sites
    const change = {
      settings: { interval_minutes: 60, import_automatically: false },
      sites: [{ external_id: site.external_id, enabled: false, team: "north" }],
    }
    const { data, status } = await shop().api.post(`accounts/${account.id}`, change)
    expect(status).toBe(200)
    expect(data.account).toMatchObject({
      name: account.name,
      next_sync_at: null,
      settings: { ...account.settings, interval_minutes: 60, import_automatically: false },
    })
    expect(data.account.sites[0]).toEqual({ ...site, enabled: false, team: "north" })
    const on = await shop().api.post(`accounts/${account.id}`, { settings: { import_automatically: true } })
    expect(new Date(on.data.account.next_sync_at).getTime()).toBeLessThanOrEqual(Date.now())
    const stranger = await shop().api.post(`accounts/${account.id}`, { sites: [{ external_id: "nowhere" }] })
    expect(stranger.data.message).toContain("'sites.0.external_id'")
  })

  it("takes new credentials of the same seller only", async () => {
    const [seller, other] = [addSeller(shop().simulator), addSeller(shop().simulator)]
    const account = await connect(shop(), seller)
    const refused = await shop().api.post(`accounts/${account.id}`, {
      name: "New",
      credentials: other.credentials,
    })
    expect(refused.status).toBe(400)
    expect(refused.data.message).toContain(other.id)
    const stored = await shop().api.get(`accounts/${account.id}`)
    expect(stored.data.account.name).toBe(account.name)
  })

  it("takes new credentials of the same marketplaces only; others are an account of their own", async () => {
    const seller = addSeller(shop().simulator)
    const account = await connect(shop(), seller, { name: "America" })
    const credentials = inEurope(shop().simulator, seller)
    const refused = await shop().api.post(`accounts/${account.id}`, { credentials })
    expect(refused.status).toBe(400)
    expect(refused.data.message).toContain('account "America" of the same seller has none of them')
    const stored = await shop().api.get(`accounts/${account.id}`)
    expect(stored.data.account.sites).toEqual(account.sites)
    await connect(shop(), { ...seller, credentials }, { name: "Europe", marketplace_set: "eu" })
  })

  it("takes new credentials for an account that has no marketplace yet", async () => {
    const seller = addSeller(shop().simulator)
    const account = await connect(shop(), seller)
    await shop().sql("DELETE FROM marketplace_site")
    const credentials = inEurope(shop().simulator, seller)
    const { status, data } = await shop().api.post(`accounts/${account.id}`, { credentials })
    expect(status).toBe(200)
    expect(data.account.sites).toHaveLength(2)
  })

  it("tells that the authorization is lost, and recovers with new credentials", async () => {
    const seller = addSeller(shop().simulator)
    const account = await connect(shop(), seller)
    expect((await shop().api.post(`accounts/${account.id}/verify`)).data.problem).toBeNull()

    shop().simulator.revokeRefreshToken(seller.refreshToken)
    const lost = await shop().api.post(`accounts/${account.id}/verify?lang=es`)
    expect(lost.data.problem.code).toBe("authorization_lost")
    expect(lost.data.account).toMatchObject({
      state: "needs_reauthorization",
      next_sync_at: null,
      problem: { code: "authorization_lost" },
    })
    for (const action of ["sync", "resume"]) {
      const refused = await shop().api.post(`accounts/${account.id}/${action}`)
      expect(refused.status).toBe(400)
      expect(refused.data.message).toMatch(/Renew (it|the connection)/)
    }
    shop().simulator.addSeller({
      sellingPartnerId: seller.id,
      refreshTokens: ["Atzr|fresh"],
      marketplaces: ["US", "BR", "MX"],
    })
    const credentials = { ...seller.credentials, refresh_token: "Atzr|fresh" }
    const { data } = await shop().api.post(`accounts/${account.id}`, { credentials })
    expect(data.account).toMatchObject({ state: "connected", problem: null })
    expect(data.account.sites).toHaveLength(3)
    expect(data.account.next_sync_at).not.toBeNull()
  })

  it("pauses, reads nothing for anybody while paused, and resumes", async () => {
    const account = await connect(shop(), addSeller(shop().simulator))
    expect((await shop().api.post(`accounts/${account.id}/pause`)).data.account).toMatchObject({
      state: "paused",
      next_sync_at: null,
    })
    const period = { from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" }
    const asked: [string, object?][] = [["sync"], ["import", period], ["preview", period]]
    for (const [route, body] of asked) {
      expect((await shop().api.post(`accounts/${account.id}/${route}`, body)).data.message).toContain(
        "is paused",
      )
    }
    const resumed = await shop().api.post(`accounts/${account.id}/resume`)
    expect(resumed.data.account.state).toBe("connected")
    expect(resumed.data.account.next_sync_at).not.toBeNull()
  })

  it("moves the cursor for a named person, backwards too, and not into the future", async () => {
    const account = await connect(shop(), addSeller(shop().simulator))
    const position = "2026-01-02T03:04:05.000Z"
    const { data } = await shop().api.post(`accounts/${account.id}/cursor`, { resource: "orders", position })
    expect(data.account.cursors).toMatchObject([{ resource: "orders", position }])
    const lines = await marketplaceOf(shop()).listHistoryEntries({
      subject_id: account.id,
      event: "cursor_moved",
    })
    expect(lines).toMatchObject([{ actor_id: shop().admin.id, details: { position } }])
    const ahead = { resource: "orders", position: new Date(Date.now() + 60_000).toISOString() }
    expect((await shop().api.post(`accounts/${account.id}/cursor`, ahead)).data.message).toContain(
      "'position'",
    )
  })
}
