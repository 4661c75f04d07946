import { type Control, sellerOf } from "../control-input"
import { documentOf } from "./document"
import { statusOf } from "./report-archive"

export const REPORT_CONTROLS: Readonly<Record<string, Control>> = {
  "GET reports": (world, input) => {
    const { sellingPartnerId } = world.accounts.seller(sellerOf(input))
    const now = world.now().getTime()
    const reports = world.reports.of(sellingPartnerId).map((report) => {
      documentOf(world, report, now)
      const { reportId, reportType, marketplaceIds, documentId } = report
      return { reportId, reportType, marketplaceIds, documentId, status: statusOf(report, now) }
    })
    return { reports }
  },
  "DELETE report-urls": (world) => {
    world.reports.expireUrls()
    return {}
  },
}
