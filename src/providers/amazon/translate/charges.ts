import { money, type Charge, type ChargeKind, type Decimal } from "../../../connector"
import type { WireItem } from "../wire"

/** What one item says about its money, sorted; nothing decided yet. */
export type ItemMoney = {
  /** Amount by kind as stated; `item` is always there and comes first. */
  amounts: Map<ChargeKind, Decimal>
  /** Without its sign: Amazon does not say which sign it uses. */
  discount: Decimal
  /** Parts of the discount that are stated for a kind, without sign. */
  discountByKind: Map<ChargeKind, Decimal>
  tax: Decimal
  taxByKind: Map<ChargeKind, Decimal>
  /** `proceedsTotal`; `null` where it is absent. */
  stated: Decimal | null
}

/** How to read an item's money. */
export type Reading = {
  /** True: amounts and discount contain their tax. */
  taxInclusive: boolean
  /** True: the amounts are before discount, as in the older API. False: the discount has been taken off them already. */
  beforeDiscount: boolean
}

const kinds: Record<string, ChargeKind> = {
  ITEM: "item",
  SHIPPING: "shipping",
  GIFT_WRAP: "gift_wrap",
  COD_FEE: "cod_fee",
  OTHER: "other",
}

/**
 * Sorts the breakdowns of an item (Orders API v2026-01-01 model, `ItemProceeds`). A breakdown of an unknown type is kept as
 * `other`. `null` without an `ITEM` breakdown: then nobody knows what the line costs.
 */
export function itemMoneyOf(item: WireItem): ItemMoney | null {
  const breakdowns = item.proceeds?.breakdowns ?? []
  if (!breakdowns.some(({ type }) => type === "ITEM")) return null
  const found: ItemMoney = {
    amounts: new Map([["item", money.ZERO]]),
    discount: money.ZERO,
    discountByKind: new Map(),
    tax: money.ZERO,
    taxByKind: new Map(),
    stated: item.proceeds?.proceedsTotal?.amount ?? null,
  }
  for (const { type, subtotal, detailedBreakdowns } of breakdowns) {
    if (type === "TAX" || type === "DISCOUNT") {
      const side = type === "TAX" ? "tax" : "discount"
      const byKind = type === "TAX" ? found.taxByKind : found.discountByKind
      found[side] = money.sum(found[side], subtotal.amount)
      for (const { subtype, value } of detailedBreakdowns ?? []) {
        if (subtype && value && kindOf(subtype) !== undefined) add(byKind, kinds[subtype], value.amount)
      }
    } else {
      add(found.amounts, kindOf(type) ?? "other", subtotal.amount)
    }
  }
  found.discount = money.absolute(found.discount)
  for (const [kind, amount] of found.discountByKind) found.discountByKind.set(kind, money.absolute(amount))
  return found
}

/** What the buyer pays for the item under a reading. */
export function totalOf(found: ItemMoney, reading: Reading): Decimal {
  const amounts = money.sum(...found.amounts.values())
  const paid = reading.beforeDiscount ? money.subtract(amounts, found.discount) : amounts
  return reading.taxInclusive ? paid : money.sum(paid, found.tax)
}

/** The charges of the item under a reading. Their discounts and taxes add up to the item's, to the last digit. */
export function chargesOf(found: ItemMoney, reading: Reading): Charge[] {
  const charges = [...found.amounts.keys()]
  const wanted = split(found.discount, found.discountByKind, charges)
  const discounts = reading.beforeDiscount ? spill(wanted, found.amounts) : wanted
  const taxes = split(found.tax, found.taxByKind, charges)
  return charges.map((kind) => {
    const stated = at(found.amounts, kind)
    const discount = at(discounts, kind)
    const amount = reading.beforeDiscount ? stated : money.sum(stated, discount)
    return { kind, amount, discount, tax: at(taxes, kind) }
  })
}

/**
 * Splits a total over the charges: each gets what is stated for it and the item gets the rest. Where more is stated for
 * the others than there is, they give it back, so that no part changes its sign.
 */
function split(
  total: Decimal,
  stated: Map<ChargeKind, Decimal>,
  charges: ChargeKind[],
): Map<ChargeKind, Decimal> {
  const parts = new Map<ChargeKind, Decimal>()
  let rest = total
  for (const kind of charges) {
    if (kind === "item") continue
    parts.set(kind, at(stated, kind))
    rest = money.subtract(rest, at(stated, kind))
  }
  for (const [kind, part] of parts) {
    if (money.compare(total, money.ZERO) < 0 || money.compare(rest, money.ZERO) >= 0) break
    const back = money.least(money.absolute(rest), atLeastZero(part))
    parts.set(kind, money.subtract(part, back))
    rest = money.sum(rest, back)
  }
  return parts.set("item", rest)
}

/** Moves what a discount exceeds its charge's amount by to the other charges; what fits nowhere stays with the item. */
function spill(
  wanted: Map<ChargeKind, Decimal>,
  amounts: Map<ChargeKind, Decimal>,
): Map<ChargeKind, Decimal> {
  const discounts = new Map<ChargeKind, Decimal>()
  let over = money.ZERO
  for (const [kind, discount] of wanted) {
    const fitting = money.least(discount, atLeastZero(at(amounts, kind)))
    discounts.set(kind, fitting)
    over = money.sum(over, money.subtract(discount, fitting))
  }
  for (const [kind, amount] of amounts) {
    if (money.isZero(over)) break
    const room = atLeastZero(money.subtract(amount, at(discounts, kind)))
    const moved = money.least(over, room)
    add(discounts, kind, moved)
    over = money.subtract(over, moved)
  }
  if (!money.isZero(over)) add(discounts, "item", over)
  return discounts
}

function kindOf(type: string): ChargeKind | undefined {
  return Object.hasOwn(kinds, type) ? kinds[type] : undefined
}

function at(parts: Map<ChargeKind, Decimal>, kind: ChargeKind): Decimal {
  return parts.get(kind) ?? money.ZERO
}

function add(parts: Map<ChargeKind, Decimal>, kind: ChargeKind, amount: Decimal): void {
  parts.set(kind, money.sum(at(parts, kind), amount))
}

function atLeastZero(amount: Decimal): Decimal {
  return money.compare(amount, money.ZERO) < 0 ? money.ZERO : amount
}
