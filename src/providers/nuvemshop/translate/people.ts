import { plainDocument, type Address, type Buyer, type ChannelOrder } from "../../../connector"
import { textOf } from "../wire"
import { provinceOf } from "./provinces"
import type { WireAddress, WireOrder } from "./wire-order"

type People = Pick<ChannelOrder, "buyer" | "shippingAddress" | "billingAddress">

/** A CNPJ without its punctuation: fourteen characters, letters included since July 2026. */
const COMPANY_DOCUMENT = /^[0-9A-Z]{12}\d{2}$/

/** Buyer and addresses. `customer` is only there with the permission to read customers; the order's own fields come first. */
export function peopleOf(order: WireOrder): People {
  return {
    buyer: buyerOf(order),
    shippingAddress: order.shipping_address ? addressOf(order.shipping_address) : null,
    billingAddress: addressOf({
      name: order.billing_name,
      phone: order.billing_phone,
      address: order.billing_address,
      number: order.billing_number,
      floor: order.billing_floor,
      locality: order.billing_locality,
      zipcode: order.billing_zipcode,
      city: order.billing_city,
      province: order.billing_province,
      country: order.billing_country,
      company: textOf(order.billing_business_name) ?? textOf(order.billing_trade_name),
    }),
  }
}

function buyerOf(order: WireOrder): Buyer | null {
  const { customer } = order
  const name = first(order.contact_name, customer?.name, order.billing_name)
  const document = plainDocument(first(order.contact_identification, customer?.identification)) || null
  const company = first(order.billing_business_name, order.billing_trade_name)
  const buyer: Buyer = {
    name,
    email: first(order.contact_email, customer?.email),
    phone: first(order.contact_phone, customer?.phone, order.billing_phone),
    document,
    company: company ?? (document !== null && COMPANY_DOCUMENT.test(document) ? name : null),
  }
  return Object.values(buyer).every((value) => value === null) ? null : buyer
}

/** An address, or `null` when nothing of it was told. */
function addressOf(wire: Partial<WireAddress> & { company?: string | null }): Address | null {
  const country = textOf(wire.country)?.toUpperCase() ?? null
  const countryCode = country !== null && /^[A-Z]{2}$/.test(country) ? country : null
  const address: Address = {
    name: textOf(wire.name) ?? joined([wire.first_name, wire.last_name], " "),
    company: textOf(wire.company),
    line1: joined([wire.address, wire.number], ", "),
    line2: joined([wire.floor, wire.locality, wire.customs?.reference, wire.customs?.between_streets], " - "),
    city: textOf(wire.city),
    region: provinceOf(textOf(wire.province), countryCode),
    postalCode: textOf(wire.zipcode),
    countryCode,
    phone: textOf(wire.phone),
  }
  // A country alone, which every order has, is no address.
  return Object.entries(address).every(([field, value]) => value === null || field === "countryCode")
    ? null
    : address
}

function joined(parts: (string | null | undefined)[], separator: string): string | null {
  const told = parts.map(textOf).filter((part) => part !== null)
  return told.length > 0 ? told.join(separator) : null
}

function first(...candidates: (string | null | undefined)[]): string | null {
  return candidates.map(textOf).find((told) => told !== null) ?? null
}
