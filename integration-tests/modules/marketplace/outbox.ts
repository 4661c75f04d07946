import { problem } from "../../../src/connector"
import { aLevel, anAccountThatShips, aPackage, confirmed, onlyDispatch, toldOf } from "./outbox-tools"
import { anAccount, together, type Bench } from "./tools"

const by = { actor: "person", actorId: "user_1" } as const

export const outbox = ({ service, sql }: Bench) => {
  describe("what is owed to a platform", () => {
    it("is one row for each package, whatever announces it, and however often", async () => {
      const shipping = await anAccountThatShips(service)
      await together(8, () => service.oweDispatches([aPackage(service, shipping)]))
      const dispatch = await onlyDispatch(service, shipping.accountId)
      expect(dispatch).toMatchObject({ revision: 1, state: "owed", order_id: "order_1", attempts: 0 })
      expect(dispatch.next_attempt_at).not.toBeNull()
      expect(await toldOf(service, dispatch.id)).toEqual([{ event: "owed", actor: "schedule", revision: 1 }])
    })

    it("has a number of its own for each package of an order", async () => {
      const shipping = await anAccountThatShips(service)
      const twice = aPackage(service, shipping, { subject: "ful_2/1" })
      await service.oweDispatches([aPackage(service, shipping)])
      await expect(service.oweDispatches([twice])).rejects.toThrow(/IDX_marketplace_dispatch_package|exists/)
    })

    it("is owed again in its next revision when it changes, and only then", async () => {
      const shipping = await anAccountThatShips(service)
      const [{ id }] = await service.oweDispatches([aPackage(service, shipping)])
      await service.confirmDispatches([{ id, revision: 1 }], { actor: "platform" })
      expect(await service.oweDispatches([aPackage(service, shipping)])).toEqual([])

      await sql(`UPDATE marketplace_dispatch SET told_at = now(), attempts = 3 WHERE id = ?`, [id])
      const other = aPackage(service, shipping, { tracking: "1Z000" })
      expect(await service.oweDispatches([other], by)).toMatchObject([{ id, revision: 2, inserted: false }])
      expect(await onlyDispatch(service, shipping.accountId)).toMatchObject({
        state: "owed",
        revision: 2,
        attempts: 0,
        told_at: null,
        sealed_body: other.sealed_body,
      })
      expect((await toldOf(service, id)).map(({ event, actor }) => `${actor}: ${event}`)).toEqual([
        "schedule: owed",
        "platform: confirmed",
        "person: revised",
      ])
    })

    it("is not due while a person has to do something first", async () => {
      const shipping = await anAccountThatShips(service)
      const missing = problem("tracking_missing", { order: "111" })
      await service.oweDispatches([aPackage(service, shipping, { problem: missing })])
      expect(await onlyDispatch(service, shipping.accountId)).toMatchObject({
        state: "owed",
        problem_code: "tracking_missing",
        problem: missing,
        next_attempt_at: null,
      })
    })

    it("stays withdrawn when the same is announced once more, and is owed again when it has changed", async () => {
      const shipping = await anAccountThatShips(service)
      await service.oweDispatches([aPackage(service, shipping)])
      await service.withdrawDispatches({ fulfillmentId: "ful_1" }, by)
      expect(await service.oweDispatches([aPackage(service, shipping)])).toEqual([])
      expect(await service.oweDispatches([aPackage(service, shipping, { tracking: "1Z1" })])).toHaveLength(1)
    })

    it("that a person left out comes back by force only, or when a person tries it again", async () => {
      const shipping = await anAccountThatShips(service)
      const changed = (tracking: string) => aPackage(service, shipping, { tracking })
      const [{ id, account_id: accountId }] = await service.oweDispatches([changed("1Z0")])
      const because = async () => (await onlyDispatch(service, accountId)).withdrawn_because
      await service.actOnDispatches([id], "withdraw", "user_1")
      expect(await because()).toBe("person")
      expect(await service.oweDispatches([changed("1Z1")])).toEqual([])
      expect(await service.oweDispatches([{ ...changed("1Z1"), force: true }])).toHaveLength(1)
      expect(await because()).toBeNull()

      await service.withdrawDispatches({ accountId, kind: "shipment" }, by, { reason: "writer_on" })
      expect(await service.oweDispatches([changed("1Z2")])).toEqual([])
      await service.actOnDispatches([id], "retry", "user_1")
      expect(await because()).toBeNull()

      await service.withdrawDispatches({ ids: [id] }, by, { reason: "shipment_changed" })
      expect(await service.oweDispatches([changed("1Z3")])).toHaveLength(1)
    })

    it("is one row for each listing, revised while it is on its way and left alone once the platform has it", async () => {
      const accountId = await anAccount(service)
      const revise = () => service.oweDispatches([aLevel(accountId, "MUG", "7")])
      const [{ id }] = await revise()
      expect(await revise()).toMatchObject([{ id, revision: 2 }])
      await service.confirmDispatches([{ id, revision: 2 }], { actor: "platform" })
      expect(await revise()).toEqual([])
      expect(await service.oweDispatches([aLevel(accountId, "MUG", "6")])).toMatchObject([{ revision: 3 }])
      const forced = { ...aLevel(accountId, "MUG", "6"), force: true }
      await service.confirmDispatches([{ id, revision: 3 }], { actor: "platform" })
      expect(await service.oweDispatches([forced])).toMatchObject([{ revision: 4 }])
    })

    it("is written by several at once without any waiting for the other in a circle", async () => {
      const accountId = await anAccount(service)
      const listings = Array.from({ length: 30 }, (_, index) => aLevel(accountId, `SKU-${index}`))
      await together(6, (index) =>
        service.oweDispatches(index % 2 ? [...listings].reverse() : [...listings, ...listings]),
      )
      const rows = await service.listMarketplaceDispatches({ account_id: accountId })
      expect(rows.map(({ revision }) => revision)).toEqual(Array.from({ length: 30 }, () => 6))
    })

    it("is confirmed by what an order shows only in the revision that was shown", async () => {
      const shipping = await anAccountThatShips(service)
      const [{ id }] = await service.oweDispatches([aPackage(service, shipping)])
      await service.oweDispatches([aPackage(service, shipping, { tracking: "1Z1" })])
      expect(await service.confirmDispatches([{ id, revision: 1 }], { actor: "platform" })).toEqual([])
      expect((await onlyDispatch(service, shipping.accountId)).state).toBe("owed")
    })

    it("is withdrawn as a whole when a writer is switched on without it, what is being sent excepted", async () => {
      const shipping = await anAccountThatShips(service)
      const { accountId } = shipping
      const numbers = [1, 2, 3]
      await service.oweDispatches(numbers.map((number) => aPackage(service, shipping, { number })))
      const [sending] = await service.claimDueDispatches({
        accountId,
        kind: "shipment",
        token: "t",
        limit: 1,
      })
      await service.beginSending("t", [sending])
      const withdrawn = await service.withdrawDispatches({ accountId, kind: "shipment" }, by)
      expect(withdrawn).toHaveLength(2)
    })
  })

  describe("what a person does with dispatches", () => {
    it("is refused by their states", async () => {
      const shipping = await anAccountThatShips(service)
      const numbers = [1, 2, 3]
      const owed = await service.oweDispatches(
        numbers.map((number) => aPackage(service, shipping, { number })),
      )
      const [first, second, third] = owed.map(({ id }) => id)
      await service.confirmDispatches([{ id: first, revision: 1 }], { actor: "platform" })
      await sql(`UPDATE marketplace_dispatch SET sealed_body = NULL WHERE id = ?`, [second])
      const acted = await service.actOnDispatches([first, second, third, "mpdis_nobody"], "retry", "user_1")
      expect(acted.done).toMatchObject([{ id: third }])
      expect(acted.refused).toEqual([
        { id: first, state: "confirmed" },
        { id: second, state: "owed" },
        { id: "mpdis_nobody", state: null },
      ])
    })

    it("has a rejected one sent again, and one whose outcome is open looked up", async () => {
      const shipping = await anAccountThatShips(service)
      const [rejected, unknown] = await service.oweDispatches(
        [1, 2].map((number) => aPackage(service, shipping, { number })),
      )
      await sql(
        `UPDATE marketplace_dispatch SET state = 'rejected', problem_code = 'shipment_rejected', told_at = now(),
                next_attempt_at = NULL, attempts = 4 WHERE id = ?`,
        [rejected.id],
      )
      await sql(`UPDATE marketplace_dispatch SET state = 'unknown', next_attempt_at = NULL WHERE id = ?`, [
        unknown.id,
      ])
      await service.actOnDispatches([rejected.id, unknown.id], "retry", "user_1")
      const rows = await service.listMarketplaceDispatches({ account_id: shipping.accountId })
      const stateOf = new Map(rows.map((row) => [row.id, row]))
      expect(stateOf.get(rejected.id)).toMatchObject({ state: "owed", problem_code: null, attempts: 0 })
      expect(stateOf.get(rejected.id)?.told_at).toBeNull()
      expect(stateOf.get(unknown.id)).toMatchObject({ state: "unknown" })
      expect(rows.every(({ next_attempt_at }) => next_attempt_at !== null)).toBe(true)
      expect(await toldOf(service, rejected.id)).toContainEqual({
        event: "retry_requested",
        actor: "person",
        revision: 1,
      })
    })

    it("does not take back what a worker is sending", async () => {
      const shipping = await anAccountThatShips(service)
      const { accountId } = shipping
      const [{ id }] = await service.oweDispatches([aPackage(service, shipping)])
      await service.claimDueDispatches({ accountId, kind: "shipment", token: "t", limit: 9 })
      expect((await service.actOnDispatches([id], "withdraw", "user_1")).refused).toHaveLength(1)
      await service.settleDispatches("t", [confirmed(id)])
      expect((await service.actOnDispatches([id], "withdraw", "user_1")).refused).toMatchObject([
        { state: "confirmed" },
      ])
    })
  })

  describe("an account's counts", () => {
    it("tell what is under way from what needs a person", async () => {
      const shipping = await anAccountThatShips(service)
      const { accountId } = shipping
      const missing = problem("tracking_missing", { order: "111" })
      await service.oweDispatches([
        aPackage(service, shipping),
        aPackage(service, shipping, { number: 2, problem: missing }),
        aPackage(service, shipping, { number: 3, problem: problem("platform_throttled") }),
        aLevel(accountId, "MUG"),
      ])
      const nothing = await anAccount(service)
      const counts = await service.countDispatches([accountId, nothing])
      expect(counts.get(accountId)).toEqual({
        shipments: { owed: 2, needsPerson: 1 },
        stock: { owed: 1, needsPerson: 0 },
      })
      expect(counts.get(nothing)).toEqual({
        shipments: { owed: 0, needsPerson: 0 },
        stock: { owed: 0, needsPerson: 0 },
      })
    })
  })
}
