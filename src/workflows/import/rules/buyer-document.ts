import { documentKind, plainDocument, type ChannelOrder, type DocumentKind } from "../../../connector"

const BRAZIL = { country: "BR", currency: "BRL" }
const CPF_LENGTH = 11

/** Brazil's documents carry check digits; those of other countries are taken as they are. */
function isBrazilian({ billingAddress, shippingAddress, currency }: ChannelOrder): boolean {
  const country = billingAddress?.countryCode ?? shippingAddress?.countryCode
  return country ? country.toUpperCase() === BRAZIL.country : currency === BRAZIL.currency
}

/** What somebody meant to write, by its length. */
const meant = (plain: string): DocumentKind => (plain.length > CPF_LENGTH ? "cnpj" : "cpf")

/**
 * The buyer's tax document as customers are told apart by it, and the kind of one that cannot be right: such a document
 * counts as none, and stays on the address as it came.
 */
export function buyerDocument(order: ChannelOrder): {
  document: string | null
  invalid: DocumentKind | null
} {
  const plain = plainDocument(order.buyer?.document)
  if (!plain) return { document: null, invalid: null }
  if (!isBrazilian(order) || documentKind(plain)) return { document: plain, invalid: null }
  return { document: null, invalid: meant(plain) }
}
