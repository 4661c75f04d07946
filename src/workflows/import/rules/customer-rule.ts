import type { AccountSettings } from "../../../modules/marketplace/settings"
import { stableId } from "./stable-id"

/** The buyer of one order, as far as customers are told apart by it. */
export type OrderBuyer = {
  /** Inbox row. */
  id: string
  /** What its order is called in Medusa: names a customer of whom nothing else is known. */
  displayId: string
  name: string | null
  /** In lower case. */
  email: string | null
  /** Valid, without signs. */
  document: string | null
}

/** A customer of the store. Given oldest first: of several that fit, the first registered one counts, else the first. */
export type KnownCustomer = {
  id: string
  name: string | null
  email: string | null
  document: string | null
  hasAccount: boolean
  /** Removed in Medusa: is nobody's customer again, but its id stays taken. */
  removed: boolean
}

/** A guest to be made for the buyer of an order. Without e-mail where another guest has it: Medusa lets only one have it. */
export type NewGuest = { id: string; email: string | null; buyerId: string }

export type CustomerRule = Pick<AccountSettings, "customer_rule" | "customer_without_document">

type Identity = { by: "document" | "email" | "order"; key: string; parts: string[] }

/** A name so that two writings of it are equal: capitals, accents and extra blanks aside. */
export const plainName = (name: string | null | undefined): string =>
  (name ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim().replace(/\s+/g, " ")

const documentKey = (name: string | null, document: string): string => `${plainName(name)}\u0000${document}`

/** By what the customer of a buyer is known. */
export function identityOf(buyer: OrderBuyer, rule: CustomerRule): Identity {
  const { name, email, document, displayId } = buyer
  const byDocument = rule.customer_rule === "name_and_document"
  if (byDocument && document !== null) {
    const parts = ["name and document", plainName(name), document]
    return { by: "document", key: documentKey(name, document), parts }
  }
  const ownEach = byDocument && rule.customer_without_document === "new"
  return email !== null && !ownEach
    ? { by: "email", key: email, parts: [email] }
    : { by: "order", key: displayId, parts: [displayId] }
}

/**
 * The id that a new customer gets. It follows from who the buyer is, so that two workers make one customer. The record under it
 * may be blank since its personal data expired, or have been renamed by a person: it is left alone, and the next one is taken.
 */
export const guestId = ({ parts }: Identity, generation = 0): string =>
  stableId("cus", ...parts, ...(generation ? [String(generation)] : []))

/** Finds customers by identity; those added later never push out an earlier one. */
class Customers {
  private readonly found = { document: new Map<string, string>(), email: new Map<string, string>() }
  private readonly ids = new Set<string>()
  private readonly removed = new Set<string>()
  private readonly guestEmails = new Set<string>()

  constructor(known: readonly KnownCustomer[]) {
    for (const one of [...known].sort((left, right) => Number(right.hasAccount) - Number(left.hasAccount))) {
      this.add(one)
    }
  }

  add({ id, name, email, document, hasAccount, removed }: KnownCustomer): void {
    this.ids.add(id)
    if (removed) {
      this.removed.add(id)
      return
    }
    if (document) this.keep("document", documentKey(name, document), id)
    if (email) this.keep("email", email.toLowerCase(), id)
    if (email && !hasAccount) this.guestEmails.add(email.toLowerCase())
  }

  private keep(by: "document" | "email", key: string, id: string): void {
    if (!this.found[by].has(key)) this.found[by].set(key, id)
  }

  /** Who it is; an order's own customer is known by its id alone, also when nothing is left of it but that. */
  idOf(identity: Identity): string | undefined {
    if (identity.by !== "order") return this.found[identity.by].get(identity.key)
    const id = guestId(identity)
    return this.ids.has(id) && !this.removed.has(id) ? id : undefined
  }

  freeIdFor(identity: Identity): string {
    let generation = 0
    while (this.ids.has(guestId(identity, generation))) generation += 1
    return guestId(identity, generation)
  }

  freeEmail = (email: string | null): string | null =>
    email !== null && this.guestEmails.has(email) ? null : email
}

/**
 * Who the customers of some orders are, and which of them have to be made. By `name_and_document` two orders share a customer if
 * and only if both are the same; where one of them differs it is somebody else.
 */
export function planCustomers(
  buyers: readonly OrderBuyer[],
  known: readonly KnownCustomer[],
  rule: CustomerRule,
): { customerIds: Record<string, string>; guests: NewGuest[] } {
  const customers = new Customers(known)
  const customerIds: Record<string, string> = {}
  const guests: NewGuest[] = []
  for (const buyer of buyers) {
    const identity = identityOf(buyer, rule)
    let id = customers.idOf(identity)
    if (id === undefined) {
      id = customers.freeIdFor(identity)
      const email = customers.freeEmail(buyer.email)
      const { name, document } = buyer
      customers.add({ id, name, email, document, hasAccount: false, removed: false })
      guests.push({ id, email, buyerId: buyer.id })
    }
    customerIds[buyer.id] = id
  }
  return { customerIds, guests }
}
