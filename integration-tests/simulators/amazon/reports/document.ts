import type { Answer } from "../sp-api-answer"
import type { OpenCall, World } from "../world"
import { type FlatFile, flatFileOf } from "./flat-file"
import type { Report } from "./report-archive"
import { REPORT_TYPES } from "./report-types"

/** A report's document, made when somebody first looks after the report has ended. */
export function documentOf(world: World, report: Report, now: number): FlatFile | undefined {
  if (report.document || now < report.endsAt || report.outcome === "CANCELLED") return report.document
  const { switches, random } = world
  if (report.outcome === "FATAL") {
    const table = { columns: ["error"], rows: [{ error: "The report could not be made." }] }
    if (switches.fatalReportDocument) report.document = flatFileOf(table, switches, random)
    return report.document
  }
  const table = REPORT_TYPES[report.reportType]?.table(world, report)
  if (!table || (table.rows.length === 0 && switches.emptyReport === "cancel")) {
    report.outcome = "CANCELLED"
    return undefined
  }
  report.document = flatFileOf(table, switches, random)
  return report.document
}

/** The download url: a file store that knows its own signature and nothing of the Selling Partner API. */
export function downloadReport(world: World, { rawQuery, headers }: OpenCall): Answer {
  const url = world.reports.signed(new URLSearchParams(rawQuery).get("X-Amz-Signature") ?? "")
  if (!url?.report.document) return refusal("SignatureDoesNotMatch", "The signature does not match.")
  if (headers.authorization !== undefined || headers["x-amz-access-token"] !== undefined)
    return refusal("AccessDenied", "There were headers present in the request which were not signed")
  if (url.expiresAt <= world.now().getTime()) return refusal("AccessDenied", "Request has expired")
  const { bytes, contentType, gzip } = url.report.document
  const encoding = url.encodingHeader ? "gzip" : world.switches.reportEncodingHeader
  const declared: Record<string, string> = gzip && encoding !== "none" ? { "content-encoding": encoding } : {}
  return { status: 200, bytes, contentType, headers: declared }
}

function refusal(code: string, message: string): Answer {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return { status: 403, text, contentType: "application/xml" }
}
