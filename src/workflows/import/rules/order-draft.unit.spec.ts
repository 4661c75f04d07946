import { decorateCartTotals } from "@medusajs/framework/utils"
import fc from "fast-check"
import { money, type ChannelOrder, type Charge } from "../../../connector"
import { aChannelOrder, aCharge, aLine, anAddress } from "./__tests__/a-channel-order"
import { aContext } from "./__tests__/a-context"
import { lineId, orderDraft, TRANSACTION_REFERENCE } from "./order-draft"
import { planOrder } from "./plan-order"

function draftOf(
  order: ChannelOrder,
  changes: { draft?: boolean; customerId?: string; salespersonId?: string } = {},
  context = aContext(),
) {
  const { plan } = planOrder(order, context)
  if (!plan) throw new Error("The test's order cannot be planned")
  return orderDraft({
    order,
    plan,
    orderId: "order_1",
    displayId: "AMZ-111-0000001-0000001",
    accountId: "account-1",
    providerId: "bazaar",
    marketplaceOrderId: "mpord_1",
    draft: false,
    ...changes,
  })
}

/** What Medusa's own arithmetic makes of the draft, in cents. */
function medusaTotal(order: ChannelOrder): string {
  const { items, shipping_methods, currency_code } = draftOf(order)
  const counted = decorateCartTotals({ items, shipping_methods, currency_code })
  return Number(counted.total).toFixed(2)
}

describe("the Medusa order of an order of the platform", () => {
  it("is named after the platform's reference, paid in full, and sends no e-mail", () => {
    const draft = draftOf(aChannelOrder(), { customerId: "cus_1" })
    expect(draft).toMatchObject({
      id: "order_1",
      custom_display_id: "AMZ-111-0000001-0000001",
      status: "pending",
      is_draft_order: false,
      no_notification: true,
      region_id: "region-us",
      sales_channel_id: "channel-default",
      customer_id: "cus_1",
      email: "relay@example.com",
      currency_code: "usd",
      transactions: [
        {
          amount: "21.6",
          currency_code: "usd",
          reference: TRANSACTION_REFERENCE,
          reference_id: "AMZ-111-0000001-0000001",
        },
      ],
    })
  })

  it("is dated on the day of the sale, and says so in its metadata", () => {
    const placedAt = "2026-02-11T21:30:00.000Z"
    for (const draft of [true, false]) {
      expect(draftOf(aChannelOrder({ placedAt }), { draft })).toMatchObject({
        created_at: new Date(placedAt),
        metadata: { marketplace: { placed_at: placedAt } },
      })
    }
  })

  it("is not paid while it waits for a review", () => {
    expect(draftOf(aChannelOrder(), { draft: true })).toMatchObject({
      status: "draft",
      is_draft_order: true,
      transactions: [],
    })
  })

  it("has no payment when it costs nothing", () => {
    const free = aChannelOrder({ lines: [aLine({ charges: [aCharge({ amount: "0" })], total: "0" })] })
    expect(draftOf(free).transactions).toEqual([])
  })

  it("has no customer and no e-mail where the platform shows none", () => {
    const draft = draftOf(aChannelOrder({ buyer: null, shippingAddress: null }))
    for (const field of ["customer_id", "email", "shipping_address", "billing_address"]) {
      expect(draft).not.toHaveProperty(field)
    }
  })

  it("keeps in its metadata what connects it with the platform, and nobody's name or address", () => {
    const { metadata } = draftOf(aChannelOrder({ replaces: "111-0000000-0000000", paymentMethod: "COD" }))
    expect(metadata).toMatchObject({
      marketplace: {
        provider: "bazaar",
        account_id: "account-1",
        marketplace_order_id: "mpord_1",
        reference: "111-0000001-0000001",
        marketplace: "site-us",
        fulfilled_by: "merchant",
        total: "21.6",
        payment_method: "COD",
        replaces: "111-0000000-0000000",
        fingerprint: "21.6|line-1:2",
      },
    })
    expect(JSON.stringify(metadata)).not.toMatch(/Ada|Lovelace|example\.com|Street/)
  })

  it("says what number people know it by, how it was paid, and who counts as its salesperson", () => {
    const order = aChannelOrder({ number: "1042", paymentMethod: "credit_card", installments: 3 })
    expect(draftOf(order, { salespersonId: "user_1" }).metadata).toMatchObject({
      marketplace: {
        number: "1042",
        payment_method: "credit_card",
        installments: 3,
        salesperson_id: "user_1",
      },
    })
    expect(draftOf(aChannelOrder()).metadata).toMatchObject({
      marketplace: { number: null, payment_method: null, installments: null, salesperson_id: null },
    })
  })

  it("is billed to the billing address, or to where it is shipped", () => {
    const billingAddress = anAddress({ name: "Accounting Ltd", city: "Portland" })
    expect(draftOf(aChannelOrder({ billingAddress })).billing_address).toMatchObject({ city: "Portland" })
    expect(draftOf(aChannelOrder()).billing_address).toMatchObject({ city: "Seattle" })
  })
})

