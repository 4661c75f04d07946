import { money, type Charge, type ChargeKind } from "../../../connector"
import { taxableOf } from "./order-totals"

export const CHARGE_TITLES: Record<ChargeKind, string> = {
  item: "",
  shipping: "Shipping",
  gift_wrap: "Gift wrap",
  cod_fee: "Cash on delivery fee",
  delivery_tip: "Delivery tip",
  other: "Other charge",
}

export const NO_CHARGE: Charge = { kind: "item", amount: money.ZERO, discount: money.ZERO, tax: money.ZERO }

export const DISCOUNT = { code: "platform-discount", description: "Discount given at the platform" }

/** What a charge costs in Medusa's terms, where tax is a rate on what is left after discounts. */
export function pricing(charge: Charge, taxInclusive: boolean) {
  const taxable = taxableOf(charge, taxInclusive)
  const taxed = !money.isZero(charge.tax)
  const rate = taxed ? money.divide(money.multiply(charge.tax, 100), taxable) : money.ZERO
  return {
    rate,
    tax_lines: taxed ? [{ code: "platform", description: "Tax as stated by the platform", rate }] : [],
    discounted: !money.isZero(charge.discount),
  }
}
