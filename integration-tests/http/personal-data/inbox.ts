import { importDueOrders } from "../../../src/workflows/import/import-due-orders"
import { aBuyer, wordsOf } from "../../support/buyers-order"
import { foundIn } from "../../support/dump-database"
import type { PrivacyShop } from "./shop"

export function inboxSuite(shop: () => PrivacyShop): void {
  const events = async (number: number): Promise<string[]> => {
    const { id } = await shop().row(number)
    const lines = await shop().sql<{ event: string; details: object }>(
      `SELECT event, details FROM history_entry WHERE subject_id = '${id}' ORDER BY at`,
    )
    return lines.map(({ event, details }) =>
      event === "personal_data_purged" ? `${event} ${JSON.stringify(details)}` : event,
    )
  }

  it("says in its history that the data is gone, and not what it was", async () => {
    await shop().bring(await shop().account(), { number: 1 })
    await shop().expire()
    await shop().purge()
    expect(await events(1)).toEqual(["seen", "imported", "personal_data_purged {}"])
    const row = await shop().row(1)
    expect(row).toMatchObject({ state: "imported", sealed_payload: null })
    expect(row.personal_data_purged_at).not.toBeNull()
  })

  it("finds nothing more to do the second time", async () => {
    await shop().bring(await shop().account(), { number: 1 }, { number: 2 })
    await shop().expire()
    await shop().purge()
    const before = await shop().dump()
    expect(await shop().purge()).toEqual({ taken: 0, purged: 0, failed: 0 })
    expect(await shop().dump()).toBe(before)
  })

  it("keeps the state of orders that never became more than a draft", async () => {
    const reviewed = await shop().account({ settings: { review_first: true } })
    const account = await shop().account({ externalId: "AOTHER", orderPrefix: "AMZ2" })
    await shop().bring(reviewed, { number: 1 })
    await shop().bring(
      account,
      { number: 2, changes: { status: "pending" } },
      { number: 3, changes: { marketplace: "NOWHERE" } },
    )
    const states = async () =>
      (await Promise.all([1, 2, 3].map((number) => shop().row(number)))).map(({ state }) => state)
    expect(await states()).toEqual(["review", "waiting", "blocked"])
    await shop().expire()
    expect(await shop().purge()).toEqual({ taken: 3, purged: 3, failed: 0 })
    expect(await states()).toEqual(["review", "waiting", "blocked"])
    expect(foundIn(await shop().dump(), wordsOf(aBuyer(1), aBuyer(2), aBuyer(3)))).toEqual([])

    await shop().sql(`UPDATE marketplace_order SET next_attempt_at = now()`)
    await importDueOrders(shop().container, { accountId: account, actor: "schedule" })
    expect(await states()).toEqual(["review", "waiting", "blocked"])
  })

  it("is emptied again when the platform delivers an expired order once more; Medusa gets nothing of it back", async () => {
    const account = await shop().account()
    const old = { number: 1, age: 80, deliveredIn: -70 }
    await shop().bring(account, old)
    expect(await shop().purge()).toMatchObject({ purged: 1 })
    const clean = await shop().dump()

    const touched = { ...old, changes: { updatedAt: new Date().toISOString() } }
    await shop().bring(account, touched)
    expect((await shop().row(1)).sealed_payload).not.toBeNull()
    expect(foundIn(await shop().dump(), wordsOf(aBuyer(1)))).toEqual([])
    expect(await shop().purge()).toMatchObject({ purged: 1 })
    expect((await shop().row(1)).sealed_payload).toBeNull()

    const changed = { ...old, changes: { updatedAt: new Date().toISOString(), shippingService: "Express" } }
    await shop().bring(account, changed)
    expect(await shop().purge()).toMatchObject({ purged: 1 })
    expect((await shop().row(1)).sealed_payload).toBeNull()
    const medusa = (dump: string) => dump.split(/^# /m).filter((table) => /^(order|customer)/.test(table))
    expect(medusa(await shop().dump())).toEqual(medusa(clean))
  })

  it("keeps an order longer that is delivered later than was said", async () => {
    const account = await shop().account()
    await shop().bring(account, { number: 1, age: 40, deliveredIn: -31 })
    const changes = { updatedAt: new Date().toISOString() }
    await shop().bring(account, { number: 1, age: 40, deliveredIn: 2, changes })
    expect(await shop().purge()).toMatchObject({ taken: 0 })
    expect(await shop().order(1)).toMatchObject({ email: aBuyer(1).email })
  })

  it("is read by the import first when an order has only just become due", async () => {
    const account = await shop().account()
    await shop().bring(account, { number: 1, age: 80, deliveredIn: -70 })
    await shop().sql(`UPDATE marketplace_order SET next_attempt_at = now()`)
    expect(await shop().purge()).toMatchObject({ taken: 0 })
    await shop().sql(`UPDATE marketplace_order SET next_attempt_at = now() - interval '2 hours'`)
    expect(await shop().purge()).toMatchObject({ purged: 1 })
  })

  it("is emptied in batches, each order once", async () => {
    const account = await shop().account()
    await shop().bring(account, ...Array.from({ length: 130 }, (_, index) => ({ number: index + 1 })))
    await shop().expire()
    expect(await shop().purge()).toEqual({ taken: 100, purged: 100, failed: 0 })
    const twice = await Promise.all([shop().purge(), shop().purge()])
    expect(twice.reduce((sum, { purged }) => sum + purged, 0)).toBe(30)
    const left = await shop().sql(`SELECT id FROM marketplace_order WHERE sealed_payload IS NOT NULL`)
    expect(left).toEqual([])
  })
}