describe("the lines of the Medusa order", () => {
  it("are one for the goods, with variant and SKU, and one for every other charge", () => {
    const charges = [
      aCharge(),
      aCharge({ kind: "gift_wrap", amount: "3.00" }),
      aCharge({ kind: "shipping", amount: "4" }),
    ]
    const draft = draftOf(aChannelOrder({ lines: [aLine({ charges })] }))
    expect(draft.items).toMatchObject([
      {
        id: lineId("order_1", "line-1", "item"),
        title: "Shirt",
        quantity: 2,
        unit_price: "10",
        variant_id: "variant-SHIRT",
        variant_sku: "SHIRT",
        product_id: "product-SHIRT",
        product_title: "Cotton shirt",
        product_handle: "cotton-shirt",
        variant_title: "Medium",
        thumbnail: "https://shop.example/shirt.jpg",
        requires_shipping: true,
        is_discountable: false,
      },
      { title: "Gift wrap: Shirt", quantity: 1, unit_price: "3", requires_shipping: false },
    ])
    expect(draft.shipping_methods).toMatchObject([{ name: "Standard", amount: "4" }])
  })

  it("count a six-pack as six shirts at a sixth of its price", () => {
    const lines = [aLine({ listingKey: "SIX-PACK", quantity: 1, charges: [aCharge({ amount: "60.00" })] })]
    expect(draftOf(aChannelOrder({ lines })).items).toMatchObject([{ quantity: 6, unit_price: "10" }])
  })

  it("keep the platform's title and carry the SKU of what is taken from the shelf", () => {
    const lines = [aLine({ listingKey: "SIX-PACK", sku: "SIX-PACK", title: "Six shirts" })]
    expect(draftOf(aChannelOrder({ lines })).items).toMatchObject([
      {
        title: "Six shirts",
        product_title: "Cotton shirt",
        variant_sku: "SHIRT",
        metadata: { marketplace: { listing_key: "SIX-PACK" } },
      },
    ])
  })

  it("carry the platform's SKU and no product where the listing is not managed here", () => {
    const [item] = draftOf(aChannelOrder({ lines: [aLine({ listingKey: "SERVICE", sku: "SERVICE" })] })).items
    expect(item).toMatchObject({ title: "Shirt", variant_sku: "SERVICE" })
    for (const field of ["variant_id", "product_id", "product_title", "thumbnail"]) {
      expect(item).not.toHaveProperty(field)
    }
  })

  it("leave out lines that were canceled before shipping", () => {
    const lines = [aLine(), aLine({ reference: "line-2", quantity: 0 })]
    expect(draftOf(aChannelOrder({ lines, total: "21.60" })).items).toHaveLength(1)
  })

  it("hold charges of the whole order, each with its own tax basis", () => {
    const adjustments = [
      { ...aCharge({ kind: "delivery_tip", amount: "5.00" }), title: "Tip", taxInclusive: true },
    ]
    expect(draftOf(aChannelOrder({ adjustments })).items).toMatchObject([
      { title: "Shirt" },
      { title: "Tip", unit_price: "5", quantity: 1, is_tax_inclusive: true },
    ])
  })

  it("have ids that are the same at every attempt and different for every line", () => {
    const order = aChannelOrder({ lines: 3 })
    const ids = draftOf(order).items.map(({ id }) => id)
    expect(draftOf(order).items.map(({ id }) => id)).toEqual(ids)
    expect(new Set(ids).size).toBe(3)
  })

  it("carry the platform's tax as the rate that gives it back", () => {
    const [item] = draftOf(aChannelOrder()).items
    expect(item.tax_lines).toEqual([
      { code: "platform", description: "Tax as stated by the platform", rate: "8" },
    ])
    expect(draftOf(aChannelOrder({ lines: [aLine({ charges: [aCharge()] })] })).items[0].tax_lines).toEqual(
      [],
    )
  })
})

