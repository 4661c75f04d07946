import { Modules } from "@medusajs/framework/utils"
import { importDueOrders } from "../../../src/workflows/import/import-due-orders"
import { anAddress } from "../../../src/workflows/import/rules/__tests__/a-channel-order"
import { purgePersonalDataWorkflow } from "../../../src/workflows/privacy/purge-personal-data"
import { anOrder, type RuleShop } from "./shop"

const ADA = { name: "Ada Lovelace", document: "529.982.247-25" }
const FIRM = { name: "Comércio Estrela Ltda", document: "12.ABC.345/01DE-35" }
const RULE = { customer_rule: "name_and_document" } as const

export function customerSuite(shop: () => RuleShop): void {
  const customers = () => shop().container.resolve(Modules.CUSTOMER)

  it("is made with name, phone, company and document, and reused for the same name and document", async () => {
    const account = await shop().account(RULE)
    const first = anOrder({
      buyer: { ...ADA, email: "Ada@Example.com", phone: "+55 11 91234-5678", company: "Analytical" },
    })
    const again = anOrder({ buyer: { name: " ADA  Lovelâce", document: "52998224725" } })
    const [customer, same] = await shop().customersOf(account, first, again)
    expect(same).toBe(customer)
    expect(await shop().customers()).toMatchObject([
      {
        id: customer,
        first_name: "Ada",
        last_name: "Lovelace",
        email: "ada@example.com",
        phone: "+55 11 91234-5678",
        company_name: "Analytical",
        metadata: { document: "52998224725", marketplace: { provider: "stall" } },
      },
    ])
  })

  it("is somebody else where the name or the document differs, also with one e-mail, which the order keeps", async () => {
    const account = await shop().account(RULE)
    const email = "shared@example.com"
    const [first] = await shop().customersOf(account, anOrder({ buyer: { ...ADA, email } }))
    const rows = await shop().bring(
      account,
      anOrder({ buyer: { ...ADA, name: "Ada King", email } }),
      anOrder({ buyer: { ...FIRM, email } }),
    )
    const orders = await shop().medusaOrders(rows)
    expect(new Set([first, ...orders.map(({ customer_id }) => customer_id)]).size).toBe(3)
    expect(orders.map((order) => order.email)).toEqual([email, email])
    expect((await shop().customers()).map((one) => one.email)).toEqual([email, null, null])
  })

  it("is whoever the merchant wrote down with that name and document, in whatever way", async () => {
    const account = await shop().account(RULE)
    const known = await customers().createCustomers([
      { company_name: "Comercio Estrela LTDA", metadata: { document: "12.abc.345/01de-35" } },
      { first_name: "Ada", last_name: "Lovelace", metadata: { document: "11.222.333/0001-81" } },
    ])
    const found = await shop().customersOf(account, anOrder({ buyer: FIRM }), anOrder({ buyer: ADA }))
    expect(found[0]).toBe(known[0].id)
    expect(known.map(({ id }) => id)).not.toContain(found[1])
  })

  it("is not somebody whose Mexican document differs in a sign only, and is found by it as the merchant wrote it", async () => {
    const account = await shop().account(RULE)
    const known = await customers().createCustomers([
      { company_name: "Ñandú & Hijos", metadata: { document: "ha-010101-ab1" } },
      { company_name: "Ñandú & Hijos", metadata: { document: "ñ&h-010101-ab1" } },
    ])
    const buyer = { name: "Ñandú & Hijos", document: "Ñ&H010101AB1" }
    const billingAddress = anAddress({ name: buyer.name, countryCode: "MX" })
    const found = await shop().customersOf(account, anOrder({ buyer, billingAddress }))
    expect(found).toEqual([known[1].id])
  })

  it("goes by the e-mail without a valid document, or is a new one each time, as the account wants", async () => {
    const mistyped = { name: "Ada Lovelace", document: "529.982.247-26", email: "ada@example.com" }
    const byEmail = await shop().account(RULE)
    const rows = await shop().bring(byEmail, anOrder({ buyer: mistyped }), anOrder({ buyer: mistyped }))
    const [first, second] = await shop().medusaOrders(rows)
    expect(second.customer_id).toBe(first.customer_id)
    expect(rows[0].problems).toEqual([{ code: "document_invalid", details: { kind: "cpf" } }])
    expect(first.shipping_address?.metadata).toEqual({ document: "529.982.247-26" })

    await shop().marketplace.updateMarketplaceAccounts({
      id: byEmail,
      settings: {
        ...(await shop().marketplace.retrieveMarketplaceAccount(byEmail)).settings,
        customer_without_document: "new",
      },
    })
    const each = await shop().customersOf(byEmail, anOrder({ buyer: mistyped }), anOrder({ buyer: mistyped }))
    expect(new Set([first.customer_id, ...each]).size).toBe(3)
  })

  it("is made once by two workers at the same time", async () => {
    const account = await shop().account(RULE)
    const buyers = [ADA, FIRM, { ...ADA, name: "Ada King" }]
    const orders = Array.from({ length: 24 }, (_, index) =>
      anOrder({ buyer: { ...buyers[index % 3], email: "shared@example.com" } }),
    )
    const staged = await shop().stage(account, ...orders)
    const half = (rest: number) => staged.flatMap(({ id }, index) => (index % 2 === rest ? [id] : []))
    await Promise.all(
      [0, 1].map((rest) =>
        importDueOrders(shop().container, {
          accountId: account,
          which: { ids: half(rest) },
          actor: "schedule",
        }),
      ),
    )
    const rows = await shop().rows(account, orders)
    expect(rows.map(({ state }) => state)).toEqual(orders.map(() => "imported"))
    const whose = (await shop().medusaOrders(rows)).map(({ customer_id }) => customer_id)
    expect(whose).toEqual(orders.map((_, index) => whose[index % 3]))
    const made = await shop().customers()
    expect(made).toHaveLength(3)
    expect(made.filter((one) => one.email !== null)).toHaveLength(1)
  })

  it("is nobody whose record was blanked or removed: a new one is made, and found the next time", async () => {
    const account = await shop().account(RULE)
    const [before] = await shop().customersOf(account, anOrder({ buyer: ADA }))
    await customers().updateCustomers(before ?? "", {
      first_name: null,
      last_name: null,
      metadata: { document: "" },
    })
    const [anew, again] = await shop().customersOf(account, anOrder({ buyer: ADA }), anOrder({ buyer: ADA }))
    expect(anew).not.toBe(before)
    expect(again).toBe(anew)
    await customers().softDeleteCustomers([anew ?? ""])
    const [third] = await shop().customersOf(account, anOrder({ buyer: ADA }))
    expect([before, anew]).not.toContain(third)
  })

  it("loses its document with its name when the personal data of its orders expires, also of an order left out", async () => {
    const account = await shop().account({ ...RULE, review_first: true })
    const kept = anOrder({ buyer: ADA })
    const leftOut = anOrder({ buyer: FIRM })
    const rows = await shop().bring(account, kept, leftOut)
    const { marketplace, container } = shop()
    await marketplace.actOnOrders([rows[1].id], "ignore", "user_1")
    await shop().decide(account)
    const expired = new Date(Date.now() - 60_000)
    await marketplace.updateMarketplaceOrders(rows.map(({ id }) => ({ id, personal_data_until: expired })))
    await purgePersonalDataWorkflow(container).run({ input: { limit: 100 } })

    const nobody = { email: null, first_name: null, last_name: null, phone: null }
    const blanked = await shop().customers()
    expect(blanked).toMatchObject([nobody, nobody])
    expect(blanked.map(({ metadata }) => metadata)).toEqual(
      [1, 2].map(() => ({ marketplace: { provider: "stall" } })),
    )
    const [anew] = await shop().customersOf(account, anOrder({ buyer: ADA }))
    expect(blanked.map(({ id }) => id)).not.toContain(anew)
  })
}
