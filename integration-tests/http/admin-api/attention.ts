import { Modules } from "@medusajs/framework/utils"
import { handOutDueWork } from "../../../src/jobs/sync-due-accounts"
import type { Answer } from "../../support/admin-client"
import { addSeller } from "../../support/amazon-seller"
import { connectAccount } from "../../support/connect-account"
import { connect, eventually, marketplaceOf, sync, type Shop } from "./shop"

type Shown = Answer["data"]
type Line = { title: string; description: string; account_id: string; code?: string }

const UNKNOWN = { skus: ["NOT-IN-THIS-STORE"] }

/** What needs a person: on the account, in its history, and in the bell, which speaks the language of the option. */
export function attentionSuite(shop: () => Shop): void {
  const account = async (id: string): Promise<Shown> => (await shop().api.get(`accounts/${id}`)).data.account
  const again = (id: string) =>
    shop().sql(`UPDATE marketplace_order SET next_attempt_at = now() WHERE account_id = '${id}'`)

  async function bell(): Promise<Line[]> {
    const notifications = await shop()
      .container.resolve(Modules.NOTIFICATION)
      .listNotifications({ channel: "feed" }, { order: { created_at: "ASC" } })
    return notifications.map(({ data }) => data as Line)
  }

  it("counts what the merchant should have sent by now, by the platform's own status", async () => {
    const seller = addSeller(shop().simulator, { orders: 3 })
    const fresh = await connect(shop(), seller)
    expect(fresh).toMatchObject({
      needs_person: { blocked: 0, review: 0, changed: 0, late_to_ship: 0 },
      syncing: false,
    })
    await sync(shop(), fresh.id)
    await shop().sql("UPDATE marketplace_order SET ship_by = now() - interval '1 hour'")
    const [shipped, canceled] = seller.orders.map(({ orderId }) => orderId)
    await shop().sql(
      `UPDATE marketplace_order SET platform_status = 'SHIPPED' WHERE reference = '${shipped}'`,
    )
    expect((await account(fresh.id)).needs_person).toEqual({
      blocked: 0,
      review: 0,
      changed: 0,
      shipments: 0,
      stock: 0,
      late_to_ship: 2,
    })
    await shop().sql(`UPDATE marketplace_order SET state = 'canceled' WHERE reference = '${canceled}'`)
    expect((await account(fresh.id)).needs_person.late_to_ship).toBe(1)
  })

  it("shows how many calls are left, and the whole budget of what was never called", async () => {
    const { id } = await connect(shop(), addSeller(shop().simulator))
    await sync(shop(), id)
    await shop()
      .sql(`UPDATE marketplace_quota SET tokens = 2.6, burst = 20, rate_per_second = 0.001, refilled_at = now()
      WHERE operation = 'searchOrders'`)
    const { budget } = await account(id)
    expect(budget).toContainEqual({
      operation: "searchOrders",
      left: 2,
      burst: 20,
      rate_per_second: 0.001,
    })
    const never = budget.find((one: Shown) => one.operation === "getOrder")
    expect(never).toEqual({
      operation: "getOrder",
      left: never.burst,
      burst: never.burst,
      rate_per_second: 0.5,
    })
  })

  it("shows that an account is being read", async () => {
    const { id } = await connect(shop(), addSeller(shop().simulator))
    const lease = await marketplaceOf(shop()).takeLease("marketplace_account", id)
    expect((await account(id)).syncing).toBe(true)
    if (lease) await marketplaceOf(shop()).releaseLease("marketplace_account", lease)
    expect((await account(id)).syncing).toBe(false)
  })

  it("rings once for the orders of a sync that need a person, and not again while they stay so", async () => {
    const { id } = await connect(shop(), addSeller(shop().simulator, { orders: 2, generate: UNKNOWN }), {
      name: "Amazon Brasil",
    })
    await sync(shop(), id)
    const [line, ...more] = await bell()
    expect(more).toEqual([])
    expect(line).toEqual({
      title: "Amazon Brasil: 2 pedidos precisam de você",
      description: "2 com problema. Abra Marketplaces > Pedidos de marketplace.",
      account_id: id,
    })
    await again(id)
    await sync(shop(), id)
    expect((await account(id)).needs_person.blocked).toBe(2)
    expect(await bell()).toHaveLength(1)
  })

  it("rings for a person's import too, and for drafts that wait for review", async () => {
    const { id } = await connect(shop(), addSeller(shop().simulator, { orders: 1 }), {
      settings: { import_automatically: false, review_first: true },
    })
    const period = { from: new Date(Date.now() - 5 * 86_400_000).toISOString(), to: new Date().toISOString() }
    await shop().api.post(`accounts/${id}/import`, period)
    const lines = await eventually(bell, ({ length }) => length > 0)
    expect(lines).toMatchObject([
      { title: "Amazon: 1 pedido precisa de você", description: expect.stringContaining("1 para revisar") },
    ])
  })

  it("counts and rings for an order that the platform changed after its import, once", async () => {
    const seller = addSeller(shop().simulator, { orders: 1 })
    const { id } = await connect(shop(), seller)
    await sync(shop(), id)
    expect(await bell()).toEqual([])
    shop().simulator.updateOrder(seller.orders[0].orderId, (order) => ({
      ...order,
      orderItems: order.orderItems.map((item) => ({ ...item, quantityOrdered: item.quantityOrdered + 1 })),
    }))
    // By number: a search does not show what changed in the last two minutes.
    const { data } = await shop().api.post(`accounts/${id}/import`, {
      references: [seller.orders[0].orderId],
    })
    await eventually(
      async () => (await shop().api.get(`runs/${data.run_id}`)).data.run,
      ({ state }) => state === "done",
    )
    expect((await account(id)).needs_person).toMatchObject({ blocked: 0, changed: 1 })
    expect(await bell()).toMatchObject([{ description: expect.stringContaining("1 com problema") }])
    await again(id)
    await sync(shop(), id)
    expect(await bell()).toHaveLength(1)
  })

  it("rings for what a sync that died had left behind", async () => {
    const { id } = await connect(shop(), addSeller(shop().simulator))
    await marketplaceOf(shop()).createMarketplaceRuns({
      account_id: id,
      kind: "schedule",
      state: "running",
      newly_blocked: 3,
    })
    await sync(shop(), id)
    expect(await bell()).toMatchObject([{ title: "Amazon: 3 pedidos precisam de você" }])
  })

  it("rings for left-over orders that the schedule finds, and not for what a person just did", async () => {
    const { id } = await connect(shop(), addSeller(shop().simulator, { orders: 1, generate: UNKNOWN }))
    await sync(shop(), id)
    await shop().sql("UPDATE marketplace_order SET state = 'waiting', next_attempt_at = now()")
    await shop().sql("UPDATE marketplace_account SET next_sync_at = NULL")
    await handOutDueWork(shop().container)
    expect(await eventually(bell, ({ length }) => length > 1)).toHaveLength(2)
  })

  it("goes on importing when the bell is broken, and says so in the log", async () => {
    const notifications = shop().container.resolve(Modules.NOTIFICATION)
    const logger = shop().container.resolve("logger")
    const broken = jest.spyOn(notifications, "createNotifications").mockRejectedValue(new Error("no bell"))
    const said = jest.spyOn(logger, "error").mockImplementation(() => undefined)
    try {
      const { id } = await connect(shop(), addSeller(shop().simulator, { orders: 1, generate: UNKNOWN }))
      await sync(shop(), id)
      expect(await account(id)).toMatchObject({ problem: null, orders: { blocked: 1 } })
      expect(said).toHaveBeenCalledWith(expect.stringContaining("The bell could not be rung"))
    } finally {
      broken.mockRestore()
      said.mockRestore()
    }
  })

  it("shows on the account that its connector is gone, tries again by itself, and rings once", async () => {
    const { id } = await connectAccount(shop().container, { providerId: "gone", name: "Old shop" })
    await sync(shop(), id)
    const shown = (await shop().api.get(`accounts/${id}?lang=pt-BR`)).data.account
    expect(shown).toMatchObject({
      state: "connected",
      problem: { code: "connector_missing", owner: "developer", solution: "ask_developer" },
    })
    expect(shown.problem.cause).toContain("gone")
    const minutes = (Date.parse(shown.next_sync_at) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(10)
    expect(minutes).toBeLessThanOrEqual(15)
    await sync(shop(), id)
    expect(await bell()).toMatchObject([{ code: "connector_missing", account_id: id }])
    const { runs } = (await shop().api.get(`runs?account_id=${id}`)).data
    expect(runs.map(({ state }: Shown) => state)).toEqual(["failed", "failed"])

    await shop().sql("UPDATE marketplace_account SET provider_id = 'amazon'")
    await sync(shop(), id)
    expect((await account(id)).problem?.code).not.toBe("connector_missing")
  })

  it("lets a person's import wait for a connector that is gone", async () => {
    const { id } = await connectAccount(shop().container, { providerId: "gone", nextSyncAt: null })
    const { id: runId } = await marketplaceOf(shop()).createMarketplaceRuns({
      account_id: id,
      kind: "references",
      requested_by: shop().admin.id,
    })
    await handOutDueWork(shop().container)
    const run: Shown = await eventually(
      async () => (await shop().api.get(`runs/${runId}`)).data.run,
      (one) => one.problem !== null,
    )
    expect(run).toMatchObject({ state: "queued", problem: { code: "connector_missing" } })
    expect(Date.parse(run.resume_at)).toBeGreaterThan(Date.now())
  })

  it("tells an account's history page by page, the newest first", async () => {
    const { id } = await connect(shop(), addSeller(shop().simulator, { orders: 1 }))
    await sync(shop(), id)
    await shop().api.post(`accounts/${id}/pause`)
    await shop().api.post(`accounts/${id}/resume`)
    const { data } = await shop().api.get(`accounts/${id}/history?limit=2`)
    expect(data).toMatchObject({ count: 3, limit: 2, offset: 0 })
    expect(data.history).toMatchObject([
      { event: "resumed", actor: "person", actor_id: shop().admin.id, problems: [] },
      { event: "paused" },
    ])
    const rest = await shop().api.get(`accounts/${id}/history?limit=2&offset=2`)
    expect(rest.data.history).toMatchObject([{ event: "connected" }])
    expect((await shop().api.get("accounts/mpacc_none/history")).status).toBe(404)
  })

  it("lists runs by state, each with its step and its counts", async () => {
    const { id } = await connect(shop(), addSeller(shop().simulator, { orders: 2 }))
    await sync(shop(), id)
    await marketplaceOf(shop()).createMarketplaceRuns([
      { account_id: id, kind: "period", resume_at: new Date(Date.now() + 60_000) },
      { account_id: id, kind: "period", state: "running" },
    ])
    const steps = async (query: string) => {
      const { runs } = (await shop().api.get(`runs?account_id=${id}${query}`)).data
      return runs.map(({ step, total, done }: Shown) => ({ step, total, done })).sort()
    }
    expect(await steps("&state=done")).toEqual([{ step: "done", total: 2, done: 2 }])
    const going = await steps("&state=queued,running")
    expect(going).toHaveLength(2)
    expect(going).toContainEqual({ step: "waiting_for_budget", total: 0, done: 0 })
    expect(going).toContainEqual({ step: "reading", total: 0, done: 0 })
    const refused = await shop().api.get("runs?state=lost")
    expect(refused.data.message).toContain("'state.0'")
  })
}
