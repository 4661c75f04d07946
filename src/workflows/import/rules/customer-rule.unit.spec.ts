import fc from "fast-check"
import { guestId, identityOf, planCustomers, plainName } from "./customer-rule"
import type { CustomerRule, KnownCustomer, OrderBuyer } from "./customer-rule"

const ADA = "52998224725"
const BEN = "11222333000181"

const byDocument: CustomerRule = {
  customer_rule: "name_and_document",
  customer_without_document: "email",
}
const eachNew: CustomerRule = { ...byDocument, customer_without_document: "new" }
const byEmail: CustomerRule = { ...byDocument, customer_rule: "email" }

const aBuyer = (changes: Partial<OrderBuyer> = {}): OrderBuyer => ({
  id: "row-1",
  displayId: "SHOP-1",
  name: "Ada Lovelace",
  email: "ada@example.com",
  document: ADA,
  ...changes,
})
const aCustomer = (changes: Partial<KnownCustomer> = {}): KnownCustomer => ({
  id: "cus_known",
  name: "Ada Lovelace",
  email: "ada@example.com",
  document: ADA,
  hasAccount: false,
  removed: false,
  ...changes,
})

describe("the customer of an order", () => {
  it.each<[string, CustomerRule, Partial<OrderBuyer>, Partial<KnownCustomer>, boolean]>([
    ["same name, same document", byDocument, {}, {}, true],
    ["same name in capitals and without accents", byDocument, { name: " ADA  Lovelace" }, {}, true],
    ["same name and document, another e-mail", byDocument, { email: "new@example.com" }, {}, true],
    ["same document, another name", byDocument, { name: "Ada King" }, {}, false],
    ["same name, another document", byDocument, { document: BEN }, {}, false],
    ["same name, a customer without document", byDocument, {}, { document: null }, false],
    ["same e-mail only", byDocument, { name: "Ben", document: BEN }, {}, false],
    ["no document, same e-mail", byDocument, { document: null }, {}, true],
    ["no document, same e-mail, each a new one", eachNew, { document: null }, {}, false],
    ["same name and document of a removed customer", byDocument, {}, { removed: true }, false],
    ["by e-mail: same e-mail, all else differs", byEmail, { name: "Ben", document: BEN }, {}, true],
    ["by e-mail: another e-mail", byEmail, { email: "new@example.com" }, {}, false],
  ])("%s", (_what, rule, buyer, customer, reused) => {
    const { customerIds, guests } = planCustomers([aBuyer(buyer)], [aCustomer(customer)], rule)
    expect(customerIds["row-1"] === "cus_known").toBe(reused)
    expect(guests).toHaveLength(reused ? 0 : 1)
  })

  it("is rather the registered one than a guest, and else the oldest", () => {
    const known = [
      aCustomer({ id: "cus_old" }),
      aCustomer({ id: "cus_young" }),
      aCustomer({ id: "cus_registered", hasAccount: true }),
    ]
    expect(planCustomers([aBuyer()], known, byDocument).customerIds).toEqual({ "row-1": "cus_registered" })
    expect(planCustomers([aBuyer()], known.slice(0, 2), byDocument).customerIds).toEqual({
      "row-1": "cus_old",
    })
  })

  it("is made without e-mail where another guest has it", () => {
    const other = aCustomer({ name: "Ben", document: BEN })
    expect(planCustomers([aBuyer()], [other], byDocument).guests).toMatchObject([{ email: null }])
    const registered = { ...other, hasAccount: true }
    expect(planCustomers([aBuyer()], [registered], byDocument).guests).toMatchObject([
      { email: "ada@example.com" },
    ])
  })

  it("never becomes a record again whose personal data has expired", () => {
    const identity = identityOf(aBuyer(), byDocument)
    const blank = [0, 1].map((generation) =>
      aCustomer({ id: guestId(identity, generation), name: null, email: null, document: null }),
    )
    const { customerIds } = planCustomers([aBuyer()], blank, byDocument)
    expect(customerIds).toEqual({ "row-1": guestId(identity, 2) })
  })

  it("is one of its own for each order, found again by a second attempt, where nothing tells who it is", () => {
    const unknown = [aBuyer({ email: null, document: null })]
    const first = planCustomers(unknown, [], byEmail)
    const made = aCustomer({ id: first.customerIds["row-1"], name: null, email: null, document: null })
    expect(planCustomers(unknown, [made], byEmail)).toEqual({ ...first, guests: [] })
  })
})

/** What the store holds, with the one thing that Medusa refuses. */
function store(customers: KnownCustomer[]) {
  return {
    customers,
    make(guests: { id: string; email: string | null }[], buyers: OrderBuyer[], at: (id: string) => string) {
      for (const { id, email } of guests) {
        if (customers.some((one) => one.id === id)) throw new Error(`${id} is there already`)
        if (email && customers.some((one) => !one.hasAccount && !one.removed && one.email === email)) {
          throw new Error("a second guest with one e-mail")
        }
        const buyer = buyers.find((one) => one.id === at(id))
        if (!buyer) throw new Error("a guest of nobody")
        const { name, document } = buyer
        customers.push({ id, email, name, document, hasAccount: false, removed: false })
      }
    },
  }
}

describe("for any sequence of buyers, however it is cut into batches", () => {
  const name = fc.constantFrom("Ada Lovelace", "ADA LOVELACE", " Ada  Lovelâce ", "Ada King", "Ben", null)
  const document = fc.constantFrom(ADA, BEN, "12ABC34501DE35")
  const email = fc.constantFrom("a@example.com", "b@example.com", null)
  const buyer = fc.record({ name, document, email })
  const batches = fc.array(fc.array(buyer, { minLength: 1, maxLength: 8 }), { maxLength: 8 })
  const before = fc.array(
    fc.record({ name, document: fc.option(document), email: fc.constantFrom("a@example.com", null) }),
    { maxLength: 1 },
  )

  it("two orders share a customer if and only if name and document are the same", () => {
    fc.assert(
      fc.property(batches, before, (sequence, earlier) => {
        const shop = store(
          earlier.map((one, index) => ({ ...one, id: `cus_${index}`, hasAccount: false, removed: false })),
        )
        let count = 0
        const shared = new Map<string, Set<string>>()
        const whose = new Map<string, Set<string>>()
        const note = (into: Map<string, Set<string>>, key: string, value: string) =>
          into.set(key, (into.get(key) ?? new Set()).add(value))
        for (const batch of sequence) {
          const buyers = batch.map((one): OrderBuyer => {
            count += 1
            return { ...one, id: `row-${count}`, displayId: `SHOP-${count}` }
          })
          const { customerIds, guests } = planCustomers(buyers, shop.customers, byDocument)
          shop.make(guests, buyers, (id) => guests.find((guest) => guest.id === id)?.buyerId ?? "")
          for (const one of buyers) {
            const person = `${plainName(one.name)} ${one.document}`
            note(shared, person, customerIds[one.id])
            note(whose, customerIds[one.id], person)
          }
        }
        expect([...shared.values(), ...whose.values()].filter(({ size }) => size !== 1)).toEqual([])
      }),
      { numRuns: 300, seed: 20261122 },
    )
  })
})
