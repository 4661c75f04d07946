import {
  accountOf,
  bellOf,
  connectStore,
  consent,
  eventually,
  openStore,
  sell,
  statesOf,
  sync,
  type NuvemshopShop,
} from "./shop"

export function standingSuite(shop: () => NuvemshopShop): void {
  it("that the merchant uninstalls needs a person, tells it once, and fetches the gap when it is renewed", async () => {
    const storeId = openStore(shop())
    const { id } = await connectStore(shop(), storeId)
    const before = sell(shop(), storeId)
    await eventually(async () => expect(await statesOf(shop(), id)).toEqual({ [before]: "imported" }))
    shop().simulator.uninstall(storeId)
    await eventually(async () =>
      expect(await accountOf(shop(), id)).toMatchObject({
        state: "needs_reauthorization",
        problem: { code: "authorization_lost" },
      }),
    )
    await sync(shop(), id)
    expect(await bellOf(shop(), id)).toEqual(["authorization_lost"])

    const meanwhile = sell(shop(), storeId)
    const { data } = await shop().api.get(await consent(shop(), storeId, { account_id: id }))
    expect(data.account).toMatchObject({ id, state: "connected", problem: null })
    expect(shop().simulator.webhooks(storeId)).not.toEqual([])
    await sync(shop(), id)
    expect(await statesOf(shop(), id)).toEqual({ [before]: "imported", [meanwhile]: "imported" })
  })

  it("whose token no longer works is found out by the schedule too", async () => {
    const storeId = openStore(shop())
    const { id } = await connectStore(shop(), storeId)
    shop().simulator.revokeToken(storeId)
    await sync(shop(), id)
    await sync(shop(), id)
    expect(await accountOf(shop(), id)).toMatchObject({ state: "needs_reauthorization" })
    expect(await bellOf(shop(), id)).toEqual(["authorization_lost"])
  })

  it("that the platform suspends waits, and goes on by itself when the platform does", async () => {
    const storeId = openStore(shop())
    const { id } = await connectStore(shop(), storeId)
    shop().simulator.suspend(storeId)
    await eventually(async () =>
      expect(await accountOf(shop(), id)).toMatchObject({
        state: "paused",
        problem: { code: "account_suspended" },
      }),
    )
    const meanwhile = sell(shop(), storeId)
    shop().simulator.resume(storeId)
    await eventually(async () =>
      expect(await accountOf(shop(), id)).toMatchObject({ state: "connected", problem: null }),
    )
    await sync(shop(), id)
    expect(await statesOf(shop(), id)).toEqual({ [meanwhile]: "imported" })
    expect(await bellOf(shop(), id)).toEqual(["account_suspended"])
  })

  it("whose webhooks come doubled, late and in any order brings each order once", async () => {
    const storeId = openStore(shop())
    const { id } = await connectStore(shop(), storeId)
    shop().simulator.holdWebhooks()
    const references = Array.from({ length: 20 }, () => sell(shop(), storeId))
    shop().simulator.switches.holdWebhooks = false
    await shop().simulator.releaseWebhooks({ shuffle: true, copies: 4 })
    const all = Object.fromEntries(references.map((reference) => [reference, "imported"]))
    await eventually(async () => expect(await statesOf(shop(), id)).toEqual(all))
    const made = `SELECT id FROM history_entry WHERE event = 'imported' AND account_id = '${id}'`
    expect(await shop().sql(made)).toHaveLength(references.length)
  })
}
