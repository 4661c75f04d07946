import type { CreateOrderShippingMethodDTO } from "@medusajs/framework/types"
import { money, type ChannelOrder, type Charge } from "../../../connector"
import { CHARGE_TITLES, DISCOUNT, NO_CHARGE, pricing } from "./charge-draft"
import { chargesOf } from "./order-totals"
import type { ImportPlan } from "./verdict"

export type ShippingDraft = Omit<CreateOrderShippingMethodDTO, "order_id">

/**
 * One shipping method per tax basis (all of an order usually share one), with everything the platform charged for shipping: with
 * its lines, and for the order as a whole.
 */
export function shippingOf(order: ChannelOrder, plan: Pick<ImportPlan, "shippingOptionId">): ShippingDraft[] {
  const byBasis = new Map<boolean, Charge[]>()
  for (const { charge, taxInclusive } of chargesOf(order)) {
    if (charge.kind !== "shipping") continue
    byBasis.set(taxInclusive, [...(byBasis.get(taxInclusive) ?? []), charge])
  }
  if (!byBasis.size) byBasis.set(false, [{ ...NO_CHARGE, kind: "shipping" }])
  return [...byBasis].map(([taxInclusive, charges]) => {
    const all: Charge = {
      kind: "shipping",
      amount: money.sum(...charges.map((charge) => charge.amount)),
      discount: money.sum(...charges.map((charge) => charge.discount)),
      tax: money.sum(...charges.map((charge) => charge.tax)),
    }
    const { rate, tax_lines, discounted } = pricing(all, taxInclusive)
    // Adjustments of shipping methods are always without tax in Medusa.
    const discount = taxInclusive
      ? money.divide(all.discount, money.sum("1", money.divide(rate, 100)))
      : all.discount
    return {
      name: order.shippingService ?? CHARGE_TITLES.shipping,
      amount: all.amount,
      is_tax_inclusive: taxInclusive,
      tax_lines,
      adjustments: discounted ? [{ ...DISCOUNT, amount: discount }] : [],
      ...(plan.shippingOptionId ? { shipping_option_id: plan.shippingOptionId } : {}),
    }
  })
}
