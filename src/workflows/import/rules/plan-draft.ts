import { money } from "../../../connector"
import type { ImportPlan, PlannedLine, StockNeed } from "./verdict"

/** A line of a draft order with what its variant takes of the stock. */
export type DraftLine = {
  id: string
  title: string
  quantity: number
  variantId: string | null
  manageInventory: boolean
  inventory: { inventoryItemId: string; sku: string | null; required: number }[]
  /** What the import wrote to it; nothing on lines that were added in Medusa. */
  origin: {
    line_reference?: unknown
    charge?: unknown
    quantity_shipped_at_platform?: unknown
    listings_ordered?: unknown
  }
}

export type DraftOrder = {
  regionId: string
  salesChannelId: string
  currency: string
  /** As Medusa adds it up now. */
  total: string
  edited: boolean
  locationId: string | null
  lines: DraftLine[]
  /** What the import wrote to the order. */
  origin: { total?: unknown; fulfilled_by?: unknown }
}

const amountOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined)

/** Pieces of the line that still have to be reserved: what the platform saw leave before is not here any more. */
function openUnits({ quantity, origin }: DraftLine): number {
  const ordered = Number(origin.listings_ordered ?? 0)
  const shipped = Number(origin.quantity_shipped_at_platform ?? 0)
  const left = ordered > 0 ? quantity - Math.round((shipped * quantity) / ordered) : quantity
  return Math.max(0, left)
}

function needsOf(line: DraftLine, fulfilledBy: ImportPlan["fulfilledBy"]): StockNeed[] {
  if (!line.variantId || !line.manageInventory) return []
  const units = fulfilledBy === "platform" ? line.quantity : openUnits(line)
  return line.inventory.map(({ inventoryItemId, sku, required }) => ({
    inventoryItemId,
    sku,
    quantity: units * required,
  }))
}

/**
 * What it takes to import a draft as it stands in Medusa. Its payment is what it comes to now, where somebody edited it; otherwise
 * what the buyer paid at the platform. Pure.
 */
export function planDraft(draft: DraftOrder): ImportPlan {
  const fulfilledBy = draft.origin.fulfilled_by === "platform" ? "platform" : "merchant"
  const goods = draft.lines.filter((line) => line.origin.charge === undefined && line.quantity > 0)
  return {
    fulfilledBy,
    regionId: draft.regionId,
    salesChannelId: draft.salesChannelId,
    locationId: draft.locationId,
    shippingOptionId: null,
    team: null,
    lines: goods.map((line): PlannedLine => ({
      reference: amountOf(line.origin.line_reference) ?? line.id,
      listingKey: line.id,
      title: line.title,
      variantId: line.variantId,
      product: null,
      createDraft: false,
      units: line.quantity,
      needs: needsOf(line, fulfilledBy),
      lineItemId: line.id,
    })),
    total: draft.edited ? money.sum(draft.total) : (amountOf(draft.origin.total) ?? money.sum(draft.total)),
    currency: draft.currency.toUpperCase(),
  }
}
