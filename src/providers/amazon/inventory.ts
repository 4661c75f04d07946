import { z } from "@medusajs/framework/zod"
import {
  connectorFailureOf,
  contractBroken,
  isKey,
  unavailable,
  type Connection,
  type HeldStock,
  type InventorySource,
} from "../../connector"
import type { Transport } from "./transport"
import { parseWire, textOf } from "./wire"

const OPERATION = "getInventorySummaries"

/** How often the pages are read again from the first one after a page token died on the way. */
const MOST_PASSES = 3

const text = z.string().nullish()
const units = z.number().int().nonnegative()
/** A part of the stock that Amazon does not mention holds nothing; what can be sold has to be mentioned. */
const unitsOrNone = units.nullish().transform((told) => told ?? 0)

const summarySchema = z.looseObject({
  sellerSku: text,
  fnSku: text,
  condition: text,
  productName: text,
  inventoryDetails: z.looseObject({
    fulfillableQuantity: units,
    inboundShippedQuantity: unitsOrNone,
    inboundReceivingQuantity: unitsOrNone,
    reservedQuantity: z.looseObject({ totalReservedQuantity: unitsOrNone }).nullish(),
    researchingQuantity: z.looseObject({ totalResearchingQuantity: unitsOrNone }).nullish(),
    unfulfillableQuantity: z.looseObject({ totalUnfulfillableQuantity: unitsOrNone }).nullish(),
  }),
})
const pageSchema = z.looseObject({
  payload: z.looseObject({ inventorySummaries: z.array(z.unknown()) }),
  pagination: z.looseObject({ nextToken: text }).nullish(),
})
/** Inventory of goods that have no SKU of the seller (yet) is nobody's listing. */
const namedSchema = z.looseObject({ sellerSku: z.string().trim().refine(isKey) })

/** Amazon's own stock by the FBA Inventory API v1 (platform page "getInventorySummaries"). */
export class AmazonInventory implements InventorySource {
  constructor(private readonly transport: Transport) {}

  /**
   * Always a full pass: an answer by time of change leaves out goods that are only on their way, and has been seen incomplete.
   * A seller who does not use FBA has no stock there: an empty list.
   * @throws ConnectorError as the port says; `unavailable` when the page token died in every pass.
   */
  async read(connection: Connection, marketplace: string): Promise<HeldStock[]> {
    for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
      const rows = await this.pass(connection, marketplace)
      if (rows) return heldStock(connection, marketplace, rows)
    }
    const reason = "the page token expired before all pages were read"
    throw unavailable(`${OPERATION}: ${reason}`, { reason })
  }

  /** All rows of all pages, or undefined when the page token died on the way: it lives for thirty seconds. */
  private async pass(connection: Connection, marketplace: string): Promise<unknown[] | undefined> {
    const rows: unknown[] = []
    let nextToken: string | undefined
    do {
      const page = await this.page(connection, marketplace, nextToken)
      if (page === "expired") return undefined
      if (page === "without_fba") return []
      rows.push(...page.payload.inventorySummaries)
      const next = page.pagination?.nextToken || undefined
      if (next !== undefined && next === nextToken) {
        throw contractBroken("pagination.nextToken", `${OPERATION}: a page names itself as the next one`)
      }
      nextToken = next
    } while (nextToken !== undefined)
    return rows
  }

  private async page(connection: Connection, marketplace: string, nextToken: string | undefined) {
    try {
      const body = await this.transport.read(connection, {
        operation: OPERATION,
        path: "/fba/inventory/v1/summaries",
        // With a page token every other parameter must be the same as for the first page.
        query: {
          details: "true",
          granularityType: "Marketplace",
          granularityId: marketplace,
          marketplaceIds: [marketplace],
          nextToken,
        },
        paged: nextToken !== undefined,
        nothingCode: nextToken === undefined ? "InvalidInput" : undefined,
      })
      return parseWire(pageSchema, body, OPERATION)
    } catch (thrown) {
      const kind = connectorFailureOf(thrown)?.kind
      if (kind === "page_expired") return "expired"
      if (kind === "not_found") return "without_fba"
      throw thrown
    }
  }
}

