import { syncMarketplaceAccountWorkflow } from "../../../src/workflows"
import { addOrder } from "../../support/pigeon-platform"
import {
  accountOf,
  bellOf,
  call,
  connectLoft,
  eventually,
  hourLater,
  loftOf,
  serviceOf,
  statesOf,
  type PigeonShop,
} from "./shop"

const said = (what: string) => ({ said: what, loft: "loft-1", reference: "P-2" })
const suspended = { state: "paused", problem: { code: "account_suspended" } }
const connected = { state: "connected", problem: null }

export function suspensionSuite(shop: () => PigeonShop): void {
  const sync = (id: string) =>
    syncMarketplaceAccountWorkflow(shop().container).run({ input: { accountId: id } })
  const historyOf = async (id: string): Promise<string[]> =>
    (await shop().api.get(`accounts/${id}/history`)).data.history.map(({ event }: { event: string }) => event)
  const timesVerified = () => shop().platform.calls.filter(({ call: asked }) => asked === "verify").length

  /** One order imported before, one that came while the platform did not answer. */
  async function accountWithGap(access: "suspended" | "revoked"): Promise<string> {
    const { id } = await connectLoft(shop())
    addOrder(loftOf(shop()), "P-1")
    await sync(id)
    loftOf(shop()).access = access
    addOrder(loftOf(shop()), "P-2")
    return id
  }

  it("waits, tells it once, looks again by itself, and fetches the orders of the gap", async () => {
    const id = await accountWithGap("suspended")
    await sync(id)
    expect(await accountOf(shop(), id)).toMatchObject({ ...suspended, next_sync_at: null })
    await hourLater(shop(), id)
    await hourLater(shop(), id)
    expect(await accountOf(shop(), id)).toMatchObject(suspended)
    expect(await bellOf(shop(), id)).toEqual(["account_suspended"])

    loftOf(shop()).access = "open"
    await hourLater(shop(), id)
    expect(await accountOf(shop(), id)).toMatchObject(connected)
    await sync(id)
    expect(await statesOf(shop(), id)).toEqual({ "P-1": "imported", "P-2": "imported" })
    expect((await historyOf(id)).filter((event) => ["suspended", "resumed"].includes(event))).toEqual([
      "resumed",
      "suspended",
    ])
  })

  it("is back as soon as the platform says so, and is true", async () => {
    const id = await accountWithGap("suspended")
    await sync(id)
    const before = timesVerified()
    await call(shop(), said("resumed"))
    await eventually(async () => expect(timesVerified()).toBe(before + 1))
    expect(await accountOf(shop(), id)).toMatchObject(suspended)
    loftOf(shop()).access = "open"
    await call(shop(), said("resumed"))
    await eventually(async () => expect(await accountOf(shop(), id)).toMatchObject(connected))
  })

  it("stays suspended while the platform cannot be asked at all", async () => {
    const id = await accountWithGap("suspended")
    await sync(id)
    loftOf(shop()).access = "down"
    await hourLater(shop(), id)
    expect(await accountOf(shop(), id)).toMatchObject(suspended)
    const [row] = await serviceOf(shop()).listMarketplaceAccounts({ id })
    expect(Number(row.check_due_at)).toBeGreaterThan(Date.now())
  })

  it("does not come back by itself once a person has switched it off", async () => {
    const id = await accountWithGap("suspended")
    await sync(id)
    await shop().api.post(`accounts/${id}/pause`)
    loftOf(shop()).access = "open"
    const asked = shop().platform.calls.length
    await call(shop(), said("resumed"))
    await hourLater(shop(), id)
    expect(await accountOf(shop(), id)).toMatchObject({ state: "paused", problem: null })
    expect(shop().platform.calls).toHaveLength(asked)
  })

  it("met by a webhook is kept the same way, and the order is not lost", async () => {
    const id = await accountWithGap("suspended")
    await call(shop(), said("order_changed"))
    await eventually(async () => expect(await accountOf(shop(), id)).toMatchObject(suspended))
    loftOf(shop()).access = "open"
    await hourLater(shop(), id)
    await sync(id)
    expect(await statesOf(shop(), id)).toMatchObject({ "P-2": "imported" })
  })

  it.each(["authorization_lost", "suspended"])("believes no webhook that says %s", async (what) => {
    const { id } = await connectLoft(shop())
    const before = timesVerified()
    await call(shop(), said(what))
    await eventually(async () => expect(timesVerified()).toBe(before + 1))
    expect(await accountOf(shop(), id)).toMatchObject(connected)
    expect(await bellOf(shop(), id)).toEqual([])
  })

  it("needs a person when the merchant took the connection away, tells it once, and goes on after it is renewed", async () => {
    const id = await accountWithGap("revoked")
    const [{ position }] = (await accountOf(shop(), id)).cursors
    await Promise.all([
      call(shop(), said("authorization_lost")),
      call(shop(), said("order_changed")),
      sync(id),
    ])
    await eventually(async () =>
      expect(await accountOf(shop(), id)).toMatchObject({
        state: "needs_reauthorization",
        problem: { code: "authorization_lost" },
      }),
    )
    await call(shop(), said("authorization_lost"))
    await call(shop(), said("order_changed"))
    expect(await bellOf(shop(), id)).toEqual(["authorization_lost"])
    const [cursor] = (await accountOf(shop(), id)).cursors
    expect(cursor.position).toBe(position)

    // Installed anew: another key, and the address is asked for again.
    Object.assign(loftOf(shop()), { access: "open", key: "new key", hooks: [] })
    const body = { provider_id: "pigeon", name: "Ignored", account_id: id }
    const { data } = await shop().api.post("accounts/authorize", body)
    const back = new URL(data.url as string)
    const answer = await shop().api.get(back.pathname + back.search)
    expect(answer.data.account).toMatchObject({ id, name: "The loft-1", ...connected })
    await sync(id)
    expect(await statesOf(shop(), id)).toEqual({ "P-1": "imported", "P-2": "imported" })
    expect(loftOf(shop()).hooks).toHaveLength(1)
  })
}
