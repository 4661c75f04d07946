import type { ChannelOrder, ReadOrder } from "../../src/connector"
import { aChannelOrder, aLine, anAddress } from "../../src/workflows/import/rules/__tests__/a-channel-order"
import { amazonSites } from "./connect-account"

const DAY_MS = 86_400_000

/** A buyer whose every word is found again in a dump. */
export function aBuyer(number: number) {
  return {
    firstName: `Zuleika${number}x`,
    lastName: `Wintergreen${number}x`,
    email: `relay-${number}x@buyers.example`,
    phone: `+1 206 70${number}x`,
    document: `DOC${number}x7788`,
    company: `Hidden Works ${number}x`,
    street: `${number}x Secret Lane`,
    attic: `Attic ${number}x`,
    postalCode: `QZ-77${number}x`,
    billingStreet: `${number}x Ledger Road`,
  }
}

export type TestBuyer = ReturnType<typeof aBuyer>
export const wordsOf = (...buyers: TestBuyer[]): string[] => buyers.flatMap((buyer) => Object.values(buyer))

export type BuyersOrder = {
  /** Also its place: the platform's own number is made of it. */
  number: number
  buyer?: TestBuyer
  /** Days since the order was placed. @default 1 */
  age?: number
  /** Days from now until the latest delivery. @default 5 */
  deliveredIn?: number
  changes?: Partial<Omit<ChannelOrder, "lines">>
}

export const referenceOf = (number: number): string => `111-0000000-${String(number).padStart(7, "0")}`

/** An order of a buyer that names everything a platform may name, for two shirts from the seeded store. */
export function buyersOrder({ number, buyer, age = 1, deliveredIn = 5, changes }: BuyersOrder): ReadOrder {
  const at = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString()
  const who = buyer ?? aBuyer(number)
  const address = anAddress({
    name: `${who.firstName} ${who.lastName}`,
    company: who.company,
    line1: who.street,
    line2: who.attic,
    postalCode: who.postalCode,
    phone: who.phone,
  })
  return {
    readable: true,
    order: aChannelOrder({
      reference: referenceOf(number),
      marketplace: amazonSites("US")[0].externalId,
      placedAt: at(-age),
      updatedAt: at(-age),
      paidAt: at(-age),
      shipBy: at(deliveredIn - 3),
      deliverBy: at(deliveredIn),
      lines: [aLine({ listingKey: "SHIRT-S-BLACK", sku: "SHIRT-S-BLACK" })],
      buyer: {
        name: address.name,
        email: who.email,
        phone: who.phone,
        document: who.document,
        company: who.company,
      },
      shippingAddress: address,
      billingAddress: { ...address, line1: who.billingStreet },
      raw: { buyer: who },
      ...changes,
    }),
  }
}
