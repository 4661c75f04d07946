import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { purgePersonalData } from "../../../src/jobs/purge-personal-data"
import { carryOutPrivacyRequests } from "../../../src/workflows/privacy/carry-out-requests"
import { aBuyer, wordsOf, type TestBuyer } from "../../support/buyers-order"
import { foundIn } from "../../support/dump-database"
import { STORE, type PrivacyShop } from "./shop"

export function faultSuite(shop: () => PrivacyShop): void {
  afterEach(() => {
    jest.restoreAllMocks()
  })

  /** Frees what a purge left leased, as time does. */
  const waitForLeases = () =>
    shop().sql(`UPDATE marketplace_order SET lease_until = now() - interval '1 second'`)

  it("goes on with the other orders when one fails, and makes it good the next time", async () => {
    const account = await shop().account()
    await shop().bring(account, { number: 1 }, { number: 2 }, { number: 3 })
    const { id } = (await shop().order(2)).shipping_address
    const orders = shop().container.resolve(Modules.ORDER)
    const update = orders.updateOrderAddresses.bind(orders)
    jest.spyOn(orders, "updateOrderAddresses").mockImplementation((async (data: { id: string }[]) => {
      if (data.some((address) => address.id === id)) throw new Error(`Nobody may see ${aBuyer(2).street}`)
      return update(data)
    }) as typeof orders.updateOrderAddresses)
    await shop().expire()
    expect(await purgePersonalData(shop().container)).toEqual({ purged: 2, failed: 1 })
    expect(foundIn(await shop().dump(), wordsOf(aBuyer(1), aBuyer(3)))).toEqual([])
    expect(await shop().order(2)).toMatchObject({ email: aBuyer(2).email })
    expect((await shop().row(2)).sealed_payload).not.toBeNull()

    jest.restoreAllMocks()
    await waitForLeases()
    expect(await purgePersonalData(shop().container)).toEqual({ purged: 1, failed: 0 })
    expect(foundIn(await shop().dump(), wordsOf(aBuyer(2)))).toEqual([])
  })

  it("tries an order again whose customer could not be changed", async () => {
    const account = await shop().account()
    await shop().bring(account, { number: 1 }, { number: 2 })
    const { customer_id } = await shop().order(1)
    const customers = shop().container.resolve(Modules.CUSTOMER)
    const update = customers.updateCustomers.bind(customers)
    jest.spyOn(customers, "updateCustomers").mockImplementation((async (ids: string[], data: object) => {
      if (ids.includes(customer_id ?? "")) throw new Error("refused")
      return update(ids, data)
    }) as typeof customers.updateCustomers)
    await shop().expire()
    expect(await shop().purge()).toEqual({ taken: 2, purged: 1, failed: 1 })
    jest.restoreAllMocks()
    await waitForLeases()
    expect(await shop().purge()).toEqual({ taken: 1, purged: 1, failed: 0 })
    expect(foundIn(await shop().dump(), wordsOf(aBuyer(1), aBuyer(2)))).toEqual([])
  })

  it.each([
    ["before the customers", "whichExpired" as const],
    ["before the inbox", "emptyPayloads" as const],
  ])("is made good by the next one when it ends %s", async (_where, method) => {
    const account = await shop().account()
    await shop().bring(account, { number: 1 }, { number: 2 })
    await shop().expire()
    jest.spyOn(shop().marketplace, method).mockRejectedValueOnce(new Error("killed"))
    await expect(shop().purge()).rejects.toMatchObject({ message: "killed" })
    expect((await shop().row(1)).sealed_payload).not.toBeNull()
    expect(await shop().purge()).toEqual({ taken: 2, purged: 2, failed: 0 })
    expect(foundIn(await shop().dump(), wordsOf(aBuyer(1), aBuyer(2)))).toEqual([])
  })

  it.each<[string, (buyer: TestBuyer) => Promise<unknown>]>([
    [
      "its time is over",
      async () => {
        await shop().expire(1)
        await shop().purge()
      },
    ],
    [
      "a platform asks for somebody",
      async ({ email }) => {
        const customer = { id: null, email, phone: null, document: null }
        await shop().ask({ kind: "customer_redact", key: "request-1", customer, orders: [] })
        await carryOutPrivacyRequests(shop().container)
      },
    ],
  ])("says which stored order nobody can read any more when %s, and goes on", async (_when, remove) => {
    await shop().bring(await shop().account({ externalId: STORE.externalId }), { number: 1 }, { number: 2 })
    const unread = await shop().row(1)
    await shop().sql(`UPDATE marketplace_order SET sealed_payload = 'v1.gone.gone' WHERE id = '${unread.id}'`)
    const logger = shop().container.resolve(ContainerRegistrationKeys.LOGGER)
    const warned = jest.spyOn(logger, "warn").mockImplementation(() => undefined)
    await remove(aBuyer(2))
    expect(warned.mock.calls.flat()).toContainEqual(
      expect.stringMatching(`^\\[marketplaces\\] The stored order ${unread.id} cannot be opened: `),
    )
    await shop().expire()
    await shop().purge()
    expect(foundIn(await shop().dump(), wordsOf(aBuyer(1), aBuyer(2)))).toEqual([])
  })

  it("leaves the payload of an order that changes under its hands", async () => {
    const account = await shop().account()
    await shop().bring(account, { number: 1 })
    await shop().expire()
    const [taken] = await shop().marketplace.takeExpiredOrders("purge-1", 10)
    const changes = { updatedAt: new Date().toISOString(), status: "canceled" as const }
    await shop().bring(account, { number: 1, changes })
    expect(await shop().marketplace.emptyPayloads("purge-1", [taken])).toEqual([])
    expect(await shop().row(1)).toMatchObject({ state: "imported", lease_token: null })
    await shop().bring(account)
    expect(await shop().row(1)).toMatchObject({ state: "canceled" })
  })
}
