import { Random } from "../../amazon/random"
import type { PlaceOrderOptions } from "../orders/place-order-options"
import type { ProductOptions } from "../products/product"
import { DEFAULT_PRODUCTS } from "./articles"
import { drawAmounts } from "./amounts"
import { drawBuyer } from "./buyer"
import { type ExpectedOrder, expectedOrder } from "./expected"
import { drawOutcome } from "./outcome"
import { DEFAULT_MIX, type Mix } from "./mix"

export { DEFAULT_PRODUCTS } from "./articles"
export { cnpj, cpf, formattedDocument } from "./documents"
export type { ExpectedLine, ExpectedOrder, Verdict } from "./expected"
export { DEFAULT_MIX, type Mix, PLAIN_MIX } from "./mix"

export interface GenerateOrdersOptions {
  seed: number | string
  count: number
  /** Bounds of created_at. */
  from: Date | string
  to: Date | string
  /** When the account was activated; orders paid before it are told apart. @default none */
  activatedAt?: Date | string
  /** What is sold; the store must have the same. @default what the demonstration's shop sells */
  products?: readonly ProductOptions[]
  mix?: Partial<Mix>
  /** Lower than the ids of orders placed later. @default 1700000001 and 1001 */
  firstId?: number
  firstNumber?: number
}

export interface GeneratedOrders {
  /** To be placed, oldest first; silent, and with ids of their own. */
  orders: (PlaceOrderOptions & { id: number; number: number })[]
  /** What a reader has to find, in the same order. */
  expected: ExpectedOrder[]
}

/** Orders together with the facts about them; the facts are drawn, not computed from what is placed. */
export function generateOrders(options: GenerateOrdersOptions): GeneratedOrders {
  const random = new Random(`nuvemshop-orders:${options.seed}`)
  const mix = { ...DEFAULT_MIX, ...options.mix }
  const from = new Date(options.from).getTime()
  const span = new Date(options.to).getTime() - from
  if (!(span >= 0)) throw new Error("from and to must be dates, in this order.")
  const activatedAt = options.activatedAt === undefined ? undefined : new Date(options.activatedAt).getTime()
  const articles = (options.products ?? DEFAULT_PRODUCTS).flatMap((product) =>
    product.variants.map((variant) => ({ product, variant })),
  )
  const times = Array.from(
    { length: options.count },
    () => from + Math.floor((random.next() * span) / 1000) * 1000,
  )
  const result: GeneratedOrders = { orders: [], expected: [] }
  times
    .sort((a, b) => a - b)
    .forEach((createdAt, index) => {
      const own = random.fork(`order-${index}`)
      const id = (options.firstId ?? 1_700_000_001) + index
      const number = (options.firstNumber ?? 1001) + index
      const amounts = drawAmounts(own.fork("amounts"), articles, mix)
      const buyer = drawBuyer(own.fork("buyer"), mix)
      const outcome = drawOutcome(own.fork("outcome"), { createdAt, activatedAt, mix })
      result.orders.push({
        id,
        number,
        silent: true,
        createdAt: new Date(createdAt),
        ...amounts.order,
        ...buyer.order,
        ...outcome.order,
      })
      result.expected.push(expectedOrder({ id, number, amounts, buyer, outcome }))
    })
  return result
}
