import { updateDraftOrderWorkflow } from "@medusajs/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { actOnMarketplaceOrdersWorkflow } from "../../../src/workflows/inbox/act-on-orders"
import { carryOutPrivacyRequests } from "../../../src/workflows/privacy/carry-out-requests"
import { changeMarketplaceOrderWorkflow } from "../../../src/workflows/review/change-order"
import { aBuyer, referenceOf, wordsOf, type TestBuyer } from "../../support/buyers-order"
import { decideUntilSettled } from "../../support/decide-until-settled"
import { foundIn } from "../../support/dump-database"
import { STORE, type PrivacyShop } from "./shop"

/** Guests and addresses that an order had before something was changed about it. */
export function formerSuite(shop: () => PrivacyShop): void {
  const buyer = aBuyer(7)
  const corrected: TestBuyer = { ...buyer, lastName: "Corrected7x", document: "DOC7x0000" }
  const customers = () => shop().container.resolve(Modules.CUSTOMER)
  const inReview = () =>
    shop().account({
      externalId: STORE.externalId,
      settings: { review_first: true, customer_rule: "name_and_document" },
    })
  const giveTo = async (customerId: string) =>
    changeMarketplaceOrderWorkflow(shop().container).run({
      input: { id: (await shop().row(1)).id, changes: { customer_id: customerId }, actorId: "user_admin" },
    })
  const act = async (action: "approve" | "ignore" | "retry", accountId: string) => {
    const { id } = await shop().row(1)
    const leftOut = action === "ignore" ? { reason: "duplicate" as const, note: null } : undefined
    await actOnMarketplaceOrdersWorkflow(shop().container).run({
      input: { ids: [id], action, actorId: "user_admin", leftOut },
    })
    await decideUntilSettled(shop().container, accountId, referenceOf(1))
  }
  const later = () => ({ updatedAt: new Date().toISOString() })
  const forget = async () => {
    await shop().ask({
      kind: "customer_redact",
      key: "request-1",
      customer: { id: "1", email: buyer.email, phone: null, document: null },
      orders: [],
    })
    await carryOutPrivacyRequests(shop().container)
  }
  const expire = async () => {
    await shop().expire()
    await shop().purge()
  }

  describe.each([
    ["when its time is over", expire],
    ["when its platform asks", forget],
  ])("%s", (_when, remove) => {
    it("goes where a person gave the order to somebody else", async () => {
      const account = await inReview()
      await shop().bring(account, { number: 1, buyer })
      const chosen = await customers().createCustomers({ first_name: "Chosen", email: "chosen@example.com" })
      await giveTo(chosen.id)
      await act("approve", account)
      expect(await shop().row(1)).toMatchObject({ state: "imported" })
      await remove()
      expect(foundIn(await shop().dump(), wordsOf(buyer))).toEqual([])
      expect(await customers().retrieveCustomer(chosen.id)).toMatchObject({ email: "chosen@example.com" })
    })

    it("goes where the platform corrected the buyer while the order was in review", async () => {
      const account = await inReview()
      await shop().bring(account, { number: 1, buyer })
      await shop().bring(account, { number: 1, buyer: corrected, changes: later() })
      expect(await customers().listCustomers({})).toHaveLength(2)
      await act("approve", account)
      await remove()
      expect(foundIn(await shop().dump(), wordsOf(buyer, corrected))).toEqual([])
    })

    it("goes where a person gave it to somebody else, and the platform then corrected the buyer", async () => {
      const account = await inReview()
      await shop().bring(account, { number: 1, buyer })
      const chosen = await customers().createCustomers({ first_name: "Chosen" })
      await giveTo(chosen.id)
      await shop().bring(account, { number: 1, buyer: corrected, changes: later() })
      await act("approve", account)
      await remove()
      expect(foundIn(await shop().dump(), wordsOf(buyer, corrected))).toEqual([])
      expect(await customers().retrieveCustomer(chosen.id)).toMatchObject({ first_name: "Chosen" })
    })
  })

  it("goes where staff removed the guest, when its platform asks", async () => {
    const account = await inReview()
    await shop().bring(account, { number: 1, buyer })
    const [guest] = await customers().listCustomers({})
    await customers().softDeleteCustomers([guest.id])
    await forget()
    expect(foundIn(await shop().dump(), wordsOf(buyer))).toEqual([])
    expect(await shop().marketplace.listPrivacyRequests({ state: "done" })).toHaveLength(1)
  })

  it("goes also where the order was rejected, and its account removed", async () => {
    const account = await inReview()
    await shop().bring(account, { number: 1, buyer })
    await act("ignore", account)
    expect(await shop().sql(`SELECT id FROM "order"`)).toEqual([])
    await shop().marketplace.removeAccount(account, "user_admin")
    await expire()
    expect(foundIn(await shop().dump(), wordsOf(buyer))).toEqual([])
  })

  it("stays where the guest still has a younger order, or signed up", async () => {
    const account = await inReview()
    await shop().bring(account, { number: 1, buyer })
    const [guest] = await customers().listCustomers({})
    await shop().bring(account, { number: 2, buyer })
    await shop().bring(account, { number: 1, buyer: corrected, changes: later() })
    await shop().expire(1)
    await shop().purge()
    expect(await customers().retrieveCustomer(guest.id)).toMatchObject({ last_name: buyer.lastName })
    await shop().sql(`UPDATE customer SET has_account = true WHERE id = '${guest.id}'`)
    await expire()
    expect(await customers().retrieveCustomer(guest.id)).toMatchObject({ last_name: buyer.lastName })
  })

  describe("an address that was corrected in Medusa", () => {
    const correctDraft = async () => {
      const { id } = await shop().order(1)
      await updateDraftOrderWorkflow(shop().container).run({
        input: { id, user_id: "user_1", shipping_address: { address_1: "9x Corrected Street" } },
      })
      expect(await shop().sql(`SELECT id FROM order_address`)).toHaveLength(3)
    }

    it.each<[string, (account: string) => Promise<void>]>([
      ["rejected", (account) => act("ignore", account)],
      [
        "canceled at the platform",
        async (account) => {
          await shop().bring(account, { number: 1, buyer, changes: { ...later(), status: "canceled" } })
          await decideUntilSettled(shop().container, account, referenceOf(1))
        },
      ],
    ])("goes with its draft when the order is %s", async (_what, end) => {
      const account = await inReview()
      await shop().bring(account, { number: 1, buyer })
      await correctDraft()
      await end(account)
      expect(await shop().sql(`SELECT id FROM "order"`)).toEqual([])
      expect(await shop().sql(`SELECT id FROM order_address`)).toEqual([])
      expect(await shop().sql(`SELECT id FROM order_change_action`)).toEqual([])
    })

    it("goes with its draft when the edits are discarded", async () => {
      const account = await inReview()
      await shop().bring(account, { number: 1, buyer })
      await correctDraft()
      await shop().marketplace.noteEdited([{ orderId: (await shop().order(1)).id, personId: null }])
      await act("retry", account)
      expect(await shop().order(1)).toMatchObject({ shipping_address: { address_1: buyer.street } })
      expect(await shop().sql(`SELECT id FROM order_address`)).toHaveLength(2)
    })
  })
}
