import type { Role } from "../options"
import type { World } from "../world"
import { afnInventory, ledgerDetail } from "./fba-reports"
import type { FlatTable } from "./flat-file"
import { listingsReport } from "./listings-report"
import type { Report } from "./report-archive"

const MINUTE_MS = 60_000

export interface ReportType {
  role: Role
  /** How long another report of the type for the same marketplaces is refused. */
  intervalMs: number
  /** Whether a report covers one marketplace only. */
  oneMarketplace?: boolean
  table(world: World, report: Report): FlatTable
}

/** Reports that can be asked for. */
export const REPORT_TYPES: Readonly<Record<string, ReportType>> = {
  GET_MERCHANT_LISTINGS_ALL_DATA: {
    role: "Product Listing",
    intervalMs: 30 * MINUTE_MS,
    oneMarketplace: true,
    table: listingsReport,
  },
  GET_AFN_INVENTORY_DATA: { role: "Amazon Fulfillment", intervalMs: 30 * MINUTE_MS, table: afnInventory },
  GET_LEDGER_DETAIL_VIEW_DATA: {
    role: "Amazon Fulfillment",
    intervalMs: 4 * 60 * MINUTE_MS,
    table: ledgerDetail,
  },
}

/** Reports that the platform makes when it wants to. */
export const UNREQUESTABLE_TYPES: readonly string[] = ["GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2"]
