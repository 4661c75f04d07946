import {
  comeBack,
  connectStore,
  consent,
  eventually,
  openStore,
  sell,
  settingsOf,
  statesOf,
  sync,
  type NuvemshopShop,
} from "./shop"

const browser = { headers: { accept: "text/html" } }

export function installSuite(shop: () => NuvemshopShop): void {
  const hooksOf = (storeId: number) => shop().simulator.webhooks(storeId)
  const mappingsOf = async (id: string): Promise<string[]> =>
    (await shop().api.get(`mappings?account_id=${id}`)).data.mappings.map((one: { id: string }) => one.id)

  it("is connected by the merchant's consent, and calls from then on", async () => {
    const storeId = openStore(shop())
    const account = await connectStore(shop(), storeId)
    expect(account).toMatchObject({
      ...{ provider_id: "nuvemshop", external_id: String(storeId), state: "connected", name: "Our store" },
      ...{ activation_counts: "paid", webhooks: { registered_at: expect.any(String), problem: null } },
    })
    const urls = hooksOf(storeId).map(({ url }) => new URL(url).pathname)
    expect(new Set(urls)).toEqual(new Set(["/hooks/marketplaces/nuvemshop"]))
    const events = hooksOf(storeId).map(({ event }) => event)
    expect(events).toEqual(expect.arrayContaining(["order/paid", "app/uninstalled"]))
    expect(new Set(events).size).toBe(events.length)

    const reference = sell(shop(), storeId)
    await eventually(async () =>
      expect(await statesOf(shop(), account.id)).toEqual({ [reference]: "imported" }),
    )
  })

  it("has its orders reviewed unless a person decides otherwise", async () => {
    const storeId = openStore(shop())
    const { review_first: _decided, ...settings } = settingsOf(shop())
    const { data } = await shop().api.get(await consent(shop(), storeId, { settings }))
    expect(data.account.settings).toMatchObject({ review_first: true, customer_rule: "name_and_document" })
  })

  it("that is installed again keeps its account, its products and its place, and is called by one set of webhooks", async () => {
    const storeId = openStore(shop())
    const account = await connectStore(shop(), storeId)
    const first = sell(shop(), storeId)
    await sync(shop(), account.id)
    const [mappings, hooks] = [await mappingsOf(account.id), hooksOf(storeId).length]
    expect(mappings).not.toEqual([])

    const { data } = await shop().api.get(await consent(shop(), storeId, { name: "Another name" }))
    expect(data.account).toMatchObject({
      id: account.id,
      name: "Our store",
      activated_at: account.activated_at,
    })
    expect(hooksOf(storeId)).toHaveLength(hooks)
    expect(await mappingsOf(account.id)).toEqual(mappings)
    const second = sell(shop(), storeId)
    await eventually(async () =>
      expect(await statesOf(shop(), account.id)).toEqual({ [first]: "imported", [second]: "imported" }),
    )
    expect((await shop().api.get("accounts")).data.count).toBe(1)
  })

  it("that is installed from the platform's app store waits for the admin's word", async () => {
    const storeId = openStore(shop())
    const { headers } = await shop().api.get(comeBack(shop(), storeId), browser)
    const id = new URL(String(headers.location), "http://shop").searchParams.get("confirm")
    expect((await shop().api.get("accounts")).data.count).toBe(0)
    const { data } = await shop().api.post(`authorize/held/${id}/confirm`)
    expect(data.account).toMatchObject({
      name: "Nuvemshop",
      external_id: String(storeId),
      state: "connected",
    })
  })

  it("that does not tell of itself at first is connected all the same: its one code is spent by then", async () => {
    const storeId = openStore(shop())
    const { simulator } = shop()
    simulator.addFault({ kind: "status", status: 500, operation: "getStore", times: 3 })
    const before = simulator.callCount("token")
    expect(await connectStore(shop(), storeId)).toMatchObject({
      external_id: String(storeId),
      state: "connected",
    })
    expect(simulator.callCount("token") - before).toBe(1)
  })

  it("that tells nothing of itself for long is refused with that reason", async () => {
    shop().simulator.addFault({ kind: "status", status: 500, operation: "getStore", times: "always" })
    const { headers } = await shop().api.get(await consent(shop(), openStore(shop())), browser)
    expect(headers.location).toBe("/app/marketplaces?failed=platform_unavailable&provider=nuvemshop")
  })

  it("whose code took too long sends the browser back to the admin with that reason", async () => {
    const { switches } = shop().simulator
    const lifetime = switches.authorizationCodeMs
    switches.authorizationCodeMs = 0
    try {
      const { headers } = await shop().api.get(await consent(shop(), openStore(shop())), browser)
      expect(headers.location).toBe("/app/marketplaces?failed=authorization_lost&provider=nuvemshop")
    } finally {
      switches.authorizationCodeMs = lifetime
    }
  })
}
