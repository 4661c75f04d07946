import { credentialsPurpose, payloadPurpose, Sealer } from "../../../src/modules/marketplace/sealer"
import { anAccount, aReference, aStagedOrder, KEYS, readPage, type Bench } from "./tools"

const person = { name: "Ada Lovelace", email: "ada@example.com", street: "1 Secret Street" }
const credentials = { refresh_token: "Atzr|very-secret-token", selling_partner_id: "A1", region: "na" }

export const secrets = ({ service, sql }: Bench) =>
  describe("secrets and personal data", () => {
    const [now, before, both] = [
      new Sealer([KEYS.current]),
      new Sealer([KEYS.previous]),
      new Sealer([KEYS.current, KEYS.previous]),
    ]
    async function dump(): Promise<string> {
      const tables = await sql<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
      )
      const rows = await Promise.all(tables.map(({ name }) => sql(`SELECT * FROM "${name}"`)))
      return JSON.stringify(rows)
    }
    /** An account with orders, all sealed under the earlier key. */
    async function sealedBefore(orders: number): Promise<string> {
      const account = await anAccount(service)
      const purpose = credentialsPurpose(account)
      await service.updateMarketplaceAccounts({
        id: account,
        sealed_credentials: before.seal(credentials, purpose),
      })
      const page = Array.from({ length: orders }, (_, index) => {
        const reference = aReference(index)
        const sealed_payload = before.seal(person, payloadPurpose(account, reference))
        return aStagedOrder(service, account, { reference, sealed_payload })
      })
      await readPage(service, account, page)
      return account
    }

    it("stand in no table in the open", async () => {
      const account = await anAccount(service, { credentials })
      const sealed_payload = service.sealer.seal(person, payloadPurpose(account, aReference(1)))
      await readPage(service, account, [aStagedOrder(service, account, { sealed_payload })])
      const state = await service.beginAuthorization(
        { provider_id: "amazon", name: "Shop", account_id: null, settings: null, choice: {} },
        "user_1",
      )
      const everything = await dump()
      for (const secret of [...Object.values(person), credentials.refresh_token, state]) {
        expect(everything).not.toContain(secret)
        expect(everything).not.toContain(Buffer.from(secret).toString("base64url").slice(0, -2))
      }
    })

    it("open for the account they belong to, and for no other", async () => {
      const [one, two] = [await anAccount(service, { credentials }), await anAccount(service)]
      const [row] = await service.listMarketplaceAccounts({ id: one })
      expect(service.openCredentials(row)).toEqual(credentials)
      expect(() => service.openCredentials({ ...row, id: two })).toThrow()
    })

    it("are sealed again under a new key batch by batch, after which the old key can go", async () => {
      const account = await sealedBefore(7)
      const [row] = await service.listMarketplaceAccounts({ id: account })
      expect(service.openCredentials(row)).toEqual(credentials)
      const batches: number[] = []
      for (let done = await service.resealBatch(3); done > 0; done = await service.resealBatch(3))
        batches.push(done)
      expect(batches).toEqual([4, 3, 1])

      const [again] = await service.listMarketplaceAccounts({ id: account })
      expect(now.open(again.sealed_credentials, credentialsPurpose(account))).toEqual(credentials)
      const orders = await service.listMarketplaceOrders({ account_id: account })
      expect(orders).toHaveLength(7)
      for (const { reference, sealed_payload } of orders) {
        expect(now.open(sealed_payload ?? "", payloadPurpose(account, reference))).toEqual(person)
        expect(() => before.open(sealed_payload ?? "", payloadPurpose(account, reference))).toThrow()
      }
    })

    it("that no key opens keep no others from being sealed again, and are counted", async () => {
      const account = await sealedBefore(6)
      const [strange, moved] = await service.listMarketplaceOrders({ account_id: account })
      const lost = new Sealer([Buffer.alloc(32, 9)])
      await service.updateMarketplaceOrders([
        { id: strange.id, sealed_payload: lost.seal(person, payloadPurpose(account, strange.reference)) },
        { id: moved.id, sealed_payload: before.seal(person, payloadPurpose("another", moved.reference)) },
      ])
      let total = 0
      for (let done = await service.resealBatch(3); done > 0; done = await service.resealBatch(3))
        total += done
      expect(total).toBe(5)
      expect(await service.countSealedOtherwise()).toBe(2)
    })

    it("are sealed again once by several workers at a time", async () => {
      await sealedBefore(10)
      const counts = await Promise.all([1, 2, 3, 4].map(() => service.resealBatch(4)))
      let total = counts.reduce((sum, count) => sum + count, 0)
      for (let done = await service.resealBatch(50); done > 0; done = await service.resealBatch(50))
        total += done
      expect(total).toBe(11)
    })

    it("do not hold up the change of keys where a payload has expired", async () => {
      const account = await sealedBefore(1)
      await sql(`UPDATE marketplace_order SET sealed_payload = NULL WHERE account_id = ?`, [account])
      expect(await service.resealBatch(10)).toBe(1)
      expect(await service.resealBatch(10)).toBe(0)
    })

    it("are gone with the account that is removed", async () => {
      const account = await anAccount(service, { credentials })
      await readPage(service, account, [aStagedOrder(service, account)])
      await service.removeAccount(account, "user_1")
      const [row] = await sql<{ sealed_credentials: string }>(
        `SELECT sealed_credentials FROM marketplace_account WHERE id = ?`,
        [account],
      )
      expect(both.open(row.sealed_credentials, credentialsPurpose(account))).toEqual({})
      const orders = await sql<{ sealed_payload: string | null }>(
        `SELECT sealed_payload FROM marketplace_order WHERE account_id = ?`,
        [account],
      )
      expect(orders).toEqual([{ sealed_payload: null }])
    })
  })
