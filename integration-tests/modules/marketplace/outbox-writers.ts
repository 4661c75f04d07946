import { MarketplaceModuleService } from "../../../src/modules/marketplace"
import { credentialsPurpose, dispatchPurpose, Sealer } from "../../../src/modules/marketplace/sealer"
import { anAccountThatShips, aLevel, aPackage, onlyDispatch } from "./outbox-tools"
import { anAccount, KEYS, together, type Bench } from "./tools"

/** The same database as another installation sees it. */
const elsewhere = (sql: Bench["sql"], accountId: string) =>
  sql(
    `UPDATE marketplace_account SET writers = jsonb_set(writers, '{shipments,installation}', '"live"') WHERE id = ?`,
    [accountId],
  )

export const outboxWriters = ({ service, sql }: Bench) => {
  const switchOn = (accountId: string) =>
    service.switchWriter({ accountId, writer: "shipments", on: true, personId: "user_1" })
  const due = async (accountId: string) => (await service.accountsWithDueDispatches(1000)).includes(accountId)
  const eventsOf = async (accountId: string) =>
    (await service.listHistoryEntries({ subject_id: accountId }, { order: { at: "ASC" } })).map(
      ({ event, actor_id, details }) => ({ event, actor_id, ...details }),
    )

  describe("whether an account writes to its platform", () => {
    // The test's module has no connectors; the accounts are of one that it would have.
    beforeEach(() =>
      jest.spyOn(MarketplaceModuleService.prototype, "connectorIds").mockReturnValue(["amazon"]),
    )
    afterEach(() => jest.restoreAllMocks())

    it("is off until a person switches it on, and told with the person's name", async () => {
      const shipping = await anAccountThatShips(service)
      const { accountId } = shipping
      await service.oweDispatches([aPackage(service, shipping)])
      expect(await due(accountId)).toBe(false)
      await switchOn(accountId)
      expect(await due(accountId)).toBe(true)
      await service.switchWriter({ accountId, writer: "shipments", on: false, personId: "user_2" })
      expect(await due(accountId)).toBe(false)
      expect(await eventsOf(accountId)).toEqual([
        { event: "writer_on", actor_id: "user_1", writer: "shipments" },
        { event: "writer_off", actor_id: "user_2", writer: "shipments" },
      ])
      const [{ writers }] = await service.listMarketplaceAccounts({ id: accountId })
      expect(writers).toEqual({})
    })

    it("is a matter of each kind", async () => {
      const accountId = await anAccount(service)
      await service.oweDispatches([aLevel(accountId, "MUG")])
      await switchOn(accountId)
      expect(await due(accountId)).toBe(false)
    })

    it.each(["paused", "needs_reauthorization"] as const)("is no use to one that is %s", async (state) => {
      const shipping = await anAccountThatShips(service)
      await service.oweDispatches([aPackage(service, shipping)])
      await switchOn(shipping.accountId)
      await service.updateMarketplaceAccounts({ id: shipping.accountId, state })
      expect(await due(shipping.accountId)).toBe(false)
    })

    it("is off in a copy of the database, which tells so once, and on again where a person wants it", async () => {
      const shipping = await anAccountThatShips(service)
      const { accountId } = shipping
      await service.oweDispatches([aPackage(service, shipping)])
      await switchOn(accountId)
      expect(await service.noteCopiedWriters()).toEqual([])
      await elsewhere(sql, accountId)
      expect(await due(accountId)).toBe(false)
      expect((await onlyDispatch(service, accountId)).state).toBe("owed")

      const told = (await together(4, () => service.noteCopiedWriters())).flat()
      expect(told).toEqual([{ account_id: accountId, name: "Test store", writer: "shipments" }])
      expect(await service.noteCopiedWriters()).toEqual([])
      expect((await eventsOf(accountId)).at(-1)).toEqual({
        event: "writer_stopped_on_copy",
        actor_id: null,
        writer: "shipments",
      })
      await switchOn(accountId)
      expect(await due(accountId)).toBe(true)
    })
  })

  describe("the bodies of dispatches", () => {
    it("go with the account", async () => {
      const shipping = await anAccountThatShips(service)
      const [{ id }] = await service.oweDispatches([aPackage(service, shipping)])
      await service.removeAccount(shipping.accountId, "user_1")
      const [row] = await service.listMarketplaceDispatches({ id }, { withDeleted: true })
      expect(row).toMatchObject({ sealed_body: null, next_attempt_at: null })
      expect(row.deleted_at).not.toBeNull()
    })

    it("are sealed again under the current key", async () => {
      const shipping = await anAccountThatShips(service)
      const { accountId } = shipping
      const before = new Sealer([KEYS.previous])
      const purpose = dispatchPurpose(accountId, "ful_1/1")
      const sealed_body = before.seal({ tracking: "1Z" }, purpose)
      await service.oweDispatches([aPackage(service, shipping, { sealed_body })])
      await service.updateMarketplaceAccounts({
        id: accountId,
        sealed_credentials: service.sealer.seal({}, credentialsPurpose(accountId)),
      })
      expect(await service.resealBatch(10)).toBe(1)
      const { sealed_body: sealed } = await onlyDispatch(service, accountId)
      expect(new Sealer([KEYS.current]).open(sealed ?? "", purpose)).toEqual({ tracking: "1Z" })
    })

    it("go with the buyer's personal data, and what nobody sent is withdrawn", async () => {
      const shipping = await anAccountThatShips(service)
      const { orderId } = shipping
      const [done, open] = await service.oweDispatches(
        [1, 2].map((number) => aPackage(service, shipping, { number })),
      )
      await service.confirmDispatches([{ id: done.id, revision: 1 }], { actor: "platform" })
      await sql(`UPDATE marketplace_dispatch SET updated_at = now() - interval '20 days'`)
      await sql(
        `UPDATE marketplace_order SET personal_data_until = now() - interval '1 day', next_attempt_at = NULL WHERE id = ?`,
        [orderId],
      )
      await service.takeExpiredOrders("purge", 10)
      await service.emptyPayloads("purge", [{ id: orderId, digest: "d" }])
      const rows = await service.listMarketplaceDispatches({ marketplace_order_id: orderId })
      expect(rows.map(({ id, state, sealed_body }) => ({ id, state, sealed_body }))).toEqual(
        expect.arrayContaining([
          { id: done.id, state: "confirmed", sealed_body: null },
          { id: open.id, state: "withdrawn", sealed_body: null },
        ]),
      )

      // Shipped only afterwards: it is sent, and its body goes the next night.
      const [late] = await service.oweDispatches([aPackage(service, shipping, { number: 3 })])
      await service.emptyPayloads("next night", [])
      const stillThere = await service.listMarketplaceDispatches({ id: late.id })
      expect(stillThere).toMatchObject([{ state: "owed", sealed_body: expect.any(String) }])
      await service.confirmDispatches([{ id: late.id, revision: 1 }], { actor: "platform" })
      await service.emptyPayloads("next night", [])
      expect(await service.listMarketplaceDispatches({ id: late.id })).toMatchObject([{ sealed_body: null }])
    })
  })
}
