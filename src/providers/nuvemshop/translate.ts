import { channelOrderSchema, contractBroken, type ChannelOrder, type ChannelOrderLine } from "../../connector"
import { utc, utcOfZoned, wireInstantSchema } from "./instants"
import { amountsOf } from "./translate/amounts"
import { packagesOf, sentByLine } from "./translate/packages"
import { peopleOf } from "./translate/people"
import { isPaid, standingOf } from "./translate/status"
import { fulfillmentOrdersOf, wireOrderSchema, type WireOrder } from "./translate/wire-order"
import { barcodeOf, listingKeyOf, parseWire, textOf } from "./wire"

/**
 * Translates one order of the API 2025-03, read with its fulfilment orders. Pure: the same answer gives the same order.
 * `storeId` is the store whose order it is: the one marketplace of its account.
 * @throws ConnectorError `contract_broken` with the path of what is missing or not as documented.
 */
export function translateOrder(raw: unknown, storeId: string): ChannelOrder {
  const order = parseWire(wireOrderSchema, raw, "order")
  const { lines: lineAmounts, ...amounts } = amountsOf(order)
  const translated: ChannelOrder = {
    reference: order.id,
    number: order.number ?? null,
    marketplace: storeId,
    placedAt: utc(order.created_at),
    updatedAt: utc(order.updated_at),
    paidAt: paidAtOf(order),
    ...standingOf(order),
    fulfilledBy: "merchant",
    outOfScope: null,
    ...amounts,
    lines: linesOf(order).map((line, index) => ({ ...line, ...lineAmounts[index] })),
    // How much of it was given back in part the order does not tell.
    ...(order.payment_status === "refunded" ? { refundedTotal: order.total } : {}),
    taxCollectedByPlatform: false,
    ...peopleOf(order),
    shipBy: null,
    deliverBy: deliverByOf(order),
    paymentMethod:
      textOf(order.payment_details?.method) ?? textOf(order.gateway_name) ?? textOf(order.gateway),
    installments: installmentsOf(order),
    packages: packagesOf(order),
    replaces: null,
    assumptions: [],
    raw,
  }
  return parseWire(channelOrderSchema, translated, "translated order")
}

type PlainLine = Omit<ChannelOrderLine, "unitPrice" | "taxInclusive" | "charges" | "total">

/** Lines by their own id: one variant may stand on several. */
function linesOf(order: WireOrder): PlainLine[] {
  const sent = sentByLine(order)
  const { status } = standingOf(order)
  const seen = new Set<string>()
  return order.products.map((product, index) => {
    const { id: reference, product_id, variant_id, quantity } = product
    if (seen.has(reference)) {
      throw contractBroken(`products.${index}.id`, "Two lines of the order have the same id")
    }
    seen.add(reference)
    const sku = textOf(product.sku)
    const variant = product_id && variant_id ? listingKeyOf(product_id, variant_id) : null
    const listingKey = variant ?? sku ?? `line-${reference}`
    return {
      reference,
      listingKey,
      sku,
      barcode: barcodeOf(product.barcode),
      platformProductId: product_id ?? null,
      title: textOf(product.name) ?? sku ?? listingKey,
      quantity,
      quantityShipped: Math.min(
        quantity,
        sent.get(reference) ?? (isSentUnseen(order, status) ? quantity : 0),
      ),
    }
  })
}

/** Sent by its own word, without fulfilment orders that would say what of it. */
function isSentUnseen(order: WireOrder, status: ChannelOrder["status"]): boolean {
  return status === "shipped" && fulfillmentOrdersOf(order) === null
}

/** Payments that the platform confirmed without an instant count from the end of the checkout, else from the order itself. */
function paidAtOf(order: WireOrder): string | null {
  if (order.paid_at && order.payment_status !== "abandoned") return utc(order.paid_at)
  if (!isPaid(order)) return null
  return (order.completed_at && utcOfZoned(order.completed_at)) ?? utc(order.created_at)
}

function installmentsOf(order: WireOrder): number | null {
  const count = Number(order.payment_details?.installments ?? "")
  return Number.isInteger(count) && count > 0 ? count : null
}

/** The latest day that the platform promised the buyer. */
function deliverByOf(order: WireOrder): string | null {
  const days = (fulfillmentOrdersOf(order) ?? []).flatMap(({ shipping }) => {
    const day = wireInstantSchema.safeParse(shipping?.max_delivery_date)
    return day.success ? [utc(day.data)] : []
  })
  return days.sort().at(-1) ?? null
}
