import { isRecord, jsonBody } from "../json-body"
import { isoDateTime } from "../query-parameters"
import { sellersMarketplaces } from "../sellers-marketplaces"
import { type Answer, invalidInput, quotaExceeded, unauthorized } from "../sp-api-answer"
import type { SpApiCall, World } from "../world"
import type { Report } from "./report-archive"
import { REPORT_TYPES, type ReportType, UNREQUESTABLE_TYPES } from "./report-types"

type Wish = Pick<Report, "reportType" | "marketplaceIds" | "dataStartTime" | "dataEndTime">

/** `POST /reports/2021-06-30/reports` (Reports API v2021-06-30). */
export function createReport(world: World, call: SpApiCall): Answer {
  const wish = wishOf(world, call)
  const type = REPORT_TYPES[wish.reportType]
  const requestable = !UNREQUESTABLE_TYPES.includes(wish.reportType)
  if (!type && requestable) throw invalidInput(`"${wish.reportType}" is not a report type.`)
  if (!requestable && world.switches.settlementRequest === "quota") throw quotaExceeded()
  if (type && !call.grant.roles.includes(type.role))
    throw unauthorized(`The application does not have the role "${type.role}".`)
  const several = type?.oneMarketplace === true && wish.marketplaceIds.length > 1
  if (several && world.switches.listingsReportMarketplaces === "refuse")
    throw invalidInput(`"${wish.reportType}" takes one marketplace.`)
  const marketplaceIds = several ? wish.marketplaceIds.slice(0, 1) : wish.marketplaceIds
  const { sellingPartnerId } = call.grant
  const now = world.now().getTime()
  const { reportQueueMs, reportProcessMs, reportOutcome } = world.switches
  const cancelled = !type || askedTooSoon(world, sellingPartnerId, { ...wish, marketplaceIds }, type, now)
  const { reportId } = world.reports.add({
    ...wish,
    marketplaceIds,
    sellingPartnerId,
    createdAt: now,
    startsAt: now + reportQueueMs,
    endsAt: now + reportQueueMs + reportProcessMs,
    outcome: cancelled ? "CANCELLED" : reportOutcome,
  })
  return { status: 202, body: { reportId } }
}

function wishOf(world: World, call: SpApiCall): Wish {
  const body = jsonBody(call.body)
  const { reportType, marketplaceIds, dataStartTime, dataEndTime, reportOptions } = body
  if (typeof reportType !== "string" || reportType === "") throw invalidInput('"reportType" is needed.')
  if (!isTexts(marketplaceIds) || marketplaceIds.length < 1 || marketplaceIds.length > 25)
    throw invalidInput('"marketplaceIds" must hold 1 to 25 marketplace ids.')
  if (reportOptions !== undefined && (!isRecord(reportOptions) || !isTexts(Object.values(reportOptions))))
    throw invalidInput('"reportOptions" must hold texts by name.')
  const from = dateOf(world, "dataStartTime", dataStartTime)
  const to = dateOf(world, "dataEndTime", dataEndTime)
  if (from !== undefined && to !== undefined && to < from)
    throw invalidInput('"dataEndTime" is before "dataStartTime".')
  return {
    reportType,
    marketplaceIds: sellersMarketplaces(world, call, marketplaceIds),
    ...(from === undefined ? {} : { dataStartTime: from }),
    ...(to === undefined ? {} : { dataEndTime: to }),
  }
}

/** The same report was asked for a short while ago; the switch says whether one that was cancelled counts. */
function askedTooSoon(
  world: World,
  seller: string,
  wish: Wish,
  { intervalMs }: ReportType,
  now: number,
): boolean {
  const { reportTooSoon, reportTooSoonAfter } = world.switches
  if (reportTooSoon === "allow") return false
  const key = ({ reportType, marketplaceIds }: Wish): string =>
    [reportType, ...[...marketplaceIds].sort()].join()
  return world.reports
    .of(seller)
    .some(
      (earlier) =>
        (earlier.outcome !== "CANCELLED" || reportTooSoonAfter === "any") &&
        key(earlier) === key(wish) &&
        now - earlier.createdAt < intervalMs,
    )
}

function dateOf(world: World, name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined
  const at = isoDateTime(typeof value === "string" ? value : "", world.switches.acceptDateOnly)
  if (at === undefined) throw invalidInput(`"${name}" must be a date-time in ISO 8601 format.`)
  return at
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string")
}
