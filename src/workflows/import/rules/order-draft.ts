import type { CreateOrderLineItemDTO } from "@medusajs/framework/types"
import {
  money,
  type ChannelOrder,
  type ChannelOrderLine,
  type Charge,
  type ChargeKind,
  type Decimal,
} from "../../../connector"
import { addressDraft, type AddressDraft } from "./address-draft"
import { CHARGE_TITLES, DISCOUNT, NO_CHARGE, pricing } from "./charge-draft"
import { fingerprintOf } from "./order-totals"
import { shippingOf, type ShippingDraft } from "./shipping-draft"
import { stableId } from "./stable-id"
import type { ImportPlan, PlannedLine } from "./verdict"

export type LineDraft = CreateOrderLineItemDTO & { id: string }

/** Input of the order module, with the ids and the display id that its published type does not name. */
export type OrderDraft = {
  id: string
  custom_display_id: string
  /** The day of the sale: Medusa sorts, filters, shows and exports orders by it. */
  created_at: Date
  status: "pending" | "draft"
  is_draft_order: boolean
  region_id: string
  sales_channel_id: string
  customer_id?: string
  email?: string
  currency_code: string
  no_notification: true
  shipping_address?: AddressDraft
  billing_address?: AddressDraft
  items: LineDraft[]
  shipping_methods: ShippingDraft[]
  transactions: { amount: Decimal; currency_code: string; reference: string; reference_id: string }[]
  metadata: Record<string, unknown>
}

/** Names the order module's records by what they came from. */
export const TRANSACTION_REFERENCE = "marketplace_payment"

/** The id of the Medusa line that a charge of a platform line becomes. */
export const lineId = (orderId: string, lineReference: string, kind: ChargeKind): string =>
  stableId("ordli", orderId, lineReference, kind)

const ROUNDING = { code: "unit-price-rounding", description: "Rounding of the price of one unit" }
/** Medusa takes amounts up to 0.0001 for nothing, so that a rounding must be written with fewer places than four. */
const ROUNDING_PLACES = 3
const EXACT_PLACES = 10

/**
 * The price of one unit, and what its rounding adds to the line. 10.00 for three is 3.333... without end, and any end given
 * to it would make the line miss the platform's amount; so the unit is rounded up and the difference taken off again.
 */
export function unitPriceOf(amount: Decimal, units: number): { unitPrice: Decimal; rounding: Decimal } {
  const exact = money.divide(amount, units)
  if (money.decimalPlaces(exact) <= EXACT_PLACES) return { unitPrice: exact, rounding: money.ZERO }
  const unitPrice = money.roundUp(exact, ROUNDING_PLACES)
  return { unitPrice, rounding: money.subtract(money.multiply(unitPrice, units), amount) }
}

function lineDraft(input: {
  id: string
  title: string
  charge: Charge
  taxInclusive: boolean
  units: number
  extra: Partial<CreateOrderLineItemDTO>
  metadata: Record<string, unknown>
}): LineDraft {
  const { tax_lines, discounted } = pricing(input.charge, input.taxInclusive)
  const { unitPrice, rounding } = unitPriceOf(input.charge.amount, input.units)
  return {
    id: input.id,
    title: input.title,
    quantity: input.units,
    unit_price: unitPrice,
    is_tax_inclusive: input.taxInclusive,
    is_discountable: false,
    tax_lines,
    adjustments: [
      ...(discounted ? [{ ...DISCOUNT, amount: input.charge.discount }] : []),
      ...(money.isZero(rounding) ? [] : [{ ...ROUNDING, amount: rounding }]),
    ].map((adjustment) => ({ ...adjustment, is_tax_inclusive: input.taxInclusive })),
    ...input.extra,
    metadata: { marketplace: input.metadata },
  }
}

