import type { ReadOrder } from "../../src/connector"
import { readOrder } from "../../src/providers/amazon/orders"
import { generateOrders, NO_SHARES } from "../simulators/amazon"

/** Merchant-fulfilled, unshipped orders of one to four lines with shipping and taxes, read as the connector reads them. */
export function benchOrders(count: number, seed: string): ReadOrder[] {
  const now = Date.now()
  const { orders } = generateOrders({
    seed,
    count,
    from: new Date(now - 20 * 86_400_000),
    to: new Date(now - 3_600_000),
    marketplaces: ["US"],
    mix: {
      fbaShare: 0,
      statuses: { UNSHIPPED: 1 },
      lines: { min: 1, max: 4 },
      quantity: { min: 1, max: 3 },
      shares: { ...NO_SHARES, shipping: 0.5 },
    },
  })
  return orders.map(readOrder)
}
