import type { Address, Buyer, ChannelOrder, ShippedPackage } from "../../../connector"
import { textOf, utc, type WireAddress, type WireOrder } from "../wire"

type People = Pick<ChannelOrder, "buyer" | "shippingAddress" | "billingAddress">
type Registration = NonNullable<NonNullable<WireOrder["tax"]>["taxRegistrations"]>[number]

/** Documents of a buyer, the most telling first (Orders API v2026-01-01 model, `OrderTaxRegistration`). */
const documentTypes = ["CPF", "CNPJ", "VAT"]

/**
 * Buyer and addresses. What the application's roles do not cover is absent and becomes `null` (platform page "Access
 * Orders PII"). The billing address is the one registered with the buyer's tax document.
 */
export function peopleOf(order: WireOrder): People {
  const registration = buyerRegistration(order)
  const delivery = order.recipient?.deliveryAddress
  return {
    buyer: buyerOf(order, registration),
    shippingAddress: delivery ? addressOf(delivery) : null,
    billingAddress: registration?.taxRegistrationAddress
      ? addressOf(registration.taxRegistrationAddress)
      : null,
  }
}

function buyerOf(order: WireOrder, registration: Registration | undefined): Buyer | null {
  const buyer: Buyer = {
    name: textOf(order.buyer?.buyerName),
    email: textOf(order.buyer?.buyerEmail),
    // Amazon tells the phone of the recipient only.
    phone: null,
    document: textOf(registration?.taxRegistrationNumber?.replace(/[^\p{L}\p{N}]/gu, "")),
    company: textOf(order.buyer?.buyerCompanyName),
  }
  return Object.values(buyer).every((value) => value === null) ? null : buyer
}

function buyerRegistration(order: WireOrder): Registration | undefined {
  const own = (order.tax?.taxRegistrations ?? []).filter(
    (registration) => registration.entityType === "BUYER",
  )
  return documentTypes
    .map((type) =>
      own.find((one) => one.taxRegistrationType === type && textOf(one.taxRegistrationNumber) !== null),
    )
    .find((one) => one !== undefined)
}

/** An address, or `null` when nothing of it was told. Brazil's separate fields win over the composed lines. */
export function addressOf(wire: WireAddress): Address | null {
  const city = textOf(wire.city) ?? textOf(wire.municipality)
  const country = textOf(wire.countryCode)?.toUpperCase() ?? null
  const address: Address = {
    name: textOf(wire.name),
    company: textOf(wire.companyName),
    ...streetOf(wire, city),
    city,
    region: textOf(wire.stateOrRegion),
    postalCode: textOf(wire.postalCode),
    countryCode: country !== null && /^[A-Z]{2}$/.test(country) ? country : null,
    phone: textOf(wire.phone),
  }
  return Object.values(address).every((value) => value === null) ? null : address
}

function streetOf(wire: WireAddress, city: string | null): Pick<Address, "line1" | "line2"> {
  const { extendedFields: own } = wire
  const street = joined([own?.streetName, own?.streetNumber], ", ")
  if (own && textOf(own.streetName) !== null) {
    return { line1: street, line2: joined([own.complement, own.neighborhood], " - ") }
  }
  const areas = [wire.districtOrCounty, wire.municipality].filter((area) => textOf(area) !== city)
  return {
    line1: textOf(wire.addressLine1),
    line2: joined([wire.addressLine2, wire.addressLine3, ...areas], ", "),
  }
}

function joined(parts: (string | null | undefined)[], separator: string): string | null {
  const told = parts.map(textOf).filter((part) => part !== null)
  return told.length > 0 ? [...new Set(told)].join(separator) : null
}

/**
 * Packages that are on their way or have arrived. Canceled ones never left, and pending ones have a label but have not
 * been handed over. Amazon tells packages of merchant-fulfilled orders only.
 */
export function packagesOf(order: WireOrder): ShippedPackage[] {
  return (order.packages ?? [])
    .filter(({ packageStatus, shipTime }) => {
      const status = packageStatus?.status
      return status !== "CANCELLED" && (status !== "PENDING" || Boolean(shipTime))
    })
    .map((one) => ({
      reference: one.packageReferenceId,
      carrier: textOf(one.carrier),
      trackingNumber: textOf(one.trackingNumber),
      shippedAt: one.shipTime ? utc(one.shipTime) : null,
      lines: (one.packageItems ?? []).map(({ orderItemId, quantity }) => ({
        reference: orderItemId,
        quantity,
      })),
    }))
}
