import type { Random } from "../../amazon/random"
import type { PlaceOrderOptions } from "../orders/place-order-options"
import type { PaymentStatus } from "../orders/order"
import type { Mix } from "./mix"

export interface DrawnOutcome {
  order: Pick<
    PlaceOrderOptions,
    "payment" | "gateway" | "method" | "installments" | "cardCompany" | "paidAt" | "cancelled"
  >
  payment: PaymentStatus
  cancelled: boolean
  method: string | null
  installments: number | null
  paidAt: Date | null
  beforeActivation: boolean
}

const PAYMENT: Readonly<Record<keyof Mix["payments"], PaymentStatus>> = {
  paid: "paid",
  pending: "pending",
  authorized: "authorized",
  cancelled: "paid",
  refunded: "refunded",
  partiallyRefunded: "partially_refunded",
  voided: "voided",
}

const METHODS = ["credit_card", "pix", "boleto", "debit_card"] as const

/** How the order was paid, and what became of it. */
export function drawOutcome(
  random: Random,
  input: { createdAt: number; activatedAt: number | undefined; mix: Mix },
): DrawnOutcome {
  const { activatedAt, mix } = input
  const fate = random.weighted<keyof Mix["payments"]>(mix.payments)
  const payment = PAYMENT[fate]
  const offline = random.chance(0.15)
  const method = offline ? "custom" : random.pick(METHODS)
  const byCard = method === "credit_card"
  const installments = offline ? null : byCard && random.chance(mix.installments) ? random.int(2, 12) : 1
  const isPaid = payment === "paid" || payment === "refunded" || payment === "partially_refunded"
  const paidAt = isPaid ? new Date(paidMs(random, input)) : null
  const cancelled = fate === "cancelled"
  return {
    order: {
      payment,
      gateway: offline ? "offline" : "mercadopago",
      method,
      installments,
      cardCompany: byCard ? random.pick(["visa", "mastercard", "elo"]) : null,
      ...(paidAt ? { paidAt } : {}),
      ...(cancelled ? { cancelled } : {}),
    },
    payment,
    cancelled,
    method,
    installments,
    paidAt,
    beforeActivation: activatedAt !== undefined && paidAt !== null && paidAt.getTime() < activatedAt,
  }
}

/** Within the hour; an order placed before the activation may also be paid only after it. */
function paidMs(
  random: Random,
  { createdAt, activatedAt, mix }: { createdAt: number; activatedAt: number | undefined; mix: Mix },
): number {
  const soon = createdAt + random.int(0, 3600) * 1000
  if (activatedAt === undefined || createdAt >= activatedAt) return soon
  return random.chance(mix.beforeActivation)
    ? Math.min(soon, activatedAt - 1000)
    : activatedAt + random.int(0, 3600) * 1000
}
