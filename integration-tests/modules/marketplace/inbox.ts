import { randomUUID } from "node:crypto"
import { problem } from "../../../src/connector"
import type { Settlement } from "../../../src/modules/marketplace/store/inbox"
import { anAccount, aReference, aStagedOrder, onlyOrder, readPage, together, type Bench } from "./tools"

const later = "2026-03-02T11:00:00.000Z"
const earlier = "2026-03-02T08:00:00.000Z"

export const inbox = ({ service, sql }: Bench) =>
  describe("the inbox", () => {
    const claim = (accountId: string, limit = 10) =>
      service.claimDueOrders({ accountId, token: randomUUID(), limit })
    const claimAs = (accountId: string, token: string) =>
      service.claimDueOrders({ accountId, token, limit: 10 })
    const settled = (id: string, changes: Partial<Settlement> = {}): Settlement => ({
      id,
      digest: "digest-1",
      state: "blocked",
      rule: null,
      problems: [problem("stock_short", { sku: "SHIRT" })],
      order_id: null,
      next_attempt_at: null,
      ...changes,
    })
    const line = (accountId: string, subjectId: string) =>
      ({ accountId, subjectType: "order", subjectId, actor: "schedule", event: "blocked" }) as const

    describe("storing a page", () => {
      it("stores an order once, however often it is read", async () => {
        const account = await anAccount(service)
        const order = aStagedOrder(service, account)
        const [first] = await readPage(service, account, [order])
        const [again] = await readPage(service, account, [order])
        expect(first).toMatchObject({ inserted: true, due: true })
        expect(again).toMatchObject({ id: first.id, inserted: false })
        expect(await onlyOrder(service, account)).toMatchObject({ state: "waiting", attempts: 0 })
        const seen = await service.listHistoryEntries({ subject_id: first.id, event: "seen" })
        expect(seen).toHaveLength(1)
      })

      it("stores it once when twenty workers read it at the same time", async () => {
        const account = await anAccount(service)
        const lease = await service.takeLease("marketplace_account", account)
        if (!lease) throw new Error("The lease was free")
        const runs = await service.createMarketplaceRuns(
          Array.from({ length: 20 }, () => ({
            account_id: account,
            kind: "references" as const,
            requested_by: "user_1",
            lease_token: "mine",
          })),
        )
        await together(20, (index) =>
          service.storeRunPage({
            accountId: account,
            run: { id: runs[index].id, token: "mine" },
            requestedBy: "user_1",
            orders: [aStagedOrder(service, account)],
            progress: { windowFrom: null, pageToken: null, readComplete: true },
          }),
        )
        await onlyOrder(service, account)
      })

      it("keeps the newest version when versions come out of order", async () => {
        const account = await anAccount(service)
        const version = (platform_updated_at: string, digest: string) =>
          aStagedOrder(service, account, { platform_updated_at, digest, platform_status: digest })
        await readPage(service, account, [version(later, "new")])
        expect(await readPage(service, account, [version(earlier, "old")])).toEqual([])
        expect(await onlyOrder(service, account)).toMatchObject({ platform_status: "new", digest: "new" })
      })

      it("takes the later word when two versions carry the same instant", async () => {
        const account = await anAccount(service)
        await readPage(service, account, [aStagedOrder(service, account)])
        const [changed] = await readPage(service, account, [
          aStagedOrder(service, account, { digest: "digest-2", platform_status: "SHIPPED" }),
        ])
        expect(changed).toMatchObject({ inserted: false, due: true })
        expect(await onlyOrder(service, account)).toMatchObject({ platform_status: "SHIPPED" })
      })

      it.each([
        ["first", [later, earlier]],
        ["last", [earlier, later]],
      ])("takes the newest of two versions in one page, the newest %s", async (_where, instants) => {
        const account = await anAccount(service)
        const page = instants.map((platform_updated_at) =>
          aStagedOrder(service, account, { platform_updated_at, platform_status: platform_updated_at }),
        )
        await readPage(service, account, page)
        expect(await onlyOrder(service, account)).toMatchObject({ platform_status: later })
      })

      it("takes the newest of two versions in one page also when they name different zones or decimals", async () => {
        const account = await anAccount(service)
        const page = ["2026-03-02T10:00:00.500Z", "2026-03-02T10:00:00Z"].map((platform_updated_at) =>
          aStagedOrder(service, account, { platform_updated_at, platform_status: platform_updated_at }),
        )
        await readPage(service, account, page)
        expect(await onlyOrder(service, account)).toMatchObject({
          platform_status: "2026-03-02T10:00:00.500Z",
        })
      })

      it("makes an unchanged order that is done due for nobody", async () => {
        const account = await anAccount(service)
        const [{ id }] = await readPage(service, account, [aStagedOrder(service, account)])
        await claimAs(account, "worker")
        await service.settleOrders("worker", [settled(id, { state: "imported", order_id: "order_1" })], [])
        await readPage(service, account, [aStagedOrder(service, account, { platform_updated_at: later })])
        expect(await claim(account)).toEqual([])
        expect((await onlyOrder(service, account)).platform_updated_at).toEqual(new Date(later))
      })
    })

    const requestedPage = async (account: string) => {
      const run = await service.createMarketplaceRuns({
        account_id: account,
        kind: "references",
        requested_by: "user_1",
        lease_token: "mine",
      })
      return service.storeRunPage({
        accountId: account,
        run: { id: run.id, token: "mine" },
        requestedBy: "user_1",
        orders: [aStagedOrder(service, account)],
        progress: { windowFrom: null, pageToken: null, readComplete: true },
      })
    }

    describe("orders that a person asks for", () => {
      it.each([
        ["ignored", "before_activation", 1],
        ["blocked", null, 1],
        ["imported", null, 0],
        ["canceled", null, 0],
      ] as const)("are decided again when they were %s (%s): %i", async (state, rule, due) => {
        const account = await anAccount(service)
        const [{ id }] = await readPage(service, account, [aStagedOrder(service, account)])
        await claimAs(account, "worker")
        const order_id = state === "imported" ? "order_1" : null
        await service.settleOrders("worker", [settled(id, { state, rule, order_id })], [])
        await requestedPage(account)
        expect(await claim(account)).toHaveLength(due)
        expect(await onlyOrder(service, account)).toMatchObject({ requested_by: "user_1" })
      })

      it("are not stored by a worker whose run was taken over", async () => {
        const account = await anAccount(service)
        const run = await service.createMarketplaceRuns({
          account_id: account,
          kind: "period",
          lease_token: "new",
        })
        const page = service.storeRunPage({
          accountId: account,
          run: { id: run.id, token: "old" },
          requestedBy: "user_1",
          orders: [aStagedOrder(service, account)],
          progress: { windowFrom: null, pageToken: null, readComplete: true },
        })
        await expect(page).rejects.toThrow()
        expect(await service.listMarketplaceOrders({ account_id: account })).toEqual([])
      })
    })

    describe("claiming and settling", () => {
      const page = (account: string, count: number) =>
        Array.from({ length: count }, (_, index) =>
          aStagedOrder(service, account, { reference: aReference(index) }),
        )

      it("gives no order to two workers, and all of them to somebody", async () => {
        const account = await anAccount(service)
        await readPage(service, account, page(account, 40))
        const shares = await together(8, () => claim(account, 7))
        const ids = shares.flat().map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.length + (await claim(account, 100)).length).toBe(40)
      })

      it("lets an expired worker change nothing, also not the history", async () => {
        const account = await anAccount(service)
        const [{ id }] = await readPage(service, account, page(account, 1))
        await claimAs(account, "slow")
        await sql(`UPDATE marketplace_order SET lease_until = clock_timestamp() - interval '1 second'`)
        expect(await claimAs(account, "fast")).toHaveLength(1)
        const late = await service.settleOrders(
          "slow",
          [settled(id, { state: "ignored" })],
          [line(account, id)],
        )
        expect(late).toEqual([])
        expect(await onlyOrder(service, account)).toMatchObject({ state: "waiting", lease_token: "fast" })
        expect(await service.listHistoryEntries({ subject_id: id, event: "blocked" })).toEqual([])
        expect(await service.settleOrders("fast", [settled(id)], [line(account, id)])).toEqual([id])
        expect(await onlyOrder(service, account)).toMatchObject({
          state: "blocked",
          problem_code: "stock_short",
        })
      })

      it("leaves due an order of which a newer version arrived between claim and settle", async () => {
        const account = await anAccount(service)
        const [{ id }] = await readPage(service, account, page(account, 1))
        await claimAs(account, "worker")
        await readPage(service, account, [
          aStagedOrder(service, account, {
            reference: aReference(0),
            digest: "digest-2",
            platform_updated_at: later,
          }),
        ])
        await service.settleOrders("worker", [settled(id)], [])
        const [again] = await claim(account)
        expect(again).toMatchObject({ id, digest: "digest-2", decided_digest: "digest-1", state: "blocked" })
      })

      it.each<[string, (account: string, id: string) => Promise<unknown>]>([
        ["a person wants it tried again", (_account, id) => service.actOnOrders([id], "retry", "user_1")],
        [
          "something changed that it hangs on",
          (account, id) => service.makeOrdersDue(account, { ids: [id] }),
        ],
        ["a person asks for it by its number", (account) => requestedPage(account)],
      ])("leaves due an order that was in hand when %s", async (_what, meanwhile) => {
        const account = await anAccount(service)
        const [{ id }] = await readPage(service, account, [aStagedOrder(service, account)])
        await claimAs(account, "worker")
        await meanwhile(account, id)
        await service.settleOrders("worker", [settled(id)], [])
        expect(await claim(account)).toMatchObject([{ id, state: "blocked" }])
      })

      it("forgets the draft of an order that was canceled, and never an order", async () => {
        const account = await anAccount(service)
        const [{ id: draft }, { id: order }] = await readPage(service, account, page(account, 2))
        await claimAs(account, "worker")
        await service.settleOrders(
          "worker",
          [
            settled(draft, { state: "review", order_id: "order_draft" }),
            settled(order, { state: "imported", order_id: "order_sold" }),
          ],
          [],
        )
        await service.makeOrdersDue(account, { ids: [draft, order] })
        await claimAs(account, "again")
        await service.settleOrders(
          "again",
          [draft, order].map((id) => settled(id, { state: "canceled", order_id: null })),
          [],
        )
        const orderIds = [draft, order].map(
          async (id) => (await service.retrieveMarketplaceOrder(id)).order_id,
        )
        expect(await Promise.all(orderIds)).toEqual([null, "order_sold"])
        await sql(`UPDATE marketplace_order SET state = 'review' WHERE id = ?`, [draft])
        const refused = sql(`UPDATE marketplace_order SET state = 'review' WHERE id = ?`, [order])
        await expect(refused).rejects.toThrow(`"canceled" cannot become "review"`)
      })

      it("comes back when its worker died", async () => {
        const account = await anAccount(service)
        await readPage(service, account, page(account, 1))
        expect(await claim(account)).toHaveLength(1)
        expect(await claim(account)).toHaveLength(0)
        await sql(`UPDATE marketplace_order SET lease_until = clock_timestamp() - interval '1 second'`)
        expect(await claim(account)).toMatchObject([{ attempts: 2 }])
      })

      it("comes back at once when its worker gave it up", async () => {
        const account = await anAccount(service)
        await readPage(service, account, page(account, 1))
        await claimAs(account, "worker")
        await service.freeOrders("worker")
        expect(await claim(account)).toHaveLength(1)
      })
    })
  })
