import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { problem, type ChannelListing } from "../../connector"
import { JOB_WAIT_MS, openConnection } from "../account/open-connection"
import { afterMappingsChanged } from "../mapping/after-mappings-changed"
import { variantsBySku } from "../mapping/variants-by-sku"
import { LOST, type ReadingOutcome, type ReadingWork } from "../reading/outcome"
import { proposeMappings } from "./propose-mappings"

const AT_ONCE = 300

type Counts = { read: number; is_new: number; matched: number }

/** Stores some listings; those that their SKU maps are mapped at once, as order imports do. */
async function storeSome(
  container: MedusaContainer,
  { lease, reading, account }: ReadingWork,
  marketplaceId: string,
  listings: ChannelListing[],
  progress: string | null,
): Promise<Counts> {
  const { marketplace, row } = account
  const keys = listings.map(({ listingKey }) => listingKey)
  const bySku = await variantsBySku(container, listings)
  const decided = keys.length
    ? await marketplace.listProductMappings(
        { account_id: row.id, listing_key: keys, state: ["mapped", "ignored"] },
        { select: ["id", "listing_key"], take: keys.length },
      )
    : []
  const known = new Set(decided.map(({ listing_key }) => listing_key))
  const rows = listings.map((listing) => ({
    listing_key: listing.listingKey,
    sku: listing.sku,
    title: listing.title || listing.listingKey,
    fulfilled_by: listing.fulfilledBy,
    platform_product_id: listing.platformProductId,
    barcode: listing.barcode,
    quantity: listing.fulfilledBy === "platform" ? null : listing.quantity,
    active: listing.active,
    variant_id: bySku.get(listing.sku ?? "") ?? null,
  }))
  const matched = [
    ...new Set(
      rows.filter((one) => one.variant_id && !known.has(one.listing_key)).map((one) => one.listing_key),
    ),
  ]
  const { isNew, due } = await marketplace.storeListingPiece(lease, {
    accountId: row.id,
    marketplace: marketplaceId,
    at: reading.started_at,
    listings: rows,
    matched,
    progress,
  })
  await afterMappingsChanged(container, { accountId: row.id, listingKeys: matched, orderIds: due })
  return { read: listings.length, is_new: isNew, matched: matched.length }
}

/**
 * Reads the listings of a marketplace piece by piece, from where an earlier process came to. Where the platform still prepares
 * its answer the reading goes on later: no worker waits for it. What a full reading does not show is no longer for sale.
 */
export async function readListings(
  container: MedusaContainer,
  work: ReadingWork,
  marketplaceId: string,
): Promise<ReadingOutcome> {
  const { lease, reading, account } = work
  const { marketplace, row, connector } = account
  if (!connector.listings) return LOST
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const connection = openConnection(account, { maxWaitMs: JOB_WAIT_MS, logger })
  const counts: Counts = { read: 0, is_new: 0, matched: 0 }
  let progress = reading.progress ?? undefined
  for (;;) {
    if (!(await marketplace.renewLease("sync_cursor", lease))) return LOST
    const page = await connector.listings.read(connection, marketplaceId, progress)
    // How far the reading came is kept with the last of the piece only: until then a restart reads the piece again.
    for (let from = 0; from === 0 || from < page.listings.length; from += AT_ONCE) {
      const isLast = from + AT_ONCE >= page.listings.length
      const some = page.listings.slice(from, from + AT_ONCE)
      const reached = isLast ? (page.next ?? null) : (progress ?? null)
      const stored = await storeSome(container, work, marketplaceId, some, reached)
      counts.read += stored.read
      counts.is_new += stored.is_new
      counts.matched += stored.matched
    }
    if (page.waitSeconds !== undefined && page.next !== undefined) {
      return { as: "waits", until: new Date(Date.now() + page.waitSeconds * 1000) }
    }
    if (page.next === undefined) break
    progress = page.next
  }
  const { shown, before } = await marketplace.countListedIn(row.id, marketplaceId, reading.started_at)
  const proposed = await proposeMappings(container, row.id)
  if (shown === 0 && before > 0) {
    // Rather an outage than a shop that took everything down: nothing is told to be gone.
    const found = problem("listings_empty", { marketplace: marketplaceId })
    return { as: "done", position: null, counts: { ...counts, proposed }, changed: false, problem: found }
  }
  const vanished = await marketplace.forgetVanished({
    accountId: row.id,
    marketplace: marketplaceId,
    enabled: account.sites.filter(({ enabled }) => enabled).map(({ external_id }) => external_id),
    startedAt: reading.started_at,
  })
  return {
    as: "done",
    position: reading.started_at,
    counts: { read: shown, new: counts.is_new, matched: counts.matched, proposed, vanished },
    changed: counts.is_new + counts.matched + vanished > 0,
    problem: null,
  }
}
