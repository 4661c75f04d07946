import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"

const PAGE = 200
const HOUR_MS = 3_600_000
/** How far back a shipment without a dispatch is looked for. */
const FORGOTTEN_HOURS = 72
/** How far back a change is looked for whose event got lost. */
const CHANGED_HOURS = 6

/** The fulfilments that some labels belong to. */
export async function fulfillmentsOfLabels(
  container: MedusaContainer,
  labelIds: string[],
): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = (await query.graph({
    entity: "fulfillment",
    fields: ["id"],
    filters: { labels: { id: labelIds } },
  })) as { data: { id: string }[] }
  return data.map(({ id }) => id)
}

type RecentRow = {
  id: string
  updated_at: string | Date
  labels?: ({ updated_at: string | Date } | null)[]
  order?: { id: string } | null
}

function changedAt({ updated_at, labels }: RecentRow): number {
  const instants = [updated_at, ...(labels ?? []).flatMap((label) => label?.updated_at ?? [])]
  return Math.max(...instants.map((instant) => new Date(instant).getTime()))
}

/** Those of a page that are to be looked at: of imported orders, and without a dispatch or changed not long ago. */
async function worthALook(container: MedusaContainer, page: RecentRow[], now: Date): Promise<string[]> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const orderIds = [...new Set(page.flatMap(({ order }) => order?.id ?? []))]
  if (!orderIds.length) return []
  const imported = await marketplace.listMarketplaceOrders(
    { order_id: orderIds, state: "imported", fulfilled_by: "merchant" },
    { select: ["id", "order_id"], take: orderIds.length },
  )
  const ours = new Set(imported.map(({ order_id }) => order_id))
  const candidates = page.filter(({ order }) => order && ours.has(order.id))
  const rows = await marketplace.listMarketplaceDispatches(
    { fulfillment_id: candidates.map(({ id }) => id) },
    { select: ["id", "fulfillment_id"], take: null },
  )
  const known = new Set(rows.map(({ fulfillment_id }) => fulfillment_id))
  const since = now.getTime() - CHANGED_HOURS * HOUR_MS
  return candidates.filter((row) => !known.has(row.id) || changedAt(row) >= since).map(({ id }) => id)
}

/**
 * Fulfilments that were shipped in the last days and that nothing is owed for, and those that changed in the last hours: an event
 * is lost when a process dies, and labels that are removed have none.
 */
export async function forgottenFulfillments(container: MedusaContainer, now: Date): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const since = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
  const found: string[] = []
  for (let skip = 0; ; skip += PAGE) {
    const { data } = (await query.graph({
      entity: "fulfillment",
      fields: ["id", "updated_at", "labels.updated_at", "order.id"],
      filters: {
        $or: [
          { shipped_at: { $gte: since(FORGOTTEN_HOURS) } },
          { shipped_at: { $ne: null }, labels: { updated_at: { $gte: since(CHANGED_HOURS) } } },
        ],
      },
      pagination: { take: PAGE, skip, order: { id: "ASC" } },
    })) as { data: RecentRow[] }
    found.push(...(await worthALook(container, data, now)))
    if (data.length < PAGE) return found
  }
}