/** How many SKUs that were left out are named in the log. */
const MOST_NAMED = 20

/**
 * Rows by SKU. Amazon gives one row for each SKU, own label (FNSKU) and condition; all of them are sold under the SKU, so they
 * are added up. The very same row again, because goods moved between two pages, replaces the first. The model requires no field
 * of a row: a SKU of which one row does not tell what can be sold is left out whole, since a part of the goods is not their
 * count and unknown is never zero.
 * @throws ConnectorError `contract_broken` when that is so of every SKU.
 */
function heldStock(connection: Connection, marketplace: string, rows: unknown[]): HeldStock[] {
  const unique = new Map<string, HeldStock>()
  const unreadable = new Map<string, string>()
  let nameless = 0
  for (const row of rows) {
    const named = namedSchema.safeParse(row)
    if (!named.success) {
      nameless += 1
      continue
    }
    const summary = summarySchema.safeParse(row)
    if (!summary.success) {
      unreadable.set(named.data.sellerSku, summary.error.issues[0].path.join("."))
      continue
    }
    const { fnSku, condition } = summary.data
    const stock = stockOf(summary.data)
    unique.set(JSON.stringify([stock.listingKey, fnSku ?? null, condition ?? null]), stock)
  }
  const told = [...unique.values()].filter(({ listingKey }) => !unreadable.has(listingKey))
  const [unreadablePath] = unreadable.values()
  if (unreadablePath !== undefined && told.length === 0) {
    throw contractBroken(
      unreadablePath,
      `inventorySummaries: "${unreadablePath}" is missing or not what the platform documents`,
    )
  }
  tellLeftOut(connection, marketplace, nameless, unreadable)
  const bySku = new Map<string, HeldStock>()
  for (const stock of told) {
    const known = bySku.get(stock.listingKey)
    bySku.set(stock.listingKey, known ? sumOf(known, stock) : stock)
  }
  return [...bySku.values()]
}

function tellLeftOut(
  { logger }: Connection,
  marketplace: string,
  nameless: number,
  unreadable: ReadonlyMap<string, string>,
): void {
  const about = `FBA stock of ${marketplace}`
  if (nameless > 0) logger.warn(`${about}: ${nameless} rows without a usable SKU were left out`)
  if (unreadable.size === 0) return
  const named = [...unreadable].slice(0, MOST_NAMED).map(([sku, path]) => `${sku} (${path})`)
  const more = unreadable.size > named.length ? ` and ${unreadable.size - named.length} more` : ""
  logger.warn(`${about}: SKUs whose count is not told were left out: ${named.join(", ")}${more}`)
}

function stockOf(summary: z.infer<typeof summarySchema>): HeldStock {
  const details = summary.inventoryDetails
  const sku = (summary.sellerSku ?? "").trim()
  return {
    listingKey: sku,
    sku,
    title: textOf(summary.productName),
    available: details.fulfillableQuantity,
    reserved: details.reservedQuantity?.totalReservedQuantity ?? 0,
    // A shipment that is only announced ("working") still stands in the seller's own warehouse.
    inbound: details.inboundShippedQuantity + details.inboundReceivingQuantity,
    unfulfillable:
      (details.unfulfillableQuantity?.totalUnfulfillableQuantity ?? 0) +
      (details.researchingQuantity?.totalResearchingQuantity ?? 0),
  }
}

function sumOf(one: HeldStock, other: HeldStock): HeldStock {
  return {
    ...one,
    title: one.title ?? other.title,
    available: one.available + other.available,
    reserved: one.reserved + other.reserved,
    inbound: one.inbound + other.inbound,
    unfulfillable: one.unfulfillable + other.unfulfillable,
  }
}
