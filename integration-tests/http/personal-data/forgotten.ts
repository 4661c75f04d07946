import type { PrivacyRequest } from "../../../src/connector"
import { updateMarketplaceAccountWorkflow } from "../../../src/workflows/account/update-account"
import { carryOutPrivacyRequests } from "../../../src/workflows/privacy/carry-out-requests"
import { aBuyer, referenceOf, wordsOf } from "../../support/buyers-order"
import { foundIn } from "../../support/dump-database"
import { STORE, type PrivacyShop } from "./shop"

/** Its platform sets no limit, and neither does the account. */
const UNLIMITED = { providerId: "nuvemshop", externalId: "55501" }

/** What a platform asked to be removed does not come back with the next reading. */
export function forgottenSuite(shop: () => PrivacyShop): void {
  const buyer = aBuyer(7)
  const other = aBuyer(8)
  const words = wordsOf(buyer)

  const aboutBuyer = (changes: Partial<PrivacyRequest> = {}): PrivacyRequest => ({
    kind: "customer_redact",
    key: "request-1",
    customer: { id: "1", email: buyer.email, phone: null, document: null },
    orders: [],
    ...changes,
  })

  async function forget(request = aboutBuyer(), store = STORE): Promise<void> {
    await shop().ask(request, store)
    expect(await carryOutPrivacyRequests(shop().container)).toBe(1)
  }

  /** The order as the platform delivers it later. */
  const anew = (number: number) => ({
    number,
    buyer,
    changes: { updatedAt: new Date().toISOString(), shippingService: "Express" },
  })
  const days = (accountId: string, personal_data_days: number | null) =>
    updateMarketplaceAccountWorkflow(shop().container).run({
      input: { accountId, settings: { personal_data_days }, actorId: "user_admin" },
    })
  const liftHold = async (id: string) => {
    const { settings } = await shop().marketplace.retrieveMarketplaceAccount(id)
    await shop().marketplace.updateMarketplaceAccounts({
      id,
      settings: { ...settings, keep_personal_data: false },
    })
  }

  it.each([
    ["sets no limit", UNLIMITED],
    ["allows thirty days", STORE],
  ])("stays so when a platform that %s delivers the order once more", async (_what, store) => {
    const account = await shop().account(store)
    await shop().bring(account, { number: 1, buyer })
    await forget(aboutBuyer(), store)
    expect(foundIn(await shop().dump(), words)).toEqual([])

    await shop().bring(account, anew(1))
    expect((await shop().row(1)).sealed_payload).not.toBeNull()
    expect(foundIn(await shop().dump(), words)).toEqual([])
    expect(await shop().purge()).toEqual({ taken: 1, purged: 1, failed: 0 })
    expect((await shop().row(1)).sealed_payload).toBeNull()
  })

  it("stays so when the account is told to keep the data longer, or for ever", async () => {
    const account = await shop().account({ ...UNLIMITED, settings: { personal_data_days: 30 } })
    await shop().bring(account, { number: 1, buyer })
    await forget(aboutBuyer(), UNLIMITED)
    await shop().bring(account, anew(1))
    await days(account, 90)
    await days(account, null)
    expect(await shop().purge()).toMatchObject({ purged: 1 })
  })

  it("is forgotten once a legal hold is lifted, whatever was read or set meanwhile", async () => {
    const account = await shop().account({ ...UNLIMITED, settings: { keep_personal_data: true } })
    await shop().bring(account, { number: 1, buyer })
    await forget(aboutBuyer(), UNLIMITED)
    await shop().bring(account, anew(1))
    await days(account, 90)
    await days(account, null)
    expect(await shop().purge()).toMatchObject({ taken: 0 })
    expect(await shop().order(1)).toMatchObject({ email: buyer.email })
    await liftHold(account)
    expect(await shop().purge()).toMatchObject({ purged: 1 })
    expect(foundIn(await shop().dump(), words)).toEqual([])
  })

  it("stays so where the request names an order whose time was over before", async () => {
    const account = await shop().account({ ...UNLIMITED, settings: { personal_data_days: 30 } })
    await shop().bring(account, { number: 1, buyer }, { number: 2, buyer: other })
    await shop().expire(1)
    await shop().purge()
    const id = await shop().ask(aboutBuyer({ orders: [referenceOf(1)] }), UNLIMITED)
    await carryOutPrivacyRequests(shop().container)
    expect(await shop().marketplace.retrievePrivacyRequest(id)).toMatchObject({
      state: "done",
      report: { orders: 0, held: 0 },
    })
    await days(account, null)
    await shop().bring(account, anew(1))
    expect(await shop().purge()).toMatchObject({ purged: 1 })
    expect(await shop().order(2)).toMatchObject({ email: other.email })
  })

  it("is a buyer like any other when they come back", async () => {
    const account = await shop().account(UNLIMITED)
    await shop().bring(account, { number: 1, buyer })
    await forget(aboutBuyer(), UNLIMITED)
    await shop().bring(account, { number: 2, buyer })
    expect(await shop().purge()).toMatchObject({ taken: 0 })
    expect(await shop().order(2)).toMatchObject({
      email: buyer.email,
      shipping_address: { address_1: buyer.street },
    })
  })

  it("does not come back with a draft in review that is made anew", async () => {
    const settings = { review_first: true, customer_rule: "name_and_document" as const }
    const account = await shop().account({ ...UNLIMITED, settings })
    await shop().bring(account, { number: 1, buyer })
    await forget(aboutBuyer(), UNLIMITED)
    await shop().bring(account, anew(1))
    expect(await shop().row(1)).toMatchObject({ state: "review" })
    expect(await shop().order(1)).toMatchObject({
      status: "draft",
      total: 21.6,
      email: null,
      shipping_address: { city: "Seattle", address_1: null },
    })
    expect(foundIn(await shop().dump(), words)).toEqual([])
  })

  it("stands in a draft that is made anew for as long as a legal hold lasts", async () => {
    const settings = { review_first: true, keep_personal_data: true }
    const account = await shop().account({ ...UNLIMITED, settings })
    await shop().bring(account, { number: 1, buyer })
    await forget(aboutBuyer(), UNLIMITED)
    await shop().bring(account, anew(1))
    expect(await shop().order(1)).toMatchObject({
      email: buyer.email,
      shipping_address: { address_1: buyer.street },
    })
  })

  describe("a store that left", () => {
    const leave = async (account: string) => {
      await shop().marketplace.updateMarketplaceAccounts({ id: account, state: "needs_reauthorization" })
      await forget({ kind: "store_redact", key: "request-2", customer: null, orders: [] }, UNLIMITED)
    }

    it("is forgotten once a legal hold is lifted, whatever was set meanwhile", async () => {
      const account = await shop().account({ ...UNLIMITED, settings: { keep_personal_data: true } })
      await shop().bring(account, { number: 1, buyer })
      await leave(account)
      await days(account, 90)
      await days(account, null)
      await liftHold(account)
      expect(await shop().purge()).toMatchObject({ purged: 1 })
      expect(foundIn(await shop().dump(), words)).toEqual([])
    })

    it("has its orders again when it comes back, but for those of a buyer who was forgotten", async () => {
      const account = await shop().account(UNLIMITED)
      await shop().bring(account, { number: 1, buyer }, { number: 2, buyer: other })
      await forget(aboutBuyer(), UNLIMITED)
      await leave(account)
      await shop().marketplace.updateMarketplaceAccounts({ id: account, state: "connected" })
      await shop().bring(account, anew(1), { ...anew(2), buyer: other })
      expect(await shop().purge()).toMatchObject({ purged: 1 })
      expect((await shop().row(1)).sealed_payload).toBeNull()
      expect((await shop().row(2)).sealed_payload).not.toBeNull()
    })
  })
}
