import { anAccount, together, type Bench } from "./tools"

const TABLE = "marketplace_account"

export const leases = ({ service, sql }: Bench) =>
  describe("the lease of an account", () => {
    const expire = (id: string) =>
      sql(`UPDATE ${TABLE} SET lease_until = clock_timestamp() - interval '1 second' WHERE id = ?`, [id])

    it("goes to exactly one of twenty workers that want it at once", async () => {
      const id = await anAccount(service)
      const taken = await together(20, () => service.takeLease(TABLE, id))
      expect(taken.filter(Boolean)).toHaveLength(1)
    })

    it("goes to exactly one of twenty workers when the one who had it died", async () => {
      const id = await anAccount(service)
      const dead = await service.takeLease(TABLE, id)
      await expire(id)
      const taken = (await together(20, () => service.takeLease(TABLE, id))).filter(Boolean)
      expect(taken).toHaveLength(1)
      expect(taken[0]?.token).not.toBe(dead?.token)
    })

    it("can be prolonged by its holder, and by nobody who lost it", async () => {
      const id = await anAccount(service)
      const lost = await service.takeLease(TABLE, id)
      if (!lost) throw new Error("The lease was free")
      expect(await service.renewLease(TABLE, lost)).toBe(true)
      await expire(id)
      const holder = await service.takeLease(TABLE, id)
      if (!holder) throw new Error("The lease had run out")
      expect(await service.renewLease(TABLE, lost)).toBe(false)
      expect(await service.renewLease(TABLE, holder)).toBe(true)
    })

    it("is not given back by somebody who lost it", async () => {
      const id = await anAccount(service)
      const lost = await service.takeLease(TABLE, id)
      await expire(id)
      const holder = await service.takeLease(TABLE, id)
      if (!lost || !holder) throw new Error("The lease was free")
      await service.releaseLease(TABLE, lost)
      expect(await service.takeLease(TABLE, id)).toBeUndefined()
      await service.releaseLease(TABLE, holder)
      expect(await service.takeLease(TABLE, id)).toBeDefined()
    })

    it("is not to be had of an account that was removed", async () => {
      const id = await anAccount(service)
      const held = await service.takeLease(TABLE, id)
      await service.removeAccount(id, "user_1")
      expect(await service.takeLease(TABLE, id)).toBeUndefined()
      if (held) expect(await service.renewLease(TABLE, held)).toBe(false)
    })

    it("spreads due accounts over all processes without giving one to two of them", async () => {
      const ids: string[] = []
      for (let index = 0; index < 30; index += 1) ids.push(await anAccount(service))
      const shares = await together(10, () => service.takeDueAccounts(5))
      const taken = shares.flat().map(({ id }) => id)
      expect(new Set(taken).size).toBe(taken.length)
      const rest = (await service.takeDueAccounts(100)).map(({ id }) => id)
      expect([...taken, ...rest].sort()).toEqual([...ids].sort())
      expect(await service.takeDueAccounts(100)).toEqual([])
    })

    it("is not taken by the schedule of accounts that are not due, paused, or in need of a person", async () => {
      await anAccount(service, { nextSyncAt: new Date(Date.now() + 60_000) })
      await anAccount(service, { nextSyncAt: null })
      const paused = await anAccount(service)
      await service.updateMarketplaceAccounts({ id: paused, state: "paused" })
      const lost = await anAccount(service)
      await service.updateMarketplaceAccounts({ id: lost, state: "needs_reauthorization" })
      const due = await anAccount(service)
      expect((await service.takeDueAccounts(100)).map(({ id }) => id)).toEqual([due])
    })

    it("takes the accounts that have waited longest first", async () => {
      const minutesAgo = (minutes: number) => ({ nextSyncAt: new Date(Date.now() - minutes * 60_000) })
      await anAccount(service, minutesAgo(1))
      const oldest = await anAccount(service, minutesAgo(60))
      await anAccount(service, minutesAgo(30))
      expect((await service.takeDueAccounts(1)).map(({ id }) => id)).toEqual([oldest])
    })

    it("of a run that a person asked for is taken when its process died or its time has come, never of a schedule", async () => {
      const account_id = await anAccount(service)
      const [waits, later, died, scheduled] = await service.createMarketplaceRuns([
        { account_id, kind: "period" },
        { account_id, kind: "period", resume_at: new Date(Date.now() + 60_000) },
        { account_id, kind: "references", state: "running", lease_token: "dead", lease_until: new Date(0) },
        { account_id, kind: "schedule", state: "running" },
      ])
      const shares = await together(5, () => service.takeDueRuns(1))
      expect(
        shares
          .flat()
          .map(({ id }) => id)
          .sort(),
      ).toEqual([waits.id, died.id].sort())
      expect([later.id, scheduled.id]).not.toContain(shares.flat()[0].id)
    })
  })
