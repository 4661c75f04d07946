import {
  type AmazonSimulator,
  type GenerateOrdersOptions,
  generateOrders,
  type Order,
  plainUnshipped,
} from "../simulators/amazon"

export type AmazonSeller = {
  id: string
  refreshToken: string
  /** What a person types in to connect it. */
  credentials: { refresh_token: string; selling_partner_id: string; region: string }
  orders: Order[]
}

const DAY_MS = 86_400_000
const EUROPE = ["DE", "FR"]
let count = 0

/** A seller of the simulator that no other test uses, with plain unshipped orders of the last three days. */
export function addSeller(
  simulator: AmazonSimulator,
  options: { orders?: number; generate?: Partial<GenerateOrdersOptions>; marketplaces?: string[] } = {},
): AmazonSeller {
  count += 1
  const id = `ATEST${String(count).padStart(6, "0")}`
  const refreshToken = `Atzr|secret-refresh-token-${count}`
  const orders = generateOrders({
    seed: `seller-${count}`,
    count: options.orders ?? 0,
    from: new Date(Date.now() - 3 * DAY_MS),
    to: new Date(Date.now() - DAY_MS),
    marketplaces: ["US"],
    mix: plainUnshipped(1),
    ...options.generate,
  }).orders
  simulator.addSeller({
    sellingPartnerId: id,
    refreshTokens: [refreshToken],
    marketplaces: options.marketplaces ?? ["US", "BR"],
    orders,
  })
  const credentials = { refresh_token: refreshToken, selling_partner_id: id, region: "na" }
  return { id, refreshToken, credentials, orders }
}

/**
 * The same seller id in Europe: what is given to the application from now on is for marketplaces there (an authorisation belongs to
 * one region). Gives what a person types in.
 */
export function inEurope(simulator: AmazonSimulator, { id, refreshToken }: AmazonSeller) {
  const refresh_token = `${refreshToken}-eu`
  simulator.addSeller({ sellingPartnerId: id, refreshTokens: [refresh_token], marketplaces: EUROPE })
  return { refresh_token, selling_partner_id: id, region: "eu" }
}
