import {
  generateOrders,
  plainUnshipped,
  type ExpectedOrder,
  type GenerateOrdersOptions,
  type Order,
} from "../../simulators/amazon"
import { addSeller, type BrowserSeller, type Host } from "../support"

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** A listing that the shop does not know by its SKU, and whose title resembles the product that it is a package of. */
export const SIX_PACK = { sku: "MUG-6PACK", title: "Mug White, pack of six", of: "Mug · White", units: 6 }

export type Sold = { order: Order; expected: ExpectedOrder }

/** Orders with one line each, and what must be found in them. */
function sell(
  options: Pick<GenerateOrdersOptions, "seed" | "count"> & Partial<GenerateOrdersOptions>,
): Sold[] {
  const { orders, expectedById } = generateOrders({
    from: new Date(Date.now() - 3 * DAY_MS),
    to: new Date(Date.now() - DAY_MS),
    marketplaces: ["US"],
    mix: plainUnshipped(1),
    skus: ["MUG-WHITE"],
    ...options,
  })
  return orders.flatMap((order) => {
    const expected = expectedById.get(order.orderId)
    return expected ? [{ order, expected }] : []
  })
}

export type MugSeller = BrowserSeller & {
  /** Their product is in the shop. */
  mugs: Sold[]
  /** Of a listing that nobody has mapped yet. */
  pack: Sold
  /** Not paid yet. */
  unpaid: Sold
}

/** Somebody who has sold mugs for some days: two that the shop knows, a package that it does not know, and one that nobody has paid. */
export async function addMugSeller(host: Host): Promise<MugSeller> {
  const seller = await addSeller(host, { storeName: "Northwind Mugs" })
  const mugs = sell({ seed: `mugs-${seller.id}`, count: 2 })
  const titles = { [SIX_PACK.sku]: SIX_PACK.title }
  const [pack] = sell({ seed: `pack-${seller.id}`, count: 1, skus: [SIX_PACK.sku], titles })
  const pending = { ...plainUnshipped(1), statuses: { PENDING: 1 } }
  const [unpaid] = sell({ seed: `unpaid-${seller.id}`, count: 1, mix: pending })
  await host.simulator.addOrders(
    [...mugs, pack, unpaid].map(({ order }) => order),
    seller.id,
  )
  return { ...seller, mugs, pack, unpaid }
}

/** One more mug is sold just now: as late as the platform tells of it at once. */
export async function sellOneMore({ simulator }: Host, seller: MugSeller): Promise<Sold> {
  const [sold] = sell({
    seed: `new-${seller.id}`,
    count: 1,
    from: new Date(Date.now() - 6 * MINUTE_MS),
    to: new Date(Date.now() - 5 * MINUTE_MS),
  })
  await simulator.addOrders([sold.order], seller.id)
  return sold
}
