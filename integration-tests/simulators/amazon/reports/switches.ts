/** Behaviour of Reports 2021-06-30 that differs between accounts or is not documented to the last detail. */
export interface ReportSwitches {
  /** Milliseconds a report waits as IN_QUEUE, and then is IN_PROGRESS. @default 0 */
  reportQueueMs: number
  reportProcessMs: number
  /** How reports asked for from now on end. @default "DONE" */
  reportOutcome: "DONE" | "CANCELLED" | "FATAL"
  /** Whether a FATAL report has a document that tells why. @default false */
  fatalReportDocument: boolean
  /** A report that was asked for again before its interval was over. @default "cancel" */
  reportTooSoon: "cancel" | "allow"
  /** Which earlier request counts for that: one whose report was not cancelled, or any. @default "made" */
  reportTooSoonAfter: "made" | "any"
  /** A report without rows. @default "cancel" */
  emptyReport: "cancel" | "header-only"
  /** What createReport does with types that cannot be asked for (settlements). @default "cancel" */
  settlementRequest: "cancel" | "quota"
  /** A listings report for several marketplaces: 400, or only the first one is in it. @default "refuse" */
  listingsReportMarketplaces: "refuse" | "first"
  /** Lifetime of a download url in milliseconds. @default 300000 */
  documentUrlMs: number
  /** @default "none" */
  reportCompression: "none" | "gzip"
  /** How a packed document is declared when it is downloaded, unless its url was asked for otherwise. @default "identity" */
  reportEncodingHeader: "identity" | "none"
  /** @default "UTF-8" */
  reportCharset: "UTF-8" | "ISO-8859-1" | "Windows-1252"
  /** Columns of a report: as documented, in another order, or with one more among them. @default "documented" */
  reportColumns: "documented" | "shuffled" | "added"
  /** @default "lf" */
  reportLineEnd: "lf" | "crlf"
}

export const DEFAULT_REPORT_SWITCHES: Readonly<ReportSwitches> = {
  reportQueueMs: 0,
  reportProcessMs: 0,
  reportOutcome: "DONE",
  fatalReportDocument: false,
  reportTooSoon: "cancel",
  reportTooSoonAfter: "made",
  emptyReport: "cancel",
  settlementRequest: "cancel",
  listingsReportMarketplaces: "refuse",
  documentUrlMs: 5 * 60_000,
  reportCompression: "none",
  reportEncodingHeader: "identity",
  reportCharset: "UTF-8",
  reportColumns: "documented",
  reportLineEnd: "lf",
}