describe("Medusa's own arithmetic on the draft gives the platform's total, to the cent", () => {
  it.each<[string, Charge[], boolean, string]>([
    ["net prices with tax", [aCharge({ amount: "19.99", tax: "1.65" })], false, "21.64"],
    ["gross prices that hold their tax", [aCharge({ amount: "19.99", tax: "3.19" })], true, "19.99"],
    [
      "a discount on a net price",
      [aCharge({ amount: "19.99", discount: "2.00", tax: "1.48" })],
      false,
      "19.47",
    ],
    [
      "a discount on a gross price",
      [aCharge({ amount: "19.99", discount: "2.00", tax: "2.87" })],
      true,
      "17.99",
    ],
    ["a price that three do not divide", [aCharge({ amount: "10.00", tax: "0.83" })], false, "10.83"],
    [
      "shipping with a discount in a gross marketplace",
      [aCharge(), aCharge({ kind: "shipping", amount: "5.90", discount: "1.95", tax: "0.63" })],
      true,
      "23.95",
    ],
  ])("%s", (_what, charges, taxInclusive, total) => {
    const order = aChannelOrder({ lines: [aLine({ quantity: 3, charges, taxInclusive })] })
    expect(Number(order.total).toFixed(2)).toBe(total)
    expect(medusaTotal(order)).toBe(total)
  })

  const cents = (most: number) => fc.integer({ min: 0, max: most }).map((value) => (value / 100).toFixed(2))
  /** A charge whose discount and tax a platform could state: neither is more than what is left to pay. */
  const charge = (kind: Charge["kind"]) =>
    fc
      .record({
        amount: cents(500_000),
        off: fc.integer({ min: 0, max: 100 }),
        rate: fc.integer({ min: 0, max: 30 }),
      })
      .map(({ amount, off, rate }): Charge => {
        const share = (of: string, percent: number) => (Math.floor(Number(of) * percent) / 100).toFixed(2)
        const discount = share(amount, off)
        const left = money.subtract(amount, discount)
        return { kind, amount, discount, tax: money.isZero(left) ? "0" : share(left, rate) }
      })
  const line = fc
    .record({
      quantity: fc.integer({ min: 1, max: 60 }),
      item: charge("item"),
      extras: fc.tuple(charge("shipping"), charge("gift_wrap"), charge("cod_fee")),
      taxInclusive: fc.boolean(),
    })
    .map(({ quantity, item, extras, taxInclusive }) =>
      aLine({ quantity, taxInclusive, charges: [item, ...extras] }),
    )

  const adjustment = fc
    .tuple(fc.oneof(charge("shipping"), charge("other")), fc.boolean())
    .map(([one, taxInclusive]) => ({ ...one, title: "Of the order", taxInclusive }))

  it("for any order that a platform could state", () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.array(adjustment),
        (lines, adjustments) => {
          const order = aChannelOrder({
            lines: lines.map((one, index) => ({ ...one, reference: `line-${index}` })),
            adjustments,
          })
          expect(medusaTotal(order)).toBe(Number(order.total).toFixed(2))
        },
      ),
      { numRuns: 300, seed: 20260302 },
    )
  })
})
