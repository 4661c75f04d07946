import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, OrderChangeStatus } from "@medusajs/framework/utils"
import type { Problem } from "../../connector"
import type { EditedDraft } from "../../modules/marketplace/store/review"
import type { StoredAccount } from "../account/load-account"
import { loadLocations } from "./load-context"
import type { KnownDraft } from "./rules/context"
import { planDraft, type DraftLine, type DraftOrder } from "./rules/plan-draft"

type LineRow = {
  id: string
  title: string
  product_title: string | null
  variant_id: string | null
  detail?: { quantity: unknown } | null
  metadata: { marketplace?: DraftLine["origin"] } | null
  variant?: {
    sku: string | null
    manage_inventory: boolean
    inventory_items?: ({
      inventory_item_id: string
      required_quantity: number
      inventory?: { sku: string | null } | null
    } | null)[]
  } | null
}

type DraftRow = {
  id: string
  version: number
  is_draft_order: boolean
  canceled_at: string | null
  currency_code: string
  region_id: string | null
  sales_channel_id: string | null
  total: unknown
  raw_total?: { value: string } | null
  metadata: { marketplace?: DraftOrder["origin"] & { marketplace?: unknown } } | null
  items?: (LineRow | null)[]
}

const FIELDS = [
  "id",
  "version",
  "is_draft_order",
  "canceled_at",
  "currency_code",
  "region_id",
  "sales_channel_id",
  "total",
  "raw_total",
  "metadata",
  "items.id",
  "items.title",
  "items.product_title",
  "items.variant_id",
  "items.detail.quantity",
  "items.metadata",
  "items.variant.sku",
  "items.variant.manage_inventory",
  "items.variant.inventory_items.inventory_item_id",
  "items.variant.inventory_items.required_quantity",
  "items.variant.inventory_items.inventory.sku",
]

/** Which of some Medusa orders somebody edited, by whom where Medusa tells it: it keeps a record of each change of an order. */
export async function findEdits(container: MedusaContainer, orderIds: string[]): Promise<EditedDraft[]> {
  if (!orderIds.length) return []
  const changes = await container
    .resolve(Modules.ORDER)
    .listOrderChanges(
      { order_id: orderIds, status: OrderChangeStatus.CONFIRMED },
      { select: ["id", "order_id", "confirmed_by"], order: { created_at: "ASC" } },
    )
  return [
    ...new Map(
      changes.map(({ order_id, confirmed_by }) => [
        order_id,
        { orderId: order_id, personId: confirmed_by ?? null },
      ]),
    ).values(),
  ]
}

function draftLine(row: LineRow): DraftLine {
  return {
    id: row.id,
    title: row.product_title ?? row.title,
    quantity: Number(row.detail?.quantity ?? 0),
    variantId: row.variant_id,
    manageInventory: row.variant?.manage_inventory ?? false,
    inventory: (row.variant?.inventory_items ?? []).flatMap((item) =>
      item
        ? [
            {
              inventoryItemId: item.inventory_item_id,
              sku: item.inventory?.sku ?? row.variant?.sku ?? null,
              required: item.required_quantity,
            },
          ]
        : [],
    ),
    origin: row.metadata?.marketplace ?? {},
  }
}

type ReviewRow = {
  id: string
  reference: string
  state: string
  order_id: string | null
  digest: string
  decided_digest: string | null
  /** Of the database: problems, if any. */
  problems: object | null
}

/** True where a person wants the draft made anew, whatever was done to it. */
const isDiscarded = (row: ReviewRow): boolean => row.decided_digest === null

/**
 * The drafts of orders in review as they stand in Medusa, by inbox row, by three queries whatever their number. What a person
 * wants made anew counts as never edited.
 */
export async function loadDrafts(
  container: MedusaContainer,
  { settings, sites }: Pick<StoredAccount, "sites" | "settings">,
  rows: ReviewRow[],
): Promise<{ drafts: Map<string, KnownDraft>; edits: EditedDraft[] }> {
  const reviewed = rows.filter(({ state, order_id }) => state === "review" && order_id)
  const orderIds = reviewed.flatMap(({ order_id }) => order_id ?? [])
  if (!orderIds.length) return { drafts: new Map(), edits: [] }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [{ data }, edits, locations] = await Promise.all([
    query.graph({ entity: "order", fields: FIELDS, filters: { id: orderIds } }),
    findEdits(container, orderIds),
    loadLocations(container),
  ])
  const edited = new Set(edits.map(({ orderId }) => orderId))
  const byId = new Map((data as DraftRow[]).map((order) => [order.id, order]))

  const locationOf = (order: DraftRow): string | null => {
    const origin = order.metadata?.marketplace
    const site = sites.find(({ external_id }) => external_id === origin?.marketplace)
    return origin?.fulfilled_by === "platform"
      ? (site?.platform_location_id ?? settings.platform_location_id)
      : (site?.stock_location_id ??
          settings.stock_location_id ??
          locations.get(order.sales_channel_id ?? "") ??
          null)
  }
  const drafts = new Map(
    reviewed.flatMap((row) => {
      const order = byId.get(row.order_id ?? "")
      if (!order) return []
      const isEdited = edited.has(order.id) && !(isDiscarded(row) && order.is_draft_order)
      const known: KnownDraft = {
        reference: row.reference,
        version: order.version,
        edited: isEdited,
        converted: !order.is_draft_order && !order.canceled_at,
        changedWhileEdited: ((row.problems ?? []) as Problem[]).some(
          ({ code }) => code === "changed_while_edited",
        ),
        plan: planDraft({
          regionId: order.region_id ?? "",
          salesChannelId: order.sales_channel_id ?? "",
          currency: order.currency_code,
          total: order.raw_total?.value ?? String(order.total),
          edited: isEdited,
          locationId: locationOf(order),
          lines: (order.items ?? []).flatMap((line) => (line ? [draftLine(line)] : [])),
          origin: order.metadata?.marketplace ?? {},
        }),
      }
      return [[row.id, known] as const]
    }),
  )
  const counted = new Set(reviewed.flatMap((row) => (drafts.get(row.id)?.edited ? (row.order_id ?? "") : [])))
  return { drafts, edits: edits.filter(({ orderId }) => counted.has(orderId)) }
}
