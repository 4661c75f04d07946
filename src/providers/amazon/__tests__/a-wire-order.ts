/** Builders of answers of the Orders API v2026-01-01, as plain JSON. */

export type Json = Record<string, unknown>

export const usd = (amount: string, currencyCode = "USD") => ({ amount, currencyCode })

/** Breakdowns from a short form: `{ ITEM: "10.00", TAX: { total: "1.00", ITEM: "0.80", SHIPPING: "0.20" } }`. */
export function breakdowns(
  parts: Record<string, string | ({ total: string } & Record<string, string>)>,
): Json[] {
  return Object.entries(parts).map(([type, part]) => {
    if (typeof part === "string") return { type, subtotal: usd(part) }
    const { total, ...details } = part
    const detailedBreakdowns = Object.entries(details).map(([subtype, value]) => ({
      subtype,
      value: usd(value),
    }))
    return { type, subtotal: usd(total), detailedBreakdowns }
  })
}

export function anItem(changes: Json = {}): Json {
  return {
    orderItemId: "10000000000001",
    quantityOrdered: 1,
    product: { asin: "B0EXAMPLE1", title: "A mug", sellerSku: "MUG-1", price: { unitPrice: usd("10.00") } },
    proceeds: { proceedsTotal: usd("10.00"), breakdowns: breakdowns({ ITEM: "10.00" }) },
    fulfillment: { quantityFulfilled: 0, quantityUnfulfilled: 1 },
    ...changes,
  }
}

/** An item of which only the money matters. */
export function anItemWorth(
  parts: Parameters<typeof breakdowns>[0],
  proceedsTotal?: string,
  changes: Json = {},
): Json {
  return anItem({
    proceeds: {
      ...(proceedsTotal === undefined ? {} : { proceedsTotal: usd(proceedsTotal) }),
      breakdowns: breakdowns(parts),
    },
    ...changes,
  })
}

export function aWireOrder(changes: Json = {}): Json {
  return {
    orderId: "113-1234567-7654321",
    createdTime: "2026-11-01T10:00:00Z",
    lastUpdatedTime: "2026-11-01T11:30:00.123Z",
    salesChannel: { channelName: "AMAZON", marketplaceId: "ATVPDKIKX0DER", marketplaceName: "Amazon.com" },
    fulfillment: { fulfillmentStatus: "UNSHIPPED", fulfilledBy: "MERCHANT" },
    proceeds: { grandTotal: usd("10.00") },
    orderItems: [anItem()],
    ...changes,
  }
}
