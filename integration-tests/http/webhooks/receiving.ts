import { createHmac } from "node:crypto"
import { syncMarketplaceAccountWorkflow } from "../../../src/workflows"
import { addLoft, addOrder, cancelOrder } from "../../support/pigeon-platform"
import {
  accountOf,
  call,
  connectLoft,
  eventually,
  loftOf,
  serviceOf,
  statesOf,
  type PigeonShop,
} from "./shop"

const HOUR_MS = 3_600_000
const said = (reference: string) => ({ said: "order_changed", loft: "loft-1", reference })

/** Everything in another order, the same each time. */
function shuffled<Item>(items: Item[]): Item[] {
  const ranked = items.map((item, index) => ({
    item,
    rank: createHmac("sha256", "seed").update(String(index)).digest("hex"),
  }))
  return ranked.sort((left, right) => left.rank.localeCompare(right.rank)).map(({ item }) => item)
}

export function receivingSuite(shop: () => PigeonShop): void {
  const notices = (id: string) => serviceOf(shop()).listChangeNotices({ account_id: id }, { take: 10_000 })
  const sync = (id: string) =>
    syncMarketplaceAccountWorkflow(shop().container).run({ input: { accountId: id } })

  it("is known by its signature over the very bytes that were sent", async () => {
    await connectLoft(shop())
    const odd = ' {"said" :"coo",\n "loft":"loft-1",  "note":"Olá 🕊" }'
    expect((await call(shop(), odd)).status).toBe(200)
    expect((await call(shop(), odd, { headers: { "content-type": "text/plain" } })).status).toBe(200)
    const signature = createHmac("sha256", "s3cr3t-ring").update(odd).digest("hex")
    expect((await call(shop(), JSON.stringify(JSON.parse(odd)), { signature })).status).toBe(401)
  })

  it.each<[string, object | string, Parameters<typeof call>[2], number]>([
    ["without a signature", said("P-1"), { signature: null }, 401],
    ["with a signature that is none", said("P-1"), { signature: "no hex" }, 401],
    ["that is no JSON, and not signed", "{", { signature: null }, 401],
    ["for a connector that is not there", said("P-1"), { path: "/hooks/marketplaces/nobody" }, 404],
    ["for a connector that takes none", said("P-1"), { path: "/hooks/marketplaces/amazon" }, 404],
    ["that is not one of the platform's", { said: "coo" }, {}, 400],
    ["that is longer than any of a platform", { loft: "x".repeat(300_000) }, {}, 413],
  ])("turns away a webhook %s, and keeps nothing of it", async (_what, body, over, status) => {
    const { id } = await connectLoft(shop())
    expect((await call(shop(), body, over)).status).toBe(status)
    expect(await notices(id)).toEqual([])
  })

  it("imports an order as soon as it is told of, and cancels it the same way", async () => {
    const { id } = await connectLoft(shop())
    addOrder(loftOf(shop()), "P-1")
    expect((await call(shop(), said("P-1"))).status).toBe(200)
    await eventually(async () => expect(await statesOf(shop(), id)).toEqual({ "P-1": "imported" }))
    cancelOrder(loftOf(shop()), "P-1")
    await call(shop(), said("P-1"))
    await eventually(async () => expect(await statesOf(shop(), id)).toEqual({ "P-1": "canceled" }))
    expect(shop().platform.calls.some(({ call: asked }) => asked === "search")).toBe(false)
  })

  it("takes a thousand webhooks, doubled and shuffled, for each order once", async () => {
    const { id } = await connectLoft(shop())
    const references = Array.from({ length: 40 }, (_, index) => `P-${index}`)
    for (const reference of references) addOrder(loftOf(shop()), reference)
    const told = shuffled(
      references.flatMap((reference) => Array.from({ length: 25 }, () => said(reference))),
    )
    expect(told).toHaveLength(1000)
    for (let start = 0; start < told.length; start += 25) {
      const answers = await Promise.all(told.slice(start, start + 25).map((one) => call(shop(), one)))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    }
    const imported = Object.fromEntries(references.map((reference) => [reference, "imported"]))
    await eventually(async () => {
      expect(await statesOf(shop(), id)).toEqual(imported)
      expect((await notices(id)).filter(({ read_at }) => !read_at)).toEqual([])
    })
    const orders = await shop().sql(
      `SELECT custom_display_id FROM "order" WHERE custom_display_id LIKE 'PIG%'`,
    )
    expect(orders).toHaveLength(references.length)
    const lines = await shop().sql(
      `SELECT id FROM history_entry WHERE event = 'imported' AND account_id = '${id}'`,
    )
    expect(lines).toHaveLength(references.length)
  })

  it("reads an order once for all that is told before it is read, and again for what is told meanwhile", async () => {
    const { id } = await connectLoft(shop())
    const change = { account_id: id, reference: "P-1" }
    expect(await serviceOf(shop()).noteChangedOrders([change])).toEqual([id])
    expect(await serviceOf(shop()).noteChangedOrders([change, change])).toEqual([])
    const taken = await serviceOf(shop()).claimNotices(id, 10)
    expect(taken).toHaveLength(1)
    expect(await serviceOf(shop()).noteChangedOrders([change])).toEqual([id])
    expect(await notices(id)).toHaveLength(2)
    await serviceOf(shop()).storeNoticed(
      id,
      [],
      taken.map((one) => one.id),
    )
    expect((await notices(id)).filter(({ read_at }) => !read_at)).toHaveLength(1)
  })

  it("answers what is told of a stranger, or of nothing that matters, and keeps nothing", async () => {
    const { id } = await connectLoft(shop())
    expect((await call(shop(), { ...said("P-1"), loft: "loft-9" })).status).toBe(200)
    expect((await call(shop(), { said: "coo", loft: "loft-1" })).status).toBe(200)
    expect(await notices(id)).toEqual([])
  })

  it("hears nothing for an account that imports by hand only", async () => {
    const { id } = await connectLoft(shop(), { settings: { import_automatically: false } })
    addOrder(loftOf(shop()), "P-1")
    expect((await call(shop(), said("P-1"))).status).toBe(200)
    expect(await notices(id)).toEqual([])
  })

  it("asks the platform nothing while it is switched off, and goes on where it stopped when it is on again", async () => {
    const { id } = await connectLoft(shop())
    addOrder(loftOf(shop()), "P-1")
    await sync(id)
    expect((await shop().api.post(`accounts/${id}/pause`)).data.account.state).toBe("paused")
    const asked = shop().platform.calls.length
    addOrder(loftOf(shop()), "P-2")
    for (const what of ["order_changed", "listings_changed", "authorization_lost", "suspended", "resumed"]) {
      expect((await call(shop(), { ...said("P-2"), said: what })).status).toBe(200)
    }
    expect((await shop().api.post(`accounts/${id}/sync`)).status).toBe(400)
    await sync(id)
    expect(shop().platform.calls).toHaveLength(asked)
    expect(await notices(id)).toEqual([])
    expect(await accountOf(shop(), id)).toMatchObject({ state: "paused", problem: null })

    await shop().api.post(`accounts/${id}/resume`)
    await sync(id)
    expect(await statesOf(shop(), id)).toEqual({ "P-1": "imported", "P-2": "imported" })
  })

  it("takes an account that is switched off out of the hands of whoever reads it", async () => {
    const { id } = await connectLoft(shop())
    const lease = await serviceOf(shop()).takeLease("marketplace_account", id)
    if (!lease) throw new Error("Nobody else has it")
    await shop().api.post(`accounts/${id}/pause`)
    expect(await serviceOf(shop()).renewLease("marketplace_account", lease)).toBe(false)
  })

  it("reads listings soon that changed, once an hour at most", async () => {
    const { id } = await connectLoft(shop())
    const readAt = (hours: number) => new Date(Date.now() - hours * HOUR_MS)
    const cursor = { account_id: id, next_read_at: new Date(Date.now() + 5 * HOUR_MS) }
    await serviceOf(shop()).createSyncCursors([
      { ...cursor, resource: "listings:one", position: readAt(3) },
      { ...cursor, resource: "listings:two", position: readAt(0.5) },
      { ...cursor, resource: "inventory:sloc_1", position: readAt(3) },
    ])
    await call(shop(), { said: "listings_changed", loft: "loft-1" })
    await call(shop(), { said: "listings_changed", loft: "loft-1" })
    const cursors = await serviceOf(shop()).listSyncCursors({ account_id: id })
    const minutesUntil = (resource: string) => {
      const due = cursors.find((one) => one.resource === resource)?.next_read_at
      return Math.round((Number(due) - Date.now()) / 60_000)
    }
    expect(["listings:one", "listings:two", "inventory:sloc_1"].map(minutesUntil)).toEqual([1, 30, 300])
  })

  it("keeps what the law asks for, sealed and once, also of an account that is switched off and of a stranger", async () => {
    const { id } = await connectLoft(shop())
    addLoft(shop().platform, "loft-2")
    await shop().api.post(`accounts/${id}/pause`)
    const request = {
      kind: "customer_redact",
      key: "request-1",
      customer: { id: "7", email: "ada@example.com", phone: null, document: null },
      orders: ["P-1"],
    }
    const path = "/hooks/marketplaces/pigeon/privacy"
    for (const [loft, key] of [
      ["loft-1", "request-1"],
      ["loft-1", "request-1"],
      ["loft-9", "request-2"],
    ]) {
      expect((await call(shop(), { loft, request: { ...request, key } }, { path })).status).toBe(200)
    }
    const kept = await shop().sql("SELECT * FROM marketplace_privacy_request ORDER BY request_key")
    expect(kept).toMatchObject([
      { account_id: id, external_id: "loft-1", kind: "customer_redact", state: "open" },
      { account_id: null, external_id: "loft-9", state: "open" },
    ])
    expect(JSON.stringify(kept)).not.toContain("ada@example.com")
  })
}
