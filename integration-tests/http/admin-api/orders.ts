import type { Answer } from "../../support/admin-client"
import { addSeller } from "../../support/amazon-seller"
import { connect, eventually, everythingStored, marketplaceOf, orderOf, sync, type Shop } from "./shop"

type Shown = Answer["data"]

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString()
const period = () => ({ from: hoursAgo(24 * 5), to: hoursAgo(0) })

export function orderSuite(shop: () => Shop): void {
  const run = async (runId: string): Promise<Shown> => (await shop().api.get(`runs/${runId}`)).data.run
  const over = (one: Shown) => one.state === "done" || one.state === "failed"

  it("imports a period in the background and tells how it went", async () => {
    const seller = addSeller(shop().simulator, { orders: 3 })
    const account = await connect(shop(), seller)
    const asked = await shop().api.post(`accounts/${account.id}/import`, period())
    expect(asked.status).toBe(202)
    const done = await eventually(() => run(asked.data.run_id), over)
    expect(done).toMatchObject({
      state: "done",
      kind: "period",
      total: 3,
      done: 3,
      problem: null,
      unread: [],
    })
    expect(done.counts).toMatchObject({ imported: 3, blocked: 0 })
    expect((await shop().api.get(`runs?account_id=${account.id}`)).data).toMatchObject({ count: 1 })

    const { data } = await shop().api.get(`orders?account_id=${account.id}&order=placed_at&limit=2`)
    expect(data).toMatchObject({ count: 3, limit: 2, offset: 0 })
    expect(data.orders[0]).toMatchObject({ reference: seller.orders[0].orderId, state: "imported" })
    const detail = await shop().api.get(`orders/${data.orders[0].id}`)
    expect(detail.data.order.order.custom_display_id).toBe(`AMZ-${seller.orders[0].orderId}`)
    expect(detail.data.order.site.name).toBe("Amazon.com")
    expect(detail.data.order.history.map((line: { event: string }) => line.event)).toEqual([
      "imported",
      "seen",
    ])
  })

  it("imports single orders, and tells which could not be had", async () => {
    const seller = addSeller(shop().simulator, { orders: 2 })
    const account = await connect(shop(), seller)
    const references = [seller.orders[1].orderId, "999-0000000-0000000", "what is this"]
    const asked = await shop().api.post(`accounts/${account.id}/import`, { references })
    const done = await eventually(() => run(asked.data.run_id), over)
    expect(done).toMatchObject({ state: "done", total: 1, counts: { imported: 1 } })
    expect(done.unread.map((one: { problem: { code: string } }) => one.problem.code)).toEqual([
      "order_not_found",
      "reference_malformed",
    ])
  })

  it("imports the orders chosen from a period, and spends no more calls than for the period", async () => {
    const seller = addSeller(shop().simulator, { orders: 4 })
    const account = await connect(shop(), seller)
    const references = [seller.orders[1].orderId, seller.orders[3].orderId]
    const before = shop().simulator.calls("getOrder").length
    const asked = await shop().api.post(`accounts/${account.id}/import`, { ...period(), references })
    const done = await eventually(() => run(asked.data.run_id), over)
    expect(done).toMatchObject({ state: "done", kind: "period", total: 2, counts: { imported: 2 } })
    expect(shop().simulator.calls("getOrder")).toHaveLength(before)
    const { data } = await shop().api.get(`orders?account_id=${account.id}`)
    expect(data.orders.map(({ reference }: Shown) => reference).sort()).toEqual(references.sort())
  })

  const tooMany = Array.from({ length: 201 }, (_, index) => `order-${index}`)
  it.each([
    ["neither period nor references", {}, "from"],
    ["references with half a period", { to: "2026-01-02T00:00:00Z", references: ["1"] }, "from"],
    ["more single orders than the quota bears", { references: tooMany }, "references"],
    ["half a period", { from: "2026-01-01T00:00:00Z" }, "to"],
    ["a period that runs backwards", { from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z" }, "to"],
    ["a period in the future", { from: "2126-01-01T00:00:00Z", to: "2126-01-02T00:00:00Z" }, "from"],
    ["an order named twice", { references: ["1", " 1 "] }, "references"],
    ["no order", { references: [] }, "references"],
  ])("refuses an import of %s and queues nothing", async (_what, body, field) => {
    const account = await connect(shop(), addSeller(shop().simulator))
    const before = await everythingStored(shop())
    const answer = await shop().api.post(`accounts/${account.id}/import`, body)
    expect(answer.status).toBe(400)
    expect(answer.data.message).toContain(`'${field}'`)
    expect(await everythingStored(shop())).toEqual(before)
  })

  it("filters the inbox in the database", async () => {
    const seller = addSeller(shop().simulator, { orders: 4 })
    const account = await connect(shop(), seller)
    await sync(shop(), account.id)
    const count = async (query: string) => (await shop().api.get(`orders?${query}`)).data.count as number
    expect(await count("state=imported,blocked")).toBe(4)
    expect(await count("state[]=blocked&state[]=review")).toBe(0)
    expect(await count("marketplace=ATVPDKIKX0DER")).toBe(4)
    expect(await count(`q=${seller.orders[2].orderId.slice(4)}`)).toBe(1)
    expect(await count("q=%25")).toBe(0)
    expect(
      await count(`placed_from=${seller.orders[1].createdTime}&placed_to=${seller.orders[3].createdTime}`),
    ).toBe(2)
    expect((await shop().api.get("orders?limit=101")).data.message).toContain("'limit'")
    const backwards = await shop().api.get(
      "orders?placed_from=2026-02-01T00:00:00Z&placed_to=2026-01-01T00:00:00Z",
    )
    expect(backwards.status).toBe(400)
    expect(backwards.data.message).toContain("Field 'placed_to': must be later than 'placed_from'")
    expect((await shop().api.get("orders?state=lost")).data.message).toContain("'state.0'")
  })

  it("lets a person approve from review only, and import by it", async () => {
    const seller = addSeller(shop().simulator, { orders: 1 })
    const account = await connect(shop(), seller, { settings: { review_first: true } })
    await sync(shop(), account.id)
    const order = await orderOf(shop(), account.id, seller.orders[0].orderId)
    expect(order.state).toBe("review")
    const approved = await shop().api.post(`orders/${order.id}/approve`)
    expect(approved.data.order.approved_by).toBe(shop().admin.id)
    const done = await eventually(
      () => orderOf(shop(), account.id, order.reference),
      (one) => one.state === "imported",
    )
    expect(done.state).toBe("imported")
    const again = await shop().api.post(`orders/${order.id}/approve`)
    expect(again).toMatchObject({ status: 400, data: { type: "not_allowed" } })
    const ignored = await shop().api.post(`orders/${order.id}/ignore`)
    expect(ignored.status).toBe(400)
    const events = (await shop().api.get(`orders/${order.id}`)).data.order.history
    expect(events).toContainEqual(expect.objectContaining({ event: "approved", actor_id: shop().admin.id }))
  })

  it("leaves out what a person ignores, until a person retries it", async () => {
    const seller = addSeller(shop().simulator, { orders: 1, generate: { skus: ["UNKNOWN-SKU"] } })
    const account = await connect(shop(), seller)
    await sync(shop(), account.id)
    const order = await orderOf(shop(), account.id, seller.orders[0].orderId)
    expect(order).toMatchObject({ state: "blocked", problem_code: "listing_unmapped" })
    const ignored = await shop().api.post(`orders/${order.id}/ignore`)
    expect(ignored.data.order).toMatchObject({
      state: "ignored",
      rule: "ignored_by_person",
      problems: [],
    })
    const out = await eventually(
      () => orderOf(shop(), account.id, order.reference),
      (one) => one.next_attempt_at === null,
    )
    expect(out).toMatchObject({ state: "ignored", rule: "ignored_by_person", next_attempt_at: null })
    await shop().api.post(`orders/${order.id}/retry`)
    const back = await eventually(
      () => orderOf(shop(), account.id, order.reference),
      (one) => one.state === "blocked",
    )
    expect(back).toMatchObject({ state: "blocked", requested_by: shop().admin.id })
  })

  it("foresees page by page, though the period ends now and now moves", async () => {
    const account = await connect(shop(), addSeller(shop().simulator, { orders: 101 }))
    const references = new Set<string>()
    let token: string | undefined
    do {
      const asked = { ...period(), page_token: token }
      const { data, status } = await shop().api.post(`accounts/${account.id}/preview`, asked)
      expect(status).toBe(200)
      for (const { reference } of data.orders) references.add(reference)
      token = data.next_page_token
    } while (token)
    expect(references.size).toBe(101)
  })

  it("has nothing to do for a period that the platform does not show yet", async () => {
    const account = await connect(shop(), addSeller(shop().simulator, { orders: 1 }))
    const period = { from: new Date(Date.now() - 60_000).toISOString(), to: new Date().toISOString() }
    const asked = await shop().api.post(`accounts/${account.id}/import`, period)
    const done = await eventually(() => run(asked.data.run_id), over)
    expect(done).toMatchObject({ state: "done", total: 0, problem: null })
  })

  it("foresees what the import then does, and writes nothing by looking", async () => {
    const seller = addSeller(shop().simulator, {
      orders: 40,
      generate: {
        skus: ["SHIRT-S-BLACK", "MUG-WHITE", "UNKNOWN-SKU"],
        mix: { lines: { min: 1, max: 2 }, fbaShare: 0.3 },
      },
    })
    const account = await connect(shop(), seller)
    await shop().api.post(`accounts/${account.id}`, { activated_at: hoursAgo(1) })
    await sync(shop(), account.id)
    const before = await everythingStored(shop())
    const seen: Record<string, unknown>[] = []
    let token: string | undefined
    do {
      const { data, status } = await shop().api.post(`accounts/${account.id}/preview`, {
        ...period(),
        page_token: token,
      })
      expect(status).toBe(200)
      seen.push(...data.orders)
      token = data.next_page_token
    } while (token)
    expect(seen).toHaveLength(40)
    expect(await everythingStored(shop())).toEqual(before)

    const asked = await shop().api.post(`accounts/${account.id}/import`, period())
    await eventually(() => run(asked.data.run_id), over)
    const became = {
      import: "imported",
      block: "blocked",
      wait: "waiting",
      ignore: "ignored",
      cancel: "canceled",
    }
    const rows = await marketplaceOf(shop()).listMarketplaceOrders({ account_id: account.id })
    const states = Object.fromEntries(rows.map((row) => [row.reference, [row.state, row.rule]]))
    const promised = Object.fromEntries(
      seen.map((one) => [
        one.reference,
        [one.verdict === "keep" ? "canceled" : became[one.verdict as "import"], one.rule ?? null],
      ]),
    )
    expect(states).toEqual(promised)
    expect(new Set(rows.map((row) => row.state)).size).toBeGreaterThan(2)
  })

  it("says when the platform may be asked again", async () => {
    const account = await connect(shop(), addSeller(shop().simulator))
    await shop().sql(
      `INSERT INTO marketplace_quota (id, account_id, operation, tokens, burst, rate_per_second, refilled_at)
       VALUES ('mpq_test', '${account.id}', 'searchOrders', 0, 20, 0.0056, clock_timestamp())`,
    )
    const answer = await shop().api.post(`accounts/${account.id}/preview`, period())
    expect(answer).toMatchObject({ status: 429, data: { code: "platform_throttled" } })
    expect(new Date(answer.data.retry_at).getTime()).toBeGreaterThan(Date.now())
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(60)
  })
}
