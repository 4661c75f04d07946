import { plainDocument, type ChannelOrder, type PrivacyRequest } from "../../../connector"

/** Phone numbers are compared as documents are: without signs. */
const plain = plainDocument
const plainEmail = (text: string | null | undefined): string => (text ?? "").trim().toLowerCase()

const same = (left: string, right: string): boolean => left !== "" && left === right

/**
 * True when an order is of the buyer that a privacy request names: by document or e-mail, by phone only where the request has
 * neither, since a household may share one.
 */
export function isAbout(order: ChannelOrder, customer: NonNullable<PrivacyRequest["customer"]>): boolean {
  const { buyer, shippingAddress, billingAddress } = order
  if (same(plain(buyer?.document), plain(customer.document))) return true
  if (same(plainEmail(buyer?.email), plainEmail(customer.email))) return true
  if (plain(customer.document) || plainEmail(customer.email)) return false
  const phones = [buyer?.phone, shippingAddress?.phone, billingAddress?.phone]
  return phones.some((phone) => same(plain(phone), plain(customer.phone)))
}
