import { documentKind, plainDocument, type Address, type Buyer } from "../../../connector"

export type AddressDraft = {
  first_name?: string
  last_name?: string
  company?: string
  address_1?: string
  address_2?: string
  city?: string
  province?: string
  postal_code?: string
  country_code?: string
  phone?: string
  metadata?: Record<string, unknown>
}

/** First word and the rest: enough to address a parcel, and the same rule everywhere. */
export function splitName(name: string | null | undefined): { first_name?: string; last_name?: string } {
  const words = (name ?? "").trim().split(/\s+/).filter(Boolean)
  if (!words.length) return {}
  return { first_name: words[0], ...(words.length > 1 ? { last_name: words.slice(1).join(" ") } : {}) }
}

const present = <Field extends string>(
  field: Field,
  value: string | null | undefined,
): { [Key in Field]?: string } => (value ? ({ [field]: value } as { [Key in Field]?: string }) : {})

/** A valid CPF or CNPJ without its signs; anything else as it came. */
const asWritten = (document: string): string => (documentKind(document) ? plainDocument(document) : document)

/** A Medusa address from what the platform lets us see of it; undefined when it shows nothing. */
export function addressDraft(address: Address | null, buyer: Buyer | null): AddressDraft | undefined {
  if (!address) return undefined
  return {
    ...splitName(address.name ?? buyer?.name),
    ...present("company", address.company ?? buyer?.company),
    ...present("address_1", address.line1),
    ...present("address_2", address.line2),
    ...present("city", address.city),
    ...present("province", address.region),
    ...present("postal_code", address.postalCode),
    ...present("country_code", address.countryCode?.toLowerCase()),
    ...present("phone", address.phone ?? buyer?.phone),
    ...(buyer?.document ? { metadata: { document: asWritten(buyer.document) } } : {}),
  }
}
