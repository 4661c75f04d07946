import { Modules } from "@medusajs/framework/utils"
import { aBuyer, wordsOf } from "../../support/buyers-order"
import { foundIn } from "../../support/dump-database"
import type { PrivacyShop } from "./shop"

const PEOPLE = "SELECT id, email, first_name, has_account FROM customer ORDER BY created_at, id"

export function customerSuite(shop: () => PrivacyShop): void {
  const customers = () => shop().container.resolve(Modules.CUSTOMER)
  const buyer = aBuyer(7)

  it("become nameless guests, with what an admin noted down for them", async () => {
    const account = await shop().account()
    await shop().bring(account, { number: 1, buyer })
    const [guest] = await customers().listCustomers({})
    await customers().createCustomerAddresses([{ customer_id: guest.id, address_1: buyer.street }])
    await shop().expire()
    await shop().purge()
    expect(await shop().sql(PEOPLE)).toEqual([
      { id: guest.id, email: null, first_name: null, has_account: false },
    ])
    expect(await shop().order(1)).toMatchObject({ customer_id: guest.id })
    expect(foundIn(await shop().dump(), wordsOf(buyer))).toEqual([])
  })

  it("become nameless also where staff had removed them, and bought again since", async () => {
    const account = await shop().account()
    await shop().bring(account, { number: 1, buyer })
    const [removed] = await customers().listCustomers({})
    await customers().createCustomerAddresses([{ customer_id: removed.id, address_1: buyer.attic }])
    await customers().softDeleteCustomers([removed.id])
    await shop().bring(account, { number: 2, buyer })
    const before = await shop().sql<{ id: string; deleted_at: string }>(`SELECT * FROM customer`)
    expect(before).toHaveLength(2)

    await shop().expire(1)
    expect(await shop().purge()).toEqual({ taken: 1, purged: 1, failed: 0 })
    const named = `SELECT id FROM customer WHERE email IS NOT NULL OR metadata -> 'document' IS NOT NULL`
    expect(await shop().sql(named)).toEqual([{ id: (await shop().order(2)).customer_id }])
    await shop().expire()
    expect(await shop().purge()).toEqual({ taken: 1, purged: 1, failed: 0 })
    expect(foundIn(await shop().dump(), wordsOf(buyer))).toEqual([])
    // Removed they stay, and the rest of what was noted about them.
    const kept = `SELECT deleted_at, metadata FROM customer WHERE id = '${removed.id}'`
    expect(await shop().sql(kept)).toEqual([
      {
        deleted_at: before.find(({ id }) => id === removed.id)?.deleted_at,
        metadata: { marketplace: { provider: "amazon" } },
      },
    ])
  })

  it("stay as they are when they have an account in the shop", async () => {
    const person = {
      email: buyer.email,
      first_name: "Registered",
      last_name: "Person",
      phone: "555-registered",
    }
    const account = await shop().account()
    const registered = await customers().createCustomers({ ...person, has_account: true })
    const [before] = await shop().sql(`SELECT * FROM customer`)
    await shop().bring(account, { number: 1, buyer })
    await shop().expire()
    expect(await shop().purge()).toMatchObject({ purged: 1, failed: 0 })
    expect(await shop().sql(`SELECT * FROM customer`)).toEqual([before])
    expect(await shop().order(1)).toMatchObject({ customer_id: registered.id, email: null })
  })

  it("stay while they have a younger order, and go with it", async () => {
    const account = await shop().account()
    await shop().bring(account, { number: 1, buyer }, { number: 2, buyer })
    await shop().expire(1)
    expect(await shop().purge()).toMatchObject({ purged: 1 })
    expect(await shop().order(1)).toMatchObject({ email: null, shipping_address: { first_name: null } })
    expect(await shop().order(2)).toMatchObject({
      email: buyer.email,
      shipping_address: { address_1: buyer.street },
    })
    expect(await shop().sql(PEOPLE)).toMatchObject([{ email: buyer.email, first_name: buyer.firstName }])
    await shop().expire(2)
    expect(await shop().purge()).toMatchObject({ purged: 1 })
    expect(await shop().sql(PEOPLE)).toMatchObject([{ email: null, first_name: null }])
  })

  it("stay while they have an order in an account under legal hold", async () => {
    const account = await shop().account()
    const held = await shop().account({
      externalId: "AHELD",
      orderPrefix: "AMZ2",
      settings: { keep_personal_data: true },
    })
    await shop().bring(account, { number: 1, buyer })
    await shop().bring(held, { number: 2, buyer })
    await shop().expire()
    expect(await shop().purge()).toMatchObject({ purged: 1 })
    expect(await shop().sql(PEOPLE)).toMatchObject([{ email: buyer.email }])
  })

  it("stay when they also bought in the shop itself", async () => {
    const account = await shop().account()
    await shop().bring(account, { number: 1, buyer })
    const [guest] = await customers().listCustomers({})
    const orders = shop().container.resolve(Modules.ORDER)
    await orders.createOrders({ currency_code: "usd", customer_id: guest.id, email: buyer.email })
    await shop().expire()
    expect(await shop().purge()).toMatchObject({ purged: 1 })
    expect(await shop().order(1)).toMatchObject({ email: null })
    expect(await shop().sql(PEOPLE)).toMatchObject([{ id: guest.id, email: buyer.email }])
  })

  it("stay when they were guests of the shop before", async () => {
    const account = await shop().account()
    await customers().createCustomers({ email: buyer.email, first_name: "Known" })
    await shop().bring(account, { number: 1, buyer })
    await shop().expire()
    await shop().purge()
    expect(await shop().sql(PEOPLE)).toMatchObject([{ email: buyer.email, first_name: "Known" }])
  })

  it("are new guests when they come back, as often as they do", async () => {
    const account = await shop().account()
    for (const number of [1, 2, 3]) {
      await shop().bring(account, { number, buyer })
      expect(await shop().row(number)).toMatchObject({ state: "imported" })
      expect(await shop().sql(`SELECT id FROM customer WHERE email = '${buyer.email}'`)).toHaveLength(1)
      await shop().expire()
      expect(await shop().purge()).toMatchObject({ purged: 1 })
    }
    const owners = await Promise.all([1, 2, 3].map((number) => shop().order(number)))
    expect(new Set(owners.map(({ customer_id }) => customer_id)).size).toBe(3)
  })

  it("go also where their order never came to be", async () => {
    const account = await shop().account({ settings: { review_first: true } })
    await shop().bring(account, { number: 1, buyer })
    const changes = { status: "canceled" as const, updatedAt: new Date().toISOString() }
    await shop().bring(account, { number: 1, buyer, changes })
    expect(await shop().sql(`SELECT id FROM "order"`)).toEqual([])
    expect(await shop().sql(PEOPLE)).toMatchObject([{ email: buyer.email }])
    await shop().expire()
    expect(await shop().purge()).toMatchObject({ purged: 1 })
    expect(foundIn(await shop().dump(), wordsOf(buyer))).toEqual([])
  })
}
