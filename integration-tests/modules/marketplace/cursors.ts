import { CursorLost } from "../../../src/modules/marketplace/service"
import { anAccount, aReference, aStagedOrder, openWindow, type Bench } from "./tools"

const at = (time: string) => new Date(`2026-03-02T${time}.000Z`)

export const cursors = ({ service, sql }: Bench) =>
  describe("how far an account has been read", () => {
    async function reading() {
      const id = await anAccount(service, { readFrom: at("10:00:00") })
      const lease = await service.takeLease("marketplace_account", id)
      if (!lease) throw new Error("The lease was free")
      const run = await service.createMarketplaceRuns({ account_id: id, kind: "schedule", state: "running" })
      const window = await openWindow(service, id, at("11:00:00"))
      const store = (nextPageToken: string | null, visibleUntilUtc = window.toUtc, number = 1) =>
        service.storeSyncPage({
          lease,
          runId: run.id,
          window,
          orders: [aStagedOrder(service, id, { reference: aReference(number) })],
          nextPageToken,
          visibleUntilUtc,
        })
      return { id, lease, window, store }
    }
    const cursorOf = async (id: string) => (await service.listSyncCursors({ account_id: id }))[0]
    const ordersOf = async (id: string) => (await service.listMarketplaceOrders({ account_id: id })).length

    it("overlaps the window before, and stays open until its last page is stored", async () => {
      const { id, window, store } = await reading()
      expect(window).toMatchObject({ fromUtc: at("09:55:00"), toUtc: at("11:00:00"), pageToken: null })
      await store("page-2")
      expect(await openWindow(service, id, at("15:00:00"))).toMatchObject({ ...window, pageToken: "page-2" })
      expect((await cursorOf(id)).position).toEqual(at("10:00:00"))
      await store(null)
      expect(await cursorOf(id)).toMatchObject({
        position: at("11:00:00"),
        window_to: null,
        page_token: null,
      })
      expect(await openWindow(service, id, at("15:00:00"))).toMatchObject({ fromUtc: at("10:55:00") })
    })

    it("goes no further than the platform could see", async () => {
      const { id, store } = await reading()
      await store(null, at("10:40:00"))
      expect((await cursorOf(id)).position).toEqual(at("10:40:00"))
    })

    it("stays where it is when the platform could see less than before", async () => {
      const { id, store } = await reading()
      await store(null, at("09:00:00"))
      expect((await cursorOf(id)).position).toEqual(at("10:00:00"))
    })

    it("has nothing to read before time has gone on", async () => {
      const id = await anAccount(service, { readFrom: at("10:00:00") })
      const none = { accountId: id, resource: "orders", overlapSeconds: 300 }
      expect(await service.openWindow({ ...none, toUtc: at("10:00:00") })).toBeUndefined()
      expect(await service.openWindow({ ...none, toUtc: at("09:00:00") })).toBeUndefined()
    })

    it("reads a window again from its start when its page expired", async () => {
      const { id, window, store } = await reading()
      await store("page-2")
      await service.restartWindow(id, "orders")
      expect(await openWindow(service, id)).toMatchObject({ fromUtc: window.fromUtc, pageToken: null })
    })

    it("does not go back, also not by hand in the database", async () => {
      const { id } = await reading()
      const back = (set: string) => sql(`UPDATE sync_cursor SET ${set} WHERE account_id = ?`, [id])
      await expect(back(`position = position - interval '1 second'`)).rejects.toThrow(/named person/)
      await back(`position = position + interval '1 second'`)
      await back(`page_token = 'x'`)
    })

    it("goes back when a named person wants it, each time anew, and the history says who", async () => {
      const { id } = await reading()
      await service.moveCursor({
        accountId: id,
        resource: "orders",
        position: at("08:00:00"),
        movedBy: "user_1",
      })
      expect(await cursorOf(id)).toMatchObject({
        position: at("08:00:00"),
        window_to: null,
        moved_back_by: "user_1",
      })
      await expect(
        sql(`UPDATE sync_cursor SET position = position - interval '1 hour' WHERE account_id = ?`, [id]),
      ).rejects.toThrow(/named person/)
      const [line] = await service.listHistoryEntries({ subject_id: id, event: "cursor_moved" })
      expect(line).toMatchObject({ actor: "person", actor_id: "user_1", subject_type: "account" })
      expect(line.details).toEqual({ resource: "orders", position: "2026-03-02T08:00:00.000Z" })
    })

    it("takes nothing from a worker that lost the account: neither orders nor history nor cursor", async () => {
      const { id, store } = await reading()
      await sql(
        `UPDATE marketplace_account SET lease_until = clock_timestamp() - interval '1 s' WHERE id = ?`,
        [id],
      )
      await service.takeLease("marketplace_account", id)
      const before = await cursorOf(id)
      await expect(store(null)).rejects.toThrow(CursorLost)
      expect(await ordersOf(id)).toBe(0)
      expect(await service.listHistoryEntries({ account_id: id })).toEqual([])
      expect(await cursorOf(id)).toEqual(before)
    })

    it("takes nothing of a window that a person has given up meanwhile", async () => {
      const { id, store } = await reading()
      await service.moveCursor({
        accountId: id,
        resource: "orders",
        position: at("08:00:00"),
        movedBy: "user_1",
      })
      await expect(store(null)).rejects.toThrow(CursorLost)
      expect(await ordersOf(id)).toBe(0)
    })

    it("keeps the stored pages when a later one cannot be stored", async () => {
      const { id, store } = await reading()
      await store("page-2")
      const broken = service.storeSyncPage({
        lease: { id, token: "somebody else's" },
        runId: "mprun_x",
        window: await openWindow(service, id),
        orders: [aStagedOrder(service, id, { reference: aReference(2) })],
        nextPageToken: null,
        visibleUntilUtc: at("11:00:00"),
      })
      await expect(broken).rejects.toThrow(CursorLost)
      expect(await ordersOf(id)).toBe(1)
      expect((await cursorOf(id)).page_token).toBe("page-2")
    })
  })
