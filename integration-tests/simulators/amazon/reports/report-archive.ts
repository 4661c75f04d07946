import type { Random } from "../random"
import type { FlatFile } from "./flat-file"

export type ProcessingStatus = "IN_QUEUE" | "IN_PROGRESS" | "DONE" | "CANCELLED" | "FATAL"

/** A report that was asked for; its status follows from the time. */
export interface Report {
  reportId: string
  sellingPartnerId: string
  reportType: string
  marketplaceIds: string[]
  dataStartTime?: number
  dataEndTime?: number
  createdAt: number
  startsAt: number
  endsAt: number
  outcome: "DONE" | "CANCELLED" | "FATAL"
  documentId: string
  /** Made when the report ends; absent where there is none. */
  document?: FlatFile
}

/** Every report of every seller, and the urls given out for their documents. */
export class ReportArchive {
  private readonly reports: Report[] = []
  private readonly urls = new Map<string, { report: Report; expiresAt: number; encodingHeader: boolean }>()

  constructor(private readonly random: Random) {}

  add(report: Omit<Report, "reportId" | "documentId">): Report {
    const reportId = String(50_000 + this.reports.length + 1)
    const hex = this.random.bytes(16).toString("hex")
    const uuid = [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20),
    ].join("-")
    const added = { ...report, reportId, documentId: `amzn1.spdoc.1.4.na.${uuid}` }
    this.reports.push(added)
    return added
  }

  /** Newest first. */
  of(sellingPartnerId: string): Report[] {
    return this.reports.filter((report) => report.sellingPartnerId === sellingPartnerId).reverse()
  }

  /** A path that opens the document for a while. */
  signPath(report: Report, expiresAt: number, encodingHeader: boolean): string {
    const signature = this.random.bytes(32).toString("hex")
    this.urls.set(signature, { report, expiresAt, encodingHeader })
    return `/report-documents/${report.documentId}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=${signature}`
  }

  signed(signature: string): { report: Report; expiresAt: number; encodingHeader: boolean } | undefined {
    return this.urls.get(signature)
  }

  /** Ends every url given out. */
  expireUrls(): void {
    for (const url of this.urls.values()) url.expiresAt = 0
  }
}

export function statusOf(report: Report, at: number): ProcessingStatus {
  if (at >= report.endsAt) return report.outcome
  return at >= report.startsAt ? "IN_PROGRESS" : "IN_QUEUE"
}
