import { z } from "@medusajs/framework/zod"
import {
  contractBroken,
  isKey,
  pageExpired,
  problem,
  rejected,
  type ChannelListing,
  type Connection,
  type ConnectorError,
  type ListingPage,
  type ListingSource,
} from "../../connector"
import { listingColumns, type ListingColumn } from "./listing-columns"
import type { Reports } from "./reports/reports"
import { rowsOf, type TableRow } from "./reports/table"
import { textOf } from "./wire"

const REPORT_TYPE = "GET_MERCHANT_LISTINGS_ALL_DATA"

/** Reports take a minute to an hour; one that takes longer than this is asked for anew. */
const GIVE_UP_MS = 12 * 3_600_000
const SHORTEST_WAIT_SECONDS = 15
const LONGEST_WAIT_SECONDS = 300

/** What has to be known to go on: handed out as text, and nothing else is kept. */
const progressSchema = z.strictObject({
  report: z.string().min(1).max(200),
  requested_at: z.iso.datetime(),
})
type Progress = z.infer<typeof progressSchema>

/** Listings by the report "All Listings", one for each marketplace (platform page "Inventory report type values"). */
export class AmazonListings implements ListingSource {
  /** Amazon cancels a report that is asked for again too soon, and a catalog does not change by the minute. */
  readonly minimumHours = 4

  constructor(
    private readonly reports: Reports,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Asks for the report, then for how far it is, then gives all listings of it in one piece.
   *
   * A report that Amazon cancels is an empty list: by its model "no data to return", since nobody here cancels one. It does so as
   * well when it was asked again too soon: where there were listings before, none of them is taken for gone by an empty list.
   * @throws ConnectorError `page_expired` when the report is gone or takes too long, `rejected` (begin again at the next turn),
   * and as the port says.
   */
  async read(connection: Connection, marketplace: string, progress?: string): Promise<ListingPage> {
    if (progress === undefined) {
      const report = await this.reports.create(connection, REPORT_TYPE, marketplace)
      return this.wait({ report, requested_at: new Date(this.now()).toISOString() })
    }
    const known = progressOf(progress)
    const report = await this.reports.stateOf(connection, known.report)
    if (report.state === "working") return this.wait(known)
    if (report.state === "done") {
      const text = this.reports.textOf(connection, report.documentId)
      return { listings: await listingsOf(connection, marketplace, text) }
    }
    if (report.state === "canceled") return { listings: [] }
    throw notMade("Amazon could not make the report of the listings")
  }

  /** The longer a report takes, the less often it is asked about. */
  private wait(known: Progress): ListingPage {
    const waited = this.now() - Date.parse(known.requested_at)
    if (waited > GIVE_UP_MS) throw pageExpired("getReport: the report takes too long")
    const waitSeconds = Math.round(waited / 4_000)
    return {
      listings: [],
      next: JSON.stringify(known),
      waitSeconds: Math.min(Math.max(waitSeconds, SHORTEST_WAIT_SECONDS), LONGEST_WAIT_SECONDS),
    }
  }
}

/** The listings of a report's text. Rows that cannot be read are left out and counted, so that one does not hide the others. */
async function listingsOf(
  connection: Connection,
  marketplace: string,
  text: AsyncIterable<string>,
): Promise<ChannelListing[]> {
  const listings = new Map<string, ChannelListing>()
  let unreadable = 0
  for await (const row of rowsOf(text, listingColumns)) {
    const listing = listingOf(row)
    if (!listing) {
      unreadable += 1
      continue
    }
    // A key names one listing: where a report has it twice, the one that is for sale counts.
    const known = listings.get(listing.listingKey)
    if (!known || (!known.active && listing.active)) listings.set(listing.listingKey, listing)
  }
  if (unreadable > 0) {
    // Something is different from what we know when nothing at all can be read.
    if (listings.size === 0) throw contractBroken("rows", "report: no row of the listings can be read")
    connection.logger.warn(
      `Listings of ${marketplace}: ${unreadable} rows of the report could not be read and were left out`,
    )
  }
  return [...listings.values()]
}

/** One row, or undefined when nobody can tell what it is or who ships it: guessing would send stock to Amazon's own offers. */
export function listingOf(row: TableRow<ListingColumn>): ChannelListing | undefined {
  const sku = textOf(row["seller-sku"])
  const idType = row["product-id-type"]
  const asin = textOf(row.asin1) ?? (idType === "1" ? textOf(row["product-id"]) : null)
  const listingKey = sku ?? asin
  const fulfilledBy = fulfilledByOf(row["fulfillment-channel"])
  if (listingKey === null || !isReadableKey(listingKey) || !fulfilledBy) return undefined
  return {
    listingKey,
    sku,
    platformProductId: asin,
    title: textOf(row["item-name"]) ?? listingKey,
    barcode: barcodeTypes.has(idType) ? digitsOf(row["product-id"]) : null,
    fulfilledBy,
    quantity: fulfilledBy === "merchant" ? quantityOf(row.quantity) : null,
    active: row.status.toLowerCase() === "active",
  }
}

/** `product-id-type`: 1 is the ASIN, 2 ISBN, 3 UPC, 4 EAN. */
const barcodeTypes = new Set(["2", "3", "4"])

function digitsOf(productId: string): string | null {
  return /^\d{8,14}$/.test(productId) ? productId : null
}

function fulfilledByOf(channel: string): ChannelListing["fulfilledBy"] | undefined {
  if (channel.toUpperCase() === "DEFAULT") return "merchant"
  return /^AMAZON_/i.test(channel) ? "platform" : undefined
}

/** Amazon states no quantity for some listings; unknown is never zero. */
function quantityOf(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** A text of another charset than was declared has lost what tells keys apart. */
function isReadableKey(key: string): boolean {
  return isKey(key) && !key.includes("\uFFFD")
}

function progressOf(text: string): Progress {
  try {
    return progressSchema.parse(JSON.parse(text))
  } catch {
    throw pageExpired("listings: what was stored about the report is not readable")
  }
}

function notMade(reason: string): ConnectorError {
  return rejected(`${REPORT_TYPE}: ${reason}`, problem("request_refused", { reason }))
}
