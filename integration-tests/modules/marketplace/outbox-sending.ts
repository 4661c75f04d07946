import { problem } from "../../../src/connector"
import { anAccountThatShips, aPackage, confirmed, onlyDispatch, toldOf, type Shipping } from "./outbox-tools"
import { together, type Bench } from "./tools"

export const outboxSending = ({ service, sql }: Bench) =>
  describe("sending what is owed", () => {
    const claim = ({ accountId }: Shipping, token: string, limit = 10) =>
      service.claimDueDispatches({ accountId, kind: "shipment", token, limit })
    /** The lease of a worker that died runs out. */
    const runOut = (token: string) =>
      sql(`UPDATE marketplace_dispatch SET lease_until = now() - interval '1 second' WHERE lease_token = ?`, [
        token,
      ])
    const owe = (shipping: Shipping, count: number) =>
      service.oweDispatches(
        Array.from({ length: count }, (_, index) => aPackage(service, shipping, { number: index + 1 })),
      )

    it("is shared by workers so that each row is in one hand", async () => {
      const shipping = await anAccountThatShips(service)
      await owe(shipping, 40)
      const claims = await together(8, (index) => claim(shipping, `worker-${index}`))
      const ids = claims.flat().map(({ id }) => id)
      expect(ids).toHaveLength(40)
      expect(new Set(ids).size).toBe(40)
      expect(await claim(shipping, "late")).toEqual([])
    })

    it("takes over what a worker that died had in hand, and nothing before its time is over", async () => {
      const shipping = await anAccountThatShips(service)
      await owe(shipping, 1)
      await claim(shipping, "died")
      expect(await claim(shipping, "heir")).toEqual([])
      await runOut("died")
      expect(await claim(shipping, "heir")).toHaveLength(1)
      const [{ id }] = await service.listMarketplaceDispatches({ account_id: shipping.accountId })
      expect(await service.beginSending("died", [{ id, revision: 1 }])).toEqual([])
      expect(await service.renewDispatches("died", [id])).toEqual([])
      expect(await service.settleDispatches("died", [confirmed(id)])).toEqual([])
      expect((await onlyDispatch(service, shipping.accountId)).state).toBe("owed")
    })

    it("takes nothing that waits, is done, or has no date", async () => {
      const shipping = await anAccountThatShips(service)
      await owe(shipping, 4)
      const [later, done, never, due] = await service.listMarketplaceDispatches(
        { account_id: shipping.accountId },
        { order: { package_number: "ASC" } },
      )
      await sql(
        `UPDATE marketplace_dispatch SET next_attempt_at = now() + interval '1 minute' WHERE id = ?`,
        [later.id],
      )
      await sql(`UPDATE marketplace_dispatch SET state = 'confirmed' WHERE id = ?`, [done.id])
      await sql(`UPDATE marketplace_dispatch SET next_attempt_at = NULL WHERE id = ?`, [never.id])
      expect(await claim(shipping, "t")).toMatchObject([{ id: due.id }])
    })

    it("is written down before it happens: who dies then leaves it unknown", async () => {
      const shipping = await anAccountThatShips(service)
      await owe(shipping, 1)
      const [{ id, revision }] = await claim(shipping, "t")
      expect(await service.beginSending("t", [{ id, revision }])).toEqual([id])
      const written = await onlyDispatch(service, shipping.accountId)
      expect(written).toMatchObject({ state: "unknown", attempted_revision: 1 })
      expect(written.attempted_at).not.toBeNull()
      expect(await service.beginSending("t", [{ id, revision }])).toEqual([])

      await runOut("t")
      expect(await claim(shipping, "heir")).toMatchObject([{ id, state: "unknown", attempted_revision: 1 }])
    })

    it("may have happened until the lease was over, or was given back: it is looked up counted from then", async () => {
      const shipping = await anAccountThatShips(service)
      await owe(shipping, 2)
      const [first, second] = await claim(shipping, "died")
      await service.beginSending("died", [first, second])
      await sql(`UPDATE marketplace_dispatch SET attempted_at = now() - interval '1 hour'`)
      await service.settleDispatches("died", [confirmed(first.id)])
      await runOut("died")
      const [{ lease_until }] = await service.listMarketplaceDispatches({ id: second.id })
      const [taken] = await claim(shipping, "heir")
      expect(taken).toMatchObject({ id: second.id, state: "unknown" })
      expect(new Date(taken.attempted_at ?? 0)).toEqual(new Date(lease_until ?? 1))

      await sql(`UPDATE marketplace_dispatch SET attempted_at = now() - interval '1 hour' WHERE id = ?`, [
        second.id,
      ])
      const before = Date.now()
      await service.freeDispatches("heir")
      const [again] = await claim(shipping, "next")
      expect(Number(again.attempted_at)).toBeGreaterThanOrEqual(before - 1)
    })

    it("keeps what is sent of a level beside what was there before", async () => {
      const { accountId } = await anAccountThatShips(service)
      await service.oweDispatches([{ account_id: accountId, kind: "stock", subject: "MUG" }])
      const [{ id }] = await service.claimDueDispatches({ accountId, kind: "stock", token: "t", limit: 9 })
      await service.beginSending("t", [{ id, revision: 1, quantity: 4, previous_quantity: 6 }])
      expect(await onlyDispatch(service, accountId)).toMatchObject({ quantity: 4, previous_quantity: 6 })
    })

    it("does not happen when what is owed changed since it was claimed", async () => {
      const shipping = await anAccountThatShips(service)
      await owe(shipping, 1)
      const [{ id, revision }] = await claim(shipping, "t")
      await service.oweDispatches([aPackage(service, shipping, { tracking: "1Z1" })])
      expect(await service.beginSending("t", [{ id, revision }])).toEqual([])
      await service.freeDispatches("t")
      expect(await claim(shipping, "next")).toMatchObject([{ id, revision: 2 }])
    })

    it("keeps an answer in the history only when what is owed changed meanwhile: the rest is still to be sent", async () => {
      const shipping = await anAccountThatShips(service)
      await owe(shipping, 1)
      const [{ id, revision }] = await claim(shipping, "t")
      await service.beginSending("t", [{ id, revision }])
      await service.oweDispatches([aPackage(service, shipping, { tracking: "1Z1" })])
      const settled = await service.settleDispatches("t", [confirmed(id, revision)])
      expect(settled).toMatchObject([{ id, state: "owed", current: false }])
      expect(await toldOf(service, id)).toContainEqual({
        event: "confirmed",
        actor: "platform",
        revision: 1,
        superseded: true,
      })
      expect(await claim(shipping, "next")).toMatchObject([{ id, revision: 2, state: "owed" }])
    })

    it.each([
      [
        "withdrew it",
        "withdrawn",
        (id: string) => service.withdrawDispatches({ ids: [id] }, { actor: "person", actorId: "user_1" }),
      ],
      [
        "found it at the platform",
        "confirmed",
        (id: string) => service.confirmDispatches([{ id, revision: 1 }], { actor: "platform" }),
      ],
    ])("leaves a row as it is when somebody meanwhile %s", async (_what, state, meanwhile) => {
      const shipping = await anAccountThatShips(service)
      await owe(shipping, 2)
      const claimed = await claim(shipping, "t")
      await service.beginSending("t", claimed)
      const [first, second] = claimed.map(({ id }) => id)
      await meanwhile(first)
      const open = problem("outcome_unknown", { reason: "timeout" })
      await service.settleDispatches("t", [
        { ...confirmed(first), state: "unknown", problem: open, line: { event: "unknown" } },
        confirmed(second),
      ])
      const rows = await service.listMarketplaceDispatches({ id: [first, second] })
      expect(new Map(rows.map((row) => [row.id, row.state]))).toEqual(
        new Map([
          [first, state],
          [second, "confirmed"],
        ]),
      )
      expect(rows.every(({ lease_token }) => lease_token === null)).toBe(true)
    })

    it("tells in the history what was sent and what the platform said, and no tracking number", async () => {
      const shipping = await anAccountThatShips(service)
      await service.oweDispatches([aPackage(service, shipping, { tracking: "1ZSECRET" })])
      const [row] = await claim(shipping, "t")
      await service.beginSending("t", [row])
      const refused = problem("shipment_rejected", { order: "111", reason: "The carrier is not valid." })
      await service.settleDispatches("t", [
        { ...confirmed(row.id), state: "rejected", problem: refused, line: { event: "rejected" } },
      ])
      const told = await toldOf(service, row.id)
      expect(told).toEqual([
        { event: "owed", actor: "schedule", revision: 1 },
        { event: "sending", actor: "schedule", revision: 1 },
        { event: "rejected", actor: "platform", revision: 1, problem: refused },
      ])
      expect(JSON.stringify(told)).not.toContain("1ZSECRET")
    })
  })
