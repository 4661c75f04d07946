import { csv, csvOf, dateTime, integer, parseQuery, type Query } from "../query-parameters"
import { sellersMarketplaces } from "../sellers-marketplaces"
import { type Answer, invalidInput, notFound } from "../sp-api-answer"
import type { SpApiCall, World } from "../world"
import { documentOf } from "./document"
import { type Report, statusOf } from "./report-archive"

const STATUSES = ["CANCELLED", "DONE", "FATAL", "IN_PROGRESS", "IN_QUEUE"] as const
const KEPT_MS = 90 * 86_400_000
const LIST_PARAMETERS = [
  "reportTypes",
  "processingStatuses",
  "marketplaceIds",
  "pageSize",
  "createdSince",
  "createdUntil",
  "nextToken",
]

/** Where the next page of a list of reports begins. */
export interface ReportPosition {
  reportIds: string[]
  pageSize: number
}

/** `GET /reports/2021-06-30/reports/{reportId}`. */
export function getReport(world: World, call: SpApiCall): Answer {
  parseQuery(call.rawQuery, [])
  return { status: 200, body: shown(world, reportOf(world, call)) }
}

/** `GET /reports/2021-06-30/reports`: by type and filters, or by `nextToken` alone. */
export function getReports(world: World, call: SpApiCall): Answer {
  const query = parseQuery(call.rawQuery, LIST_PARAMETERS)
  const { reportIds, pageSize } = positionOf(world, call, query)
  const known = world.reports.of(call.grant.sellingPartnerId)
  const page = reportIds.slice(0, pageSize)
  const rest = reportIds.slice(pageSize)
  const owner = call.grant.sellingPartnerId
  const position = { reportIds: rest, pageSize }
  const nextToken =
    rest.length > 0
      ? world.reportPageTokens.issue({ owner, boundParameters: "", position }, world.switches.pageTokenMs)
      : undefined
  const reports = page.flatMap((id) => known.filter(({ reportId }) => reportId === id))
  return {
    status: 200,
    body: { reports: reports.map((report) => shown(world, report)), ...(nextToken ? { nextToken } : {}) },
  }
}

/** `DELETE /reports/2021-06-30/reports/{reportId}`: only what waits in the queue. */
export function cancelReport(world: World, call: SpApiCall): Answer {
  const report = reportOf(world, call)
  const now = world.now().getTime()
  if (statusOf(report, now) !== "IN_QUEUE") throw invalidInput("Only a report IN_QUEUE can be cancelled.")
  report.outcome = "CANCELLED"
  report.startsAt = now
  report.endsAt = now
  return { status: 200, text: "" }
}

/** `GET /reports/2021-06-30/documents/{reportDocumentId}`: each call gives a new url. */
export function getReportDocument(world: World, call: SpApiCall): Answer {
  const query = parseQuery(call.rawQuery, ["enableContentEncodingUrlHeader"])
  const [encoding] = csvOf(query, "enableContentEncodingUrlHeader", ["true", "false"]) ?? []
  const { reportDocumentId } = call.parts
  const now = world.now().getTime()
  const report = world.reports
    .of(call.grant.sellingPartnerId)
    .find(({ documentId }) => documentId === reportDocumentId)
  const document = report && documentOf(world, report, now)
  if (!report || !document) throw notFound("There is no such report document.")
  const path = world.reports.signPath(report, now + world.switches.documentUrlMs, encoding === "true")
  return {
    status: 200,
    body: {
      reportDocumentId,
      url: `${world.url}${path}`,
      ...(document.gzip ? { compressionAlgorithm: "GZIP" } : {}),
    },
  }
}

function positionOf(world: World, call: SpApiCall, query: Query): ReportPosition {
  const token = query.get("nextToken")
  if (token === undefined) return firstPosition(world, call, query)
  if (query.size > 1) throw invalidInput('"nextToken" must be the only parameter.')
  const found = world.reportPageTokens.redeem(token, call.grant.sellingPartnerId, "")
  if (typeof found === "string") throw invalidInput(`"nextToken" is refused: ${found}.`)
  return found
}

function firstPosition(world: World, call: SpApiCall, query: Query): ReportPosition {
  const types = csv(query, "reportTypes", 10)
  if (!types) throw invalidInput('"reportTypes" or "nextToken" is needed.')
  const statuses = csvOf(query, "processingStatuses", STATUSES)
  const asked = csv(query, "marketplaceIds", 10)
  const marketplaces = asked && sellersMarketplaces(world, call, asked)
  const now = world.now().getTime()
  const since = dateTime(query, "createdSince", world.switches.acceptDateOnly) ?? now - KEPT_MS
  const until = dateTime(query, "createdUntil", world.switches.acceptDateOnly) ?? now
  if (since < now - KEPT_MS) throw invalidInput('"createdSince" must not be more than 90 days ago.')
  const found = world.reports
    .of(call.grant.sellingPartnerId)
    .filter(({ reportType }) => types.includes(reportType))
    .filter(({ createdAt }) => createdAt >= since && createdAt <= until)
    .filter((report) => !statuses || statuses.includes(settled(world, report, now)))
    .filter(({ marketplaceIds }) => !marketplaces || marketplaceIds.some((id) => marketplaces.includes(id)))
  const pageSize = integer(query, "pageSize", 1, 100) ?? 10
  return { reportIds: found.map(({ reportId }) => reportId), pageSize }
}

function reportOf(world: World, call: SpApiCall): Report {
  const report = world.reports
    .of(call.grant.sellingPartnerId)
    .find(({ reportId }) => reportId === call.parts.reportId)
  if (!report) throw notFound("There is no such report.")
  return report
}

/** The status now; a report that ends without rows is cancelled, which is known only then. */
function settled(world: World, report: Report, now: number): ReturnType<typeof statusOf> {
  documentOf(world, report, now)
  return statusOf(report, now)
}

function shown(world: World, report: Report): unknown {
  const now = world.now().getTime()
  const status = settled(world, report, now)
  const iso = (time: number): string => new Date(time).toISOString()
  const ended = now >= report.endsAt
  return {
    reportId: report.reportId,
    reportType: report.reportType,
    marketplaceIds: report.marketplaceIds,
    ...(report.dataStartTime === undefined ? {} : { dataStartTime: iso(report.dataStartTime) }),
    ...(report.dataEndTime === undefined ? {} : { dataEndTime: iso(report.dataEndTime) }),
    createdTime: iso(report.createdAt),
    processingStatus: status,
    ...(status === "IN_QUEUE" ? {} : { processingStartTime: iso(report.startsAt) }),
    ...(ended ? { processingEndTime: iso(report.endsAt) } : {}),
    ...(ended && report.document ? { reportDocumentId: report.documentId } : {}),
  }
}
