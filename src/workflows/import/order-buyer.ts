import type { CreateCustomerDTO } from "@medusajs/framework/types"
import type { ChannelOrder } from "../../connector"
import { splitName } from "./rules/address-draft"
import { buyerDocument } from "./rules/buyer-document"
import { guestId, identityOf, type CustomerRule, type NewGuest, type OrderBuyer } from "./rules/customer-rule"

/** Who bought an order, as far as the platform tells; undefined where it shows nothing of it. */
export function buyerOf(id: string, displayId: string, order: ChannelOrder): OrderBuyer | undefined {
  const name = order.buyer?.name ?? order.shippingAddress?.name ?? null
  const email = order.buyer?.email?.trim().toLowerCase() || null
  const { document } = buyerDocument(order)
  return name || email || document ? { id, displayId, name, email, document } : undefined
}

type GuestRecord = CreateCustomerDTO & { id: string }

/** The record of a guest that is made for the buyer of an order. */
export function guestRecord(
  { id, email }: NewGuest,
  { name, document }: OrderBuyer,
  { buyer }: ChannelOrder,
  providerId: string,
): GuestRecord {
  return {
    id,
    ...(email ? { email } : {}),
    ...splitName(name),
    ...(buyer?.company ? { company_name: buyer.company } : {}),
    ...(buyer?.phone ? { phone: buyer.phone } : {}),
    metadata: { marketplace: { provider: providerId }, ...(document ? { document } : {}) },
  }
}

const everyRule: CustomerRule[] = [
  { customer_rule: "email", customer_without_document: "email" },
  { customer_rule: "name_and_document", customer_without_document: "new" },
]

/** The ids that a guest may have got who was made for an order's buyer, whatever the account's rule was then, and its e-mail. */
export function tracesOf(buyer: OrderBuyer): { ids: string[]; email: string | null } {
  const identities = [
    ...everyRule.map((rule) => identityOf(buyer, rule)),
    identityOf({ ...buyer, email: null, document: null }, everyRule[0]),
  ]
  const ids = [...new Set(identities.map((identity) => guestId(identity)))]
  return { ids, email: buyer.email }
}
