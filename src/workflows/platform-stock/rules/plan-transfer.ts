import type { RuleVariant } from "../../import/rules/context"
import type { Complaint } from "../../refusals/refusal"
import type { CountedListing } from "./count-items"

export type TransferLine = { listingKey: string; quantity: number }

/** Units of one inventory item that a line of a transfer takes from the warehouse. */
export type TransferPart = {
  listingKey: string
  variantId: string
  inventoryItemId: string
  sku: string
  /** Listings that are sent. */
  packages: number
  quantity: number
  /** Place of the line in the request. */
  line: number
}

type Code = "listing_unknown" | "listing_not_linked" | "listing_twice" | "stock_not_managed"

const complaint = (line: number, code: Code, listing: string): Complaint => ({
  field: `lines.${line}.listing_key`,
  code,
  details: code === "listing_unknown" || code === "listing_not_linked" ? { listing } : {},
})

/** What a transfer takes of which inventory item, or everything that is wrong with its lines. */
export function planTransfer(
  lines: TransferLine[],
  listings: CountedListing[],
  variants: ReadonlyMap<string, RuleVariant>,
): { parts: TransferPart[]; complaints: Complaint[] } {
  const known = new Map(listings.map((listing) => [listing.listingKey, listing]))
  const seen = new Set<string>()
  const parts: TransferPart[] = []
  const complaints: Complaint[] = []
  lines.forEach(({ listingKey, quantity }, line) => {
    const listing = known.get(listingKey)
    const variant = listing?.variantId ? variants.get(listing.variantId) : undefined
    const wrong: Code | undefined = seen.has(listingKey)
      ? "listing_twice"
      : !listing
        ? "listing_unknown"
        : !variant
          ? "listing_not_linked"
          : !variant.manageInventory || !variant.inventory.length
            ? "stock_not_managed"
            : undefined
    seen.add(listingKey)
    if (wrong || !listing || !variant) {
      complaints.push(complaint(line, wrong ?? "listing_not_linked", listingKey))
      return
    }
    for (const { inventoryItemId, sku, required } of variant.inventory) {
      parts.push({
        listingKey,
        variantId: variant.id,
        inventoryItemId,
        sku: sku ?? variant.sku ?? listingKey,
        packages: quantity,
        quantity: quantity * listing.unitsPerPackage * required,
        line,
      })
    }
  })
  return { parts, complaints }
}

/** The lines for which too little is there; lines of one item take from it one after the other. */
export function shortLines(parts: TransferPart[], available: ReadonlyMap<string, number>): Complaint[] {
  const left = new Map(available)
  return parts.flatMap((part) => {
    const there = left.get(part.inventoryItemId) ?? 0
    left.set(part.inventoryItemId, there - part.quantity)
    if (part.quantity <= there) return []
    return [
      {
        field: `lines.${part.line}.quantity`,
        code: "stock_too_small" as const,
        details: {
          sku: part.sku,
          available: String(Math.max(0, there)),
          needed: String(part.quantity),
        },
      },
    ]
  })
}

type Recorded = { listing_key: string; inventory_item_id: string; packages: number; quantity: number }

/** Whether a transfer that is recorded already is this one. */
export function isSameTransfer(recorded: Recorded[], parts: TransferPart[]): boolean {
  const told = (rows: { listing: string; item: string; packages: number; quantity: number }[]) =>
    rows.map((row) => JSON.stringify([row.listing, row.item, row.packages, row.quantity])).sort()
  const mine = told(parts.map((part) => ({ ...part, listing: part.listingKey, item: part.inventoryItemId })))
  const theirs = told(
    recorded.map((row) => ({ ...row, listing: row.listing_key, item: row.inventory_item_id })),
  )
  return mine.join() === theirs.join()
}
