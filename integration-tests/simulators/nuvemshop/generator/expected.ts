import { decimal } from "../money"
import type { PaymentStatus } from "../orders/order"
import type { DrawnAmounts } from "./amounts"
import type { DrawnBuyer } from "./buyer"
import type { DrawnOutcome } from "./outcome"

/** What is to become of an order: taken, waiting for its payment, too old, or nothing to take (any more). */
export type Verdict = "take" | "not-paid" | "before-activation" | "gone"

export interface ExpectedLine {
  sku: string
  name: string
  /** Decimals. */
  unitPrice: string
  quantity: number
}

/** The facts about one order; amounts are decimals. */
export interface ExpectedOrder {
  id: number
  number: number
  verdict: Verdict
  paymentStatus: PaymentStatus
  cancelled: boolean
  paidAt: string | null
  subtotal: string
  discount: string
  shipping: string
  /** What the total is off from its parts. */
  rounding: string
  total: string
  lines: ExpectedLine[]
  packages: number
  buyer: { name: string; email: string; phone: string }
  hasCustomer: boolean
  document: { kind: "cpf" | "cnpj"; plain: string } | null
  method: string | null
  installments: number | null
}

const GONE: readonly PaymentStatus[] = ["refunded", "voided", "abandoned"]
const TAKEN: readonly PaymentStatus[] = ["paid"]

export function expectedOrder(drawn: {
  id: number
  number: number
  amounts: DrawnAmounts
  buyer: DrawnBuyer
  outcome: DrawnOutcome
}): ExpectedOrder {
  const { id, number, amounts, buyer, outcome } = drawn
  return {
    id,
    number,
    verdict: verdictOf(outcome),
    paymentStatus: outcome.payment,
    cancelled: outcome.cancelled,
    paidAt: outcome.paidAt?.toISOString() ?? null,
    subtotal: decimal(amounts.subtotal),
    discount: decimal(amounts.discount),
    shipping: decimal(amounts.shipping),
    rounding: decimal(amounts.rounding),
    total: decimal(amounts.total),
    lines: amounts.lines.map(({ sku, name, unitPrice, quantity }) => ({
      sku,
      name,
      unitPrice: decimal(unitPrice),
      quantity,
    })),
    packages: amounts.order.packages ?? 1,
    buyer: { name: buyer.name, email: buyer.email, phone: buyer.phone },
    hasCustomer: buyer.order.customer ?? true,
    document: buyer.document,
    method: outcome.method,
    installments: outcome.installments,
  }
}

/** Partly refunded is no longer *paid*: whether it is taken is the reader's rule, so it counts as gone. */
function verdictOf({ payment, cancelled, beforeActivation }: DrawnOutcome): Verdict {
  if (cancelled || GONE.includes(payment) || payment === "partially_refunded") return "gone"
  if (!TAKEN.includes(payment)) return "not-paid"
  return beforeActivation ? "before-activation" : "take"
}
