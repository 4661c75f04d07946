/** Builders of answers of the API 2025-03, as plain JSON. */

export type Json = Record<string, unknown>

export const brl = (value: number) => ({ value, currency: "BRL" })

export function aLine(changes: Json = {}): Json {
  return {
    id: 11,
    product_id: 501,
    variant_id: "601",
    name: "Caneca (Azul)",
    price: "50.00",
    quantity: "1",
    sku: "MUG-BLUE",
    barcode: "7891234567895",
    ...changes,
  }
}

export function aFulfillmentOrder(changes: Json = {}): Json {
  return {
    id: "01FFX",
    number: "1042-1",
    status: "UNPACKED",
    line_items: [{ id: "01LINE", external_id: 11, quantity: 1, unit_price: brl(50) }],
    shipping: {
      type: "ship",
      carrier: { name: "Correios" },
      option: { name: "SEDEX" },
      merchant_cost: brl(18.5),
      consumer_cost: brl(20),
      max_delivery_date: "2026-11-20T00:00:00+0000",
    },
    tracking_info: { url: null, code: null },
    tracking_events: [],
    fulfilled_at: null,
    ...changes,
  }
}

export function aWireOrder(changes: Json = {}): Json {
  return {
    id: 871254203,
    number: 1042,
    store_id: "789",
    status: "open",
    payment_status: "paid",
    shipping_status: "unpacked",
    contact_email: "ana@example.com",
    contact_name: "Ana Souza",
    contact_phone: "+5511999990000",
    contact_identification: "529.982.247-25",
    shipping_address: {
      name: "Ana Souza",
      phone: "+5511999990000",
      address: "Rua das Flores",
      number: "123",
      floor: "ap 4",
      locality: "Centro",
      city: "São Paulo",
      province: "São Paulo",
      zipcode: "01001-000",
      country: "BR",
    },
    customer: { id: 5, name: "Ana Souza", email: "ana@example.com", identification: "52998224725" },
    products: [aLine()],
    subtotal: "50.00",
    discount: "0.00",
    discount_coupon: "0.00",
    discount_gateway: "0.00",
    total: "70.00",
    coupon: [],
    currency: "BRL",
    gateway: "mercadopago",
    gateway_name: "Mercado Pago",
    payment_details: { method: "credit_card", credit_card_company: "visa", installments: "3" },
    fulfillments: [aFulfillmentOrder()],
    created_at: "2026-11-01T10:00:00+0000",
    updated_at: "2026-11-01T11:30:00-0300",
    paid_at: "2026-11-01T10:05:00+0000",
    completed_at: { date: "2026-11-01 10:02:00.000000", timezone_type: 3, timezone: "UTC" },
    ...changes,
  }
}

/** An order of which only the money matters. */
export function anOrderWorth(money: {
  lines: [price: string, quantity: number][]
  discount?: string
  shipping?: number[] | null
  total: string
  changes?: Json
}): Json {
  const { lines, discount = "0.00", shipping = [0], total, changes } = money
  return aWireOrder({
    products: lines.map(([price, quantity], index) => aLine({ id: 11 + index, price, quantity })),
    discount,
    total,
    fulfillments:
      shipping === null
        ? ["01FFX"]
        : shipping.map((cost, index) =>
            aFulfillmentOrder({
              id: `01FF${index}`,
              shipping: { type: "ship", option: { name: "SEDEX" }, consumer_cost: brl(cost) },
            }),
          ),
    ...changes,
  })
}
