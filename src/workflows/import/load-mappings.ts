import type { MedusaContainer } from "@medusajs/framework/types"
import type { ChannelOrder, ChannelOrderLine } from "../../connector"
import type { NotedListing } from "../../modules/marketplace/store/mappings"
import type { LoadedAccount } from "../account/load-account"
import { matchingCandidates } from "../mapping/matching-candidates"
import { variantMatcher, type VariantMatch } from "../mapping/rules/match-variant"
import { loadVariants } from "./load-variants"
import type { RuleMapping, RuleVariant } from "./rules/context"

type OpenLine = ChannelOrderLine & { fulfilledBy: ChannelOrder["fulfilledBy"] }
type Match = { variantId: string; by: "sku" | "barcode" | "title" } | { several: number }

const describe = ({ barcode, title }: OpenLine) => ({ barcode: barcode ?? null, title })

/** What lines are by their barcodes and descriptions, where the account goes by them and their SKU says nothing. */
async function matchedByDescription(
  container: MedusaContainer,
  { settings }: LoadedAccount,
  lines: OpenLine[],
): Promise<(line: OpenLine) => VariantMatch | undefined> {
  if (settings.product_match === "sku" || !lines.length) return () => undefined
  const match = variantMatcher(await matchingCandidates(container, lines.map(describe)))
  return (line) => match(describe(line))
}

/**
 * What the listings of some orders are: the stored mappings; else the variant that carries exactly their SKU; else, where the
 * account wants it, the only one with their barcode or their description. With it, what is to be noted of the listings.
 */
export async function loadMappings(
  container: MedusaContainer,
  account: LoadedAccount,
  orders: ChannelOrder[],
): Promise<{ mappings: Map<string, RuleMapping>; variants: RuleVariant[]; noted: NotedListing[] }> {
  const lines = orders.flatMap((order): OpenLine[] =>
    order.lines.map((line) => ({ ...line, fulfilledBy: order.fulfilledBy })),
  )
  const keys = [...new Set(lines.map((line) => line.listingKey))]
  const rows = keys.length
    ? await account.marketplace.listProductMappings(
        { account_id: account.row.id, listing_key: keys },
        { take: keys.length },
      )
    : []
  const known = new Map(rows.map((row) => [row.listing_key, row]))
  const open = lines.filter((line) => (known.get(line.listingKey)?.state ?? "unmapped") === "unmapped")
  const variants = await loadVariants(container, {
    id: [...new Set(rows.flatMap((row) => row.variant_id ?? []))],
    sku: [...new Set(open.flatMap((line) => line.sku ?? []))],
  })

  const bySku = new Map(
    variants.flatMap((variant) => (variant.sku ? [[variant.sku, variant.id] as const] : [])),
  )
  const skuOf = (line: OpenLine): string | undefined => bySku.get(line.sku ?? "")
  const describedAs = await matchedByDescription(
    container,
    account,
    open.filter((line) => !skuOf(line)),
  )
  const matchOf = (line: OpenLine): Match | undefined => {
    const variantId = skuOf(line)
    return variantId ? { variantId, by: "sku" } : describedAs(line)
  }

  const mappings = new Map<string, RuleMapping>(
    rows.map((row) => [
      row.listing_key,
      { variantId: row.variant_id, units: row.units_per_package, state: row.state },
    ]),
  )
  const noted: NotedListing[] = []
  for (const line of open) {
    const match = matchOf(line)
    const found = match && "variantId" in match ? match : undefined
    if (found) mappings.set(line.listingKey, { variantId: found.variantId, units: 1, state: "mapped" })
    else if (match && "several" in match) {
      mappings.set(line.listingKey, { variantId: null, units: 1, state: "unmapped", several: match.several })
    }
    if (!found && known.has(line.listingKey)) continue
    noted.push({
      listing_key: line.listingKey,
      sku: line.sku,
      barcode: line.barcode ?? null,
      title: line.title,
      fulfilled_by: line.fulfilledBy,
      variant_id: found?.variantId ?? null,
      matched_by: found?.by ?? null,
    })
  }
  const loaded = new Set(variants.map(({ id }) => id))
  const missing = noted.flatMap(({ variant_id }) => (variant_id && !loaded.has(variant_id) ? variant_id : []))
  const described = await loadVariants(container, { id: [...new Set(missing)] })
  return { mappings, variants: [...variants, ...described], noted }
}
