import {
  money,
  type Address,
  type ChannelOrder,
  type ChannelOrderLine,
  type Charge,
} from "../../../../connector"

/** A charge without discount and tax unless told otherwise. */
export const aCharge = (changes: Partial<Charge> = {}): Charge => ({
  kind: "item",
  amount: "20.00",
  discount: "0",
  tax: "0",
  ...changes,
})

/** Two shirts for 20.00 plus 1.60 tax. */
export const aLine = (changes: Partial<ChannelOrderLine> = {}): ChannelOrderLine => ({
  reference: "line-1",
  listingKey: "SHIRT",
  sku: "SHIRT",
  platformProductId: "B0SHIRT",
  title: "Shirt",
  quantity: 2,
  quantityShipped: 0,
  unitPrice: "10.00",
  taxInclusive: false,
  charges: [aCharge({ tax: "1.60" })],
  total: "21.60",
  ...changes,
})

export const anAddress = (changes: Partial<Address> = {}): Address => ({
  name: "Ada Maria Lovelace",
  company: null,
  line1: "1 Example Street",
  line2: null,
  city: "Seattle",
  region: "WA",
  postalCode: "98101",
  countryCode: "US",
  phone: null,
  ...changes,
})

type Changes = Partial<Omit<ChannelOrder, "lines">> & {
  /** So many lines of two shirts each, or these lines. */
  lines?: number | ChannelOrderLine[]
}

/** What the lines and adjustments add up to. */
function totalOf(lines: ChannelOrderLine[], adjustments: ChannelOrder["adjustments"]): string {
  const paid = (charge: Charge, taxInclusive: boolean) =>
    money.sum(charge.amount, money.negate(charge.discount), taxInclusive ? "0" : charge.tax)
  return money.sum(
    ...lines.flatMap((line) => (line.charges ?? []).map((charge) => paid(charge, line.taxInclusive))),
    ...adjustments.map((charge) => paid(charge, charge.taxInclusive)),
  )
}

/** An order of the United States site that waits for the merchant's shipment; its total is what its lines add up to. */
export function aChannelOrder({ lines: given = 1, ...changes }: Changes = {}): ChannelOrder {
  const lines =
    typeof given === "number"
      ? Array.from({ length: given }, (_, index) => aLine({ reference: `line-${index + 1}` }))
      : given
  return {
    reference: "111-0000001-0000001",
    marketplace: "site-us",
    placedAt: "2026-03-02T10:00:00.000Z",
    updatedAt: "2026-03-02T10:05:00.000Z",
    paidAt: "2026-03-02T10:01:00.000Z",
    status: "open",
    platformStatus: "UNSHIPPED",
    fulfilledBy: "merchant",
    outOfScope: null,
    currency: "USD",
    lines,
    adjustments: [],
    total: totalOf(lines, changes.adjustments ?? []),
    taxTotal: null,
    taxCollectedByPlatform: false,
    buyer: {
      name: "Ada Maria Lovelace",
      email: "relay@example.com",
      phone: null,
      document: null,
      company: null,
    },
    shippingAddress: anAddress(),
    billingAddress: null,
    shippingService: "Standard",
    shipBy: "2026-03-04T10:00:00.000Z",
    deliverBy: null,
    paymentMethod: null,
    packages: [],
    replaces: null,
    assumptions: [],
    raw: {},
    ...changes,
  }
}
