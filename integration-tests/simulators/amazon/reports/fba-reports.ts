import { type FbaItem, unfulfillableUnits } from "../fba/fba-item"
import type { LedgerEvent } from "../fba/fba-ledger"
import { marketplaceOf } from "../marketplaces"
import type { World } from "../world"
import type { FlatTable } from "./flat-file"
import type { Report } from "./report-archive"

const AFN_COLUMNS = [
  "seller-sku",
  "fulfillment-channel-sku",
  "asin",
  "condition-type",
  "Warehouse-Condition-code",
  "Quantity Available",
]

/** GET_AFN_INVENTORY_DATA: a row for each SKU and condition. */
export function afnInventory(world: World, { sellingPartnerId, marketplaceIds }: Report): FlatTable {
  const items = marketplaceIds.flatMap((id) => world.fba(sellingPartnerId).list(id))
  const row = (item: FbaItem, condition: string, quantity: number): Record<string, string> => ({
    "seller-sku": item.sku,
    "fulfillment-channel-sku": item.fnSku,
    asin: item.asin,
    "condition-type": item.condition,
    "Warehouse-Condition-code": condition,
    "Quantity Available": String(quantity),
  })
  const rows = items.flatMap((item) => {
    const damaged = unfulfillableUnits(item)
    return [
      row(item, "SELLABLE", item.fulfillable),
      ...(damaged > 0 ? [row(item, "UNSELLABLE", damaged)] : []),
    ]
  })
  return { columns: AFN_COLUMNS, rows }
}

const LEDGER_COLUMNS = [
  "Date",
  "FNSKU",
  "ASIN",
  "MSKU",
  "Title",
  "Event Type",
  "Reference ID",
  "Quantity",
  "Fulfillment Center",
  "Disposition",
  "Reason",
  "Country",
  "Reconciled Quantity",
  "Unreconciled Quantity",
  "Date and Time",
]

/** GET_LEDGER_DETAIL_VIEW_DATA: every movement of the period. */
export function ledgerDetail(world: World, report: Report): FlatTable {
  const from = report.dataStartTime ?? 0
  const to = report.dataEndTime ?? report.createdAt
  const events = world
    .fba(report.sellingPartnerId)
    .ledger()
    .filter(
      ({ at, marketplaceId }) => at >= from && at <= to && report.marketplaceIds.includes(marketplaceId),
    )
  return { columns: LEDGER_COLUMNS, rows: events.map(ledgerRow) }
}

function ledgerRow(event: LedgerEvent): Record<string, string> {
  const iso = new Date(event.at).toISOString()
  const [year, month, day] = iso.slice(0, 10).split("-")
  return {
    Date: `${month}/${day}/${year}`,
    FNSKU: event.fnSku,
    ASIN: event.asin,
    MSKU: event.sku,
    Title: event.title,
    "Event Type": event.type,
    "Reference ID": event.referenceId,
    Quantity: String(event.quantity),
    "Fulfillment Center": event.fulfillmentCenter,
    Disposition: event.disposition,
    Reason: event.reason,
    Country: marketplaceOf(event.marketplaceId).countryCode,
    "Reconciled Quantity": "0",
    "Unreconciled Quantity": "0",
    "Date and Time": `${iso.slice(0, 19)}+0000`,
  }
}