function linesOf(
  order: ChannelOrder,
  line: ChannelOrderLine,
  planned: PlannedLine,
  orderId: string,
): LineDraft[] {
  const charges = line.charges ?? []
  const goods = lineDraft({
    id: lineId(orderId, line.reference, "item"),
    title: line.title,
    charge: charges.find((charge) => charge.kind === "item") ?? NO_CHARGE,
    taxInclusive: line.taxInclusive,
    units: planned.units,
    extra: {
      ...(planned.variantId ? { variant_id: planned.variantId } : {}),
      ...(line.sku ? { variant_sku: line.sku } : {}),
      ...planned.product,
      requires_shipping: true,
    },
    metadata: {
      line_reference: line.reference,
      listing_key: line.listingKey,
      platform_product_id: line.platformProductId,
      listings_ordered: line.quantity,
      units_ordered: planned.units,
      quantity_shipped_at_platform: line.quantityShipped,
    },
  })
  const extras = charges
    .filter((charge) => charge.kind !== "item" && charge.kind !== "shipping")
    .map((charge) =>
      lineDraft({
        id: lineId(orderId, line.reference, charge.kind),
        title: `${CHARGE_TITLES[charge.kind]}: ${line.title}`,
        charge,
        taxInclusive: line.taxInclusive,
        units: 1,
        extra: { requires_shipping: false },
        metadata: { line_reference: line.reference, charge: charge.kind },
      }),
    )
  return [goods, ...extras]
}

/**
 * The Medusa order that a planned order becomes: the platform's amounts, to the cent, and nothing recomputed.
 */
export function orderDraft(input: {
  order: ChannelOrder
  plan: ImportPlan
  orderId: string
  displayId: string
  accountId: string
  providerId: string
  marketplaceOrderId: string
  customerId?: string
  /** Admin user who counts as the salesperson of the account's orders. */
  salespersonId?: string | null
  draft: boolean
}): OrderDraft {
  const { order, plan, orderId, draft } = input
  const currency = plan.currency.toLowerCase()
  const planned = new Map(plan.lines.map((line) => [line.reference, line]))
  const goods = order.lines.flatMap((line) => {
    const its = planned.get(line.reference)
    return its ? linesOf(order, line, its, orderId) : []
  })
  const adjustments = order.adjustments.flatMap((charge, index) =>
    charge.kind === "shipping"
      ? []
      : lineDraft({
          id: lineId(orderId, `order-${index}`, charge.kind),
          title: charge.title || CHARGE_TITLES[charge.kind],
          charge,
          taxInclusive: charge.taxInclusive,
          units: 1,
          extra: { requires_shipping: false },
          metadata: { charge: charge.kind },
        }),
  )
  const shippingAddress = addressDraft(order.shippingAddress, order.buyer)
  const billingAddress = addressDraft(order.billingAddress ?? order.shippingAddress, order.buyer)
  return {
    id: orderId,
    custom_display_id: input.displayId,
    created_at: new Date(order.placedAt),
    status: draft ? "draft" : "pending",
    is_draft_order: draft,
    region_id: plan.regionId,
    sales_channel_id: plan.salesChannelId,
    ...(input.customerId ? { customer_id: input.customerId } : {}),
    ...(order.buyer?.email ? { email: order.buyer.email } : {}),
    currency_code: currency,
    no_notification: true,
    ...(shippingAddress ? { shipping_address: shippingAddress } : {}),
    ...(billingAddress ? { billing_address: billingAddress } : {}),
    items: [...goods, ...adjustments],
    shipping_methods: shippingOf(order, plan),
    transactions: draft || money.isZero(plan.total) ? [] : [paymentOf(plan, input.displayId)],
    metadata: {
      marketplace: {
        provider: input.providerId,
        account_id: input.accountId,
        marketplace_order_id: input.marketplaceOrderId,
        reference: order.reference,
        number: order.number ?? null,
        marketplace: order.marketplace,
        fulfilled_by: order.fulfilledBy,
        placed_at: order.placedAt,
        ship_by: order.shipBy,
        total: plan.total,
        tax_collected_by_platform: order.taxCollectedByPlatform,
        payment_method: order.paymentMethod,
        installments: order.installments ?? null,
        salesperson_id: input.salespersonId ?? null,
        replaces: order.replaces,
        team: plan.team,
        fingerprint: fingerprintOf(order),
      },
    },
  }
}

/** The platform has the money: the order counts as paid for its whole total. */
export function paymentOf(plan: Pick<ImportPlan, "total" | "currency">, displayId: string) {
  return {
    amount: plan.total,
    currency_code: plan.currency.toLowerCase(),
    reference: TRANSACTION_REFERENCE,
    reference_id: displayId,
  }
}
