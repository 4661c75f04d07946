import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { CarrierSource } from "./rules/carriers"
import { trackingUrlsOf } from "./rules/labels"

/** A line of a Medusa order, with what the import wrote to it. */
export type OrderedLine = {
  id: string
  title: string
  sku: string | null
  quantity: number
  /** The platform's reference; null for what is no goods of the platform: fees, and lines that were added here. */
  reference: string | null
  listingsOrdered: number
  shippedBefore: number
  /** Pieces of each inventory item in one piece of the variant. */
  required: Map<string, number>
}

/** A fulfilment that was shipped, as it stands in Medusa now. */
export type LoadedFulfillment = {
  id: string
  orderId: string
  shippedAt: Date
  canceled: boolean
  source: CarrierSource
  trackingNumbers: (string | null)[]
  /** Where buyers follow a package, by its tracking number. */
  trackingUrls: ReadonlyMap<string, string>
  items: { lineItemId: string; inventoryItemId: string | null; quantity: number }[]
  lines: Map<string, OrderedLine>
}

type LabelRow = {
  id: string
  tracking_number: string | null
  tracking_url: string | null
  created_at: string | Date
}

type FulfillmentRow = {
  id: string
  shipped_at: string | Date | null
  canceled_at: string | Date | null
  provider_id: string | null
  shipping_option_id: string | null
  metadata: Record<string, unknown> | null
  labels?: (LabelRow | null)[]
  items?: ({ line_item_id: string | null; inventory_item_id: string | null; quantity: unknown } | null)[]
  order?: { id: string } | null
}

type LineRow = {
  id: string
  title: string
  variant_sku: string | null
  /** The quantity of an order's line is on its detail. */
  detail?: { quantity: unknown } | null
  metadata: { marketplace?: Record<string, unknown> } | null
  variant?: { inventory_items?: ({ inventory_item_id: string; required_quantity: number } | null)[] } | null
}

const FULFILLMENT_FIELDS = [
  "id",
  "shipped_at",
  "canceled_at",
  "provider_id",
  "shipping_option_id",
  "metadata",
  "labels.id",
  "labels.tracking_number",
  "labels.tracking_url",
  "labels.created_at",
  "items.line_item_id",
  "items.inventory_item_id",
  "items.quantity",
  "order.id",
]

const ORDER_FIELDS = [
  "id",
  "items.id",
  "items.title",
  "items.variant_sku",
  "items.detail.quantity",
  "items.metadata",
  "items.variant.inventory_items.inventory_item_id",
  "items.variant.inventory_items.required_quantity",
]

const textOf = (value: unknown): string | null => (typeof value === "string" && value.trim() ? value : null)

function orderedLine({ id, title, variant_sku, detail, metadata, variant }: LineRow): OrderedLine {
  const origin = metadata?.marketplace ?? {}
  const goods = origin.charge === undefined && origin.listings_ordered !== undefined
  return {
    id,
    title,
    sku: variant_sku,
    // As it was imported: a person may have changed it in the draft, and a package holds as many pieces as ever.
    quantity: Number(origin.units_ordered ?? detail?.quantity ?? 0),
    reference: goods ? textOf(origin.line_reference) : null,
    listingsOrdered: Number(origin.listings_ordered ?? 0),
    shippedBefore: Number(origin.quantity_shipped_at_platform ?? 0),
    required: new Map(
      (variant?.inventory_items ?? []).flatMap((item) =>
        item ? [[item.inventory_item_id, item.required_quantity] as const] : [],
      ),
    ),
  }
}

const present = <Value>(value: Value | null | undefined): Value[] => (value ? [value] : [])

function loaded(row: FulfillmentRow, lines: Map<string, Map<string, OrderedLine>>): LoadedFulfillment[] {
  const orderId = row.order?.id
  const ofOrder = orderId ? lines.get(orderId) : undefined
  if (!orderId || !ofOrder || !row.shipped_at) return []
  const labels = (row.labels ?? []).flatMap(present)
  labels.sort(
    (left, right) =>
      Number(new Date(left.created_at)) - Number(new Date(right.created_at)) || (left.id < right.id ? -1 : 1),
  )
  // In one order, whatever the database gives first: otherwise the same shipment would seem to have changed.
  const items = (row.items ?? []).flatMap(present)
  items.sort((left, right) => ((left.line_item_id ?? "") < (right.line_item_id ?? "") ? -1 : 1))
  return [
    {
      id: row.id,
      orderId,
      shippedAt: new Date(row.shipped_at),
      canceled: row.canceled_at !== null,
      source: {
        named: textOf(row.metadata?.carrier),
        carrierName: textOf(row.metadata?.carrier_name),
        shippingOptionId: row.shipping_option_id,
        providerId: row.provider_id,
      },
      trackingNumbers: labels.map(({ tracking_number }) => tracking_number),
      trackingUrls: trackingUrlsOf(labels),
      items: items.flatMap((item) =>
        item.line_item_id
          ? [
              {
                lineItemId: item.line_item_id,
                inventoryItemId: item.inventory_item_id,
                quantity: Number(item.quantity),
              },
            ]
          : [],
      ),
      lines: ofOrder,
    },
  ]
}

/** Shipped fulfilments with the lines of their orders, by two queries whatever their number. Those not shipped are left out. */
export async function loadFulfillments(
  container: MedusaContainer,
  fulfillmentIds: string[],
): Promise<LoadedFulfillment[]> {
  if (!fulfillmentIds.length) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: rows } = (await query.graph({
    entity: "fulfillment",
    fields: FULFILLMENT_FIELDS,
    filters: { id: fulfillmentIds },
  })) as { data: FulfillmentRow[] }
  const shipped = rows.filter(({ shipped_at }) => shipped_at)
  const orderIds = [...new Set(shipped.flatMap(({ order }) => present(order?.id)))]
  if (!orderIds.length) return []
  const { data: orders } = (await query.graph({
    entity: "order",
    fields: ORDER_FIELDS,
    filters: { id: orderIds },
  })) as { data: { id: string; items?: (LineRow | null)[] }[] }
  const lines = new Map(
    orders.map(({ id, items }) => [
      id,
      new Map((items ?? []).flatMap(present).map((line) => [line.id, orderedLine(line)] as const)),
    ]),
  )
  return shipped.flatMap((row) => loaded(row, lines))
}
