import { connectorFailureOf, type ChannelOrder } from "../../connector"
import { aFulfillmentOrder, aLine, aWireOrder, type Json } from "./__tests__/a-wire-order"
import { readOrder } from "./orders"
import { translateOrder } from "./translate"

const translated = (changes: Json = {}): ChannelOrder => translateOrder(aWireOrder(changes), "789")

describe("a paid order", () => {
  it("becomes an order of the store with everything that was told", () => {
    const raw = aWireOrder()
    expect(translateOrder(raw, "789")).toEqual({
      reference: "871254203",
      number: "1042",
      marketplace: "789",
      placedAt: "2026-11-01T10:00:00.000Z",
      updatedAt: "2026-11-01T14:30:00.000Z",
      paidAt: "2026-11-01T10:05:00.000Z",
      status: "open",
      platformStatus: "paid, unpacked",
      fulfilledBy: "merchant",
      outOfScope: null,
      currency: "BRL",
      lines: [
        {
          reference: "11",
          listingKey: "501/601",
          sku: "MUG-BLUE",
          barcode: "7891234567895",
          platformProductId: "501",
          title: "Caneca (Azul)",
          quantity: 1,
          quantityShipped: 0,
          unitPrice: "50.00",
          taxInclusive: true,
          charges: [{ kind: "item", amount: "50", discount: "0", tax: "0" }],
          total: "50",
        },
      ],
      adjustments: [
        { kind: "shipping", title: "SEDEX", amount: "20", discount: "0", tax: "0", taxInclusive: true },
      ],
      total: "70.00",
      taxTotal: "0",
      taxCollectedByPlatform: false,
      buyer: {
        name: "Ana Souza",
        email: "ana@example.com",
        phone: "+5511999990000",
        document: "52998224725",
        company: null,
      },
      shippingAddress: {
        name: "Ana Souza",
        company: null,
        line1: "Rua das Flores, 123",
        line2: "ap 4 - Centro",
        city: "São Paulo",
        region: "SP",
        postalCode: "01001-000",
        countryCode: "BR",
        phone: "+5511999990000",
      },
      billingAddress: null,
      shippingService: "SEDEX",
      shipBy: null,
      deliverBy: "2026-11-20T00:00:00.000Z",
      paymentMethod: "credit_card",
      installments: 3,
      packages: [],
      replaces: null,
      assumptions: [],
      raw,
    })
  })

  it("keeps lines of one variant apart by their own ids, also ids that a number cannot hold", () => {
    const products = [aLine({ id: "9223372036854775807" }), aLine({ id: "9223372036854775806" })]
    const { lines } = translated({ products, total: "120.00" })
    expect(lines.map(({ reference }) => reference)).toEqual(["9223372036854775807", "9223372036854775806"])
    expect(new Set(lines.map(({ listingKey }) => listingKey))).toEqual(new Set(["501/601"]))
  })

  it.each<[string, Json, Partial<ChannelOrder["lines"][number]>]>([
    ["has no barcode where that field holds something else", { barcode: "N/A" }, { barcode: null }],
    ["takes a barcode with blanks", { barcode: " 789 1234567895" }, { barcode: "7891234567895" }],
    ["goes by its SKU when the product is gone", { product_id: null }, { listingKey: "MUG-BLUE" }],
    [
      "goes by itself when there is nothing else",
      { variant_id: null, sku: " " },
      { listingKey: "line-11", sku: null },
    ],
    ["is named by its SKU where it has no name", { name: null }, { title: "MUG-BLUE" }],
    ["may be counted by a text", { quantity: "2.00" }, { quantity: 2 }],
  ])("a line %s", (_what, line, expected) => {
    expect(translated({ products: [aLine(line)] }).lines[0]).toMatchObject(expected)
  })
})

describe("when an order was paid", () => {
  it.each<[string, Json, string | null]>([
    ["as it says", {}, "2026-11-01T10:05:00.000Z"],
    ["at the end of the checkout where it does not", { paid_at: null }, "2026-11-01T10:02:00.000Z"],
    [
      "when it was placed where nothing else is told",
      { paid_at: null, completed_at: null },
      "2026-11-01T10:00:00.000Z",
    ],
    [
      "unreadable ends of checkouts are passed over",
      { paid_at: null, completed_at: { odd: 1 } },
      "2026-11-01T10:00:00.000Z",
    ],
    ["not at all", { paid_at: null, payment_status: "pending" }, null],
  ])("%s", (_what, changes, paidAt) => {
    expect(translated(changes).paidAt).toBe(paidAt)
  })
})

describe("how it is paid", () => {
  it.each<[string, Json, string | null, number | null]>([
    ["method and instalments", {}, "credit_card", 3],
    ["instalments as a number", { payment_details: { method: "pix", installments: 1 } }, "pix", 1],
    [
      "the gateway's name without a method",
      { payment_details: { method: null, installments: null } },
      "Mercado Pago",
      null,
    ],
    ["the gateway itself", { payment_details: [], gateway_name: null, gateway: "offline" }, "offline", null],
    ["nothing", { payment_details: null, gateway_name: null, gateway: null }, null, null],
  ])("%s", (_what, changes, paymentMethod, installments) => {
    expect(translated(changes)).toMatchObject({ paymentMethod, installments })
  })
})

describe("an order that cannot be read", () => {
  it.each<[string, Json, string]>([
    ["has no total", { total: undefined }, "total"],
    ["has a malformed price", { products: [aLine({ price: "1.234,56" })] }, "products.0.price"],
    ["has two lines of one id", { products: [aLine(), aLine()] }, "products.1.id"],
    ["has a status that is not documented", { payment_status: "chargeback" }, "payment_status"],
    ["is in a state that is not documented", { status: "draft" }, "status"],
    ["has no date", { created_at: "yesterday" }, "created_at"],
    [
      "has a malformed fulfilment order",
      { fulfillments: [aFulfillmentOrder({ status: 7 })] },
      "fulfillments.0",
    ],
  ])("keeps its place when it %s", (_what, changes, path) => {
    const raw = aWireOrder(changes)
    expect(readOrder(raw, "789")).toEqual({
      readable: false,
      reference: "871254203",
      updatedAt: "2026-11-01T14:30:00.000Z",
      problem: { code: "contract_broken", details: { path } },
      raw,
    })
  })

  it("gets a reference from its content where it has none, and nothing of it is in the error", () => {
    const read = readOrder({ contact_name: "Ana Souza" }, "789")
    expect(read).toMatchObject({ readable: false, updatedAt: null })
    expect(!read.readable && read.reference).toMatch(/^unreadable-[0-9a-f]{16}$/)
    expect(readOrder(null, "789")).toMatchObject({ readable: false })
    try {
      translateOrder(aWireOrder({ payment_status: "Ana Souza" }), "789")
    } catch (thrown) {
      expect(connectorFailureOf(thrown)?.kind).toBe("contract_broken")
      expect(String(thrown)).not.toContain("Ana")
    }
  })
})
