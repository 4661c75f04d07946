import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PrivacyRequest } from "../../../src/connector"
import { purgePersonalData } from "../../../src/jobs/purge-personal-data"
import { updateMarketplaceAccountWorkflow } from "../../../src/workflows/account/update-account"
import { answerPrivacyRequestWorkflow } from "../../../src/workflows/privacy/answer-request"
import { carryOutPrivacyRequests } from "../../../src/workflows/privacy/carry-out-requests"
import { exportSubject } from "../../../src/workflows/privacy/export-subject"
import { aBuyer, referenceOf, wordsOf } from "../../support/buyers-order"
import { foundIn } from "../../support/dump-database"
import { STORE, type PrivacyShop } from "./shop"

export function requestSuite(shop: () => PrivacyShop): void {
  const buyer = aBuyer(7)
  const other = aBuyer(8)

  const aboutBuyer = (changes: Partial<PrivacyRequest> = {}): PrivacyRequest => ({
    kind: "customer_redact",
    key: "request-1",
    customer: { id: "1", email: ` ${buyer.email.toUpperCase()}`, phone: null, document: null },
    orders: [],
    ...changes,
  })
  const aboutStore: PrivacyRequest = { kind: "store_redact", key: "request-2", customer: null, orders: [] }

  const ask = (request: PrivacyRequest) => shop().ask(request)
  const record = (id: string) => shop().marketplace.retrievePrivacyRequest(id)
  const connect = () => shop().account({ externalId: STORE.externalId })

  it("removes every order of the buyer, whether the request names it or not, and nobody else's", async () => {
    await shop().bring(
      await connect(),
      { number: 1, buyer },
      { number: 2, buyer },
      { number: 3, buyer: other },
    )
    const before = await shop().sql(`SELECT totals FROM order_summary ORDER BY order_id`)
    const id = await ask(aboutBuyer({ orders: [referenceOf(1)] }))
    expect(await carryOutPrivacyRequests(shop().container)).toBe(1)
    const dump = await shop().dump()
    expect(foundIn(dump, wordsOf(buyer))).toEqual([])
    expect(foundIn(dump, [other.email, other.street])).not.toEqual([])
    expect(await record(id)).toMatchObject({
      state: "done",
      report: { orders: 2, held: 0 },
      sealed_body: null,
    })
    expect(await shop().sql(`SELECT totals FROM order_summary ORDER BY order_id`)).toEqual(before)
    expect(await shop().row(1)).toMatchObject({ state: "imported" })
  })

  it("finds the buyer by a document that is written differently", async () => {
    await shop().bring(await connect(), { number: 1, buyer })
    const written = `${buyer.document.slice(0, 3)}.${buyer.document.slice(3).toLowerCase()}`
    await ask(aboutBuyer({ customer: { id: null, email: null, phone: null, document: written } }))
    await carryOutPrivacyRequests(shop().container)
    expect(foundIn(await shop().dump(), wordsOf(buyer))).toEqual([])
  })

  it("removes the orders that it names, and nobody else's, where it does not say whose they are", async () => {
    await shop().bring(await connect(), { number: 1, buyer }, { number: 2, buyer: other })
    await ask(aboutBuyer({ customer: null, orders: [referenceOf(1)] }))
    await carryOutPrivacyRequests(shop().container)
    expect(foundIn(await shop().dump(), wordsOf(buyer))).toEqual([])
    expect(await shop().order(2)).toMatchObject({ email: other.email })
  })

  it("removes nothing for a request that names nobody", async () => {
    await shop().bring(await connect(), { number: 1, buyer })
    const id = await ask(aboutBuyer({ customer: null }))
    await carryOutPrivacyRequests(shop().container)
    expect(await record(id)).toMatchObject({ state: "done", report: { orders: 0 } })
    expect(await shop().order(1)).toMatchObject({ email: buyer.email })
  })

  it("leaves to the night, which records it, what has expired by itself", async () => {
    await shop().bring(await connect(), { number: 1, buyer }, { number: 2, buyer: other })
    await shop().expire(2)
    await ask(aboutBuyer())
    await carryOutPrivacyRequests(shop().container)
    expect(foundIn(await shop().dump(), wordsOf(buyer))).toEqual([])
    expect(await shop().order(2)).toMatchObject({ email: other.email })
    expect(await purgePersonalData(shop().container)).toEqual({ purged: 1, failed: 0 })
    expect(await shop().marketplace.listPrivacyRequests({ kind: "expiry" })).toMatchObject([
      { report: { orders: 1 } },
    ])
  })

  it("takes the same request once, however often it comes", async () => {
    await connect()
    await ask(aboutBuyer())
    await expect(ask(aboutBuyer())).rejects.toThrow("known already")
    expect(await shop().sql(`SELECT id FROM marketplace_privacy_request`)).toHaveLength(1)
  })

  it("takes the same words for a new request once the platform cannot be repeating the old one", async () => {
    const account = await connect()
    const id = await ask(aboutBuyer())
    await carryOutPrivacyRequests(shop().container)
    await shop().moveClock(4)
    await shop().bring(account, { number: 1, buyer })
    expect(await ask(aboutBuyer())).toBe(id)
    expect(await carryOutPrivacyRequests(shop().container)).toBe(1)
    expect(foundIn(await shop().dump(), wordsOf(buyer))).toEqual([])
  })

  it("keeps what the law makes the merchant keep, and says how much", async () => {
    const account = await shop().account({
      externalId: STORE.externalId,
      settings: { keep_personal_data: true },
    })
    await shop().bring(account, { number: 1, buyer })
    const id = await ask(aboutBuyer())
    await carryOutPrivacyRequests(shop().container)
    expect(await record(id)).toMatchObject({ state: "done", report: { orders: 0, held: 1 } })
    expect(await shop().order(1)).toMatchObject({ email: buyer.email })
  })

  it("goes on later where an order is being worked on", async () => {
    await shop().bring(await connect(), { number: 1, buyer })
    await shop().sql(
      `UPDATE marketplace_order SET lease_token = 'somebody', lease_until = now() + interval '1 hour'`,
    )
    const id = await ask(aboutBuyer())
    expect(await carryOutPrivacyRequests(shop().container)).toBe(0)
    expect(await record(id)).toMatchObject({ state: "open" })
    await shop().sql(`UPDATE marketplace_order SET lease_token = NULL, lease_until = NULL`)
    await shop().sql(`UPDATE marketplace_privacy_request SET next_attempt_at = now()`)
    expect(await carryOutPrivacyRequests(shop().container)).toBe(1)
    expect(foundIn(await shop().dump(), wordsOf(buyer))).toEqual([])
  })

  it("forgets a store that left, with its secrets; its mappings and its cursor stay", async () => {
    const account = await connect()
    await shop().bring(account, { number: 1, buyer }, { number: 2, buyer: other })
    await shop().marketplace.updateMarketplaceAccounts({ id: account, state: "needs_reauthorization" })
    const mappings = await shop().sql(`SELECT * FROM product_mapping ORDER BY id`)
    const id = await ask(aboutStore)
    await carryOutPrivacyRequests(shop().container)
    expect(foundIn(await shop().dump(), [...wordsOf(buyer), ...wordsOf(other)])).toEqual([])
    expect(await shop().marketplace.retrieveMarketplaceAccount(account)).toMatchObject({
      state: "needs_reauthorization",
      sealed_credentials: "",
    })
    expect(await shop().sql(`SELECT * FROM product_mapping ORDER BY id`)).toEqual(mappings)
    expect(await record(id)).toMatchObject({ state: "done", report: { orders: 2 } })
  })

  it("asks again later where the platform cannot tell whether the store came back", async () => {
    await shop().bring(await connect(), { number: 1, buyer })
    const id = await ask(aboutStore)
    expect(await carryOutPrivacyRequests(shop().container)).toBe(0)
    expect(await record(id)).toMatchObject({ state: "open" })
    expect(await shop().order(1)).toMatchObject({ email: buyer.email })
  })

  it("answers what is held of a buyer, and forgets the question once it is answered", async () => {
    await shop().bring(await connect(), { number: 1, buyer }, { number: 2, buyer: other })
    const id = await ask(aboutBuyer({ kind: "customer_data" }))
    await carryOutPrivacyRequests(shop().container)
    expect(await record(id)).toMatchObject({ state: "open", report: { orders: 1 } })
    const bell = await shop().sql<{ data: { title: string } }>(`SELECT data FROM notification`)
    expect(bell.map(({ data }) => data.title)).toContain("A buyer asks what data you hold")

    const held = JSON.stringify(await exportSubject(shop().container, id))
    expect(wordsOf(buyer).filter((word) => !held.includes(word))).toEqual([])
    expect(wordsOf(other).filter((word) => held.includes(word))).toEqual([])

    await answerPrivacyRequestWorkflow(shop().container).run({ input: { id, actorId: "user_admin" } })
    expect(await record(id)).toMatchObject({ state: "done", sealed_body: null })
    await expect(exportSubject(shop().container, id)).rejects.toThrow(`There is no privacy request ${id}`)
  })

  it("answers also what Medusa holds of the orders of a removed account", async () => {
    const account = await connect()
    await shop().bring(account, { number: 1, buyer })
    await shop().marketplace.removeAccount(account, "user_admin")
    const id = await ask(aboutBuyer({ kind: "customer_data", orders: [referenceOf(1)] }))
    expect(await exportSubject(shop().container, id)).toMatchObject({
      marketplace_orders: [{ reference: referenceOf(1) }],
      orders: [{ email: buyer.email, shipping_address: { address_1: buyer.street } }],
    })
  })

  it("is finished with its line of history, or neither", async () => {
    const account = await connect()
    await shop().bring(account, { number: 1, buyer })
    const id = await ask(aboutBuyer())
    const logger = shop().container.resolve(ContainerRegistrationKeys.LOGGER)
    const logged = jest.spyOn(logger, "error").mockImplementation(() => undefined)
    const append = jest.spyOn(shop().marketplace, "appendHistory")
    append.mockRejectedValueOnce(new TypeError(`Nobody may see ${buyer.email}`))
    expect(await carryOutPrivacyRequests(shop().container)).toBe(0)
    jest.restoreAllMocks()
    expect(await record(id)).toMatchObject({ state: "open" })
    expect(logged.mock.calls.flat()).toEqual([
      expect.stringMatching(
        new RegExp(`^\\[marketplaces\\] The privacy request ${id} .*: TypeError requests\\.ts:`),
      ),
    ])
    expect(logged.mock.calls.flat().join()).not.toContain(buyer.email)

    await shop().sql(`UPDATE marketplace_privacy_request SET next_attempt_at = now()`)
    expect(await carryOutPrivacyRequests(shop().container)).toBe(1)
    expect(await record(id)).toMatchObject({ state: "done" })
    expect(await shop().sql(`SELECT details FROM history_entry WHERE event = 'privacy_done'`)).toMatchObject([
      { details: { request: id } },
    ])
  })

  it("is told in the history of the orders, which the platform had removed", async () => {
    await shop().bring(await connect(), { number: 1, buyer }, { number: 2, buyer: other })
    await ask(aboutBuyer())
    await carryOutPrivacyRequests(shop().container)
    await shop().expire(2)
    await shop().purge()
    const told = await shop().sql(
      `SELECT subject_id, actor, event, details FROM history_entry
        WHERE subject_type = 'order' AND event LIKE 'personal_data_%' ORDER BY at`,
    )
    expect(told).toEqual([
      {
        subject_id: (await shop().row(1)).id,
        actor: "platform",
        event: "personal_data_redacted",
        details: {},
      },
      { subject_id: (await shop().row(2)).id, actor: "schedule", event: "personal_data_purged", details: {} },
    ])
  })

  it("is not wanted where the store sets its own time, never longer than the platform's", async () => {
    const account = await connect()
    await shop().bring(account, { number: 1, buyer, deliveredIn: -10, age: 20 })
    const change = (days: number | null) =>
      updateMarketplaceAccountWorkflow(shop().container).run({
        input: { accountId: account, settings: { personal_data_days: days }, actorId: "user_admin" },
      })
    await expect(change(31)).rejects.toMatchObject({
      message: expect.stringMatching(/settings\.personal_data_days.*at most 30/) as string,
    })
    expect(await shop().purge()).toMatchObject({ taken: 0 })
    await change(7)
    expect(await shop().purge()).toMatchObject({ purged: 1 })
    expect(foundIn(await shop().dump(), wordsOf(buyer))).toEqual([])
    await shop().bring(account, { number: 2, buyer: other, deliveredIn: -10, age: 20 })
    expect(await shop().purge()).toMatchObject({ purged: 1 })
    await change(null)
    await shop().bring(account, { number: 3, buyer: other, deliveredIn: -10, age: 20 })
    expect(await shop().purge()).toMatchObject({ taken: 0 })
  })

  it("is not needed once the clock is moved by 31 days: no personal word is left in any table", async () => {
    const account = await shop().account({
      externalId: STORE.externalId,
      settings: { personal_data_days: 30 },
    })
    const reviewed = await shop().account({
      externalId: "AREVIEW",
      orderPrefix: "AMZ2",
      settings: { review_first: true, customer_rule: "name_and_document", personal_data_days: 30 },
    })
    await shop().bring(account, { number: 1, buyer, deliveredIn: 0 })
    await shop().bring(reviewed, { number: 2, buyer: other, deliveredIn: 0 })
    await shop().moveClock(31)
    expect(await purgePersonalData(shop().container)).toEqual({ purged: 2, failed: 0 })
    expect(foundIn(await shop().dump(), [...wordsOf(buyer), ...wordsOf(other)])).toEqual([])
  })

  it("records what a night removed, account by account", async () => {
    const account = await connect()
    await shop().bring(account, { number: 1, buyer }, { number: 2, buyer: other })
    await shop().expire(1)
    await purgePersonalData(shop().container)
    await shop().expire(2)
    await purgePersonalData(shop().container)
    const [entry, ...others] = await shop().marketplace.listPrivacyRequests({ kind: "expiry" })
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      account_id: account,
      state: "done",
      report: { orders: 2, medusa_orders: 2, customers: 2, failed: 0 },
    })
  })
}
