import { type Answer, refusal } from "./answer"
import { faultOf } from "./faults"
import type { ApiCall } from "./world"

export const PAGE_PARAMETERS = ["page", "per_page", "fields"] as const
const DEFAULT_PER_PAGE = 30
const MOST_PER_PAGE = 200
/** No more results than these can be reached by paging through one query of orders. */
const REACHABLE = 10_000

/** One page of a list with its headers; only the rows of the page are drawn. */
export function pageAnswer<T>(
  call: ApiCall,
  rows: readonly T[],
  draw: (row: T) => Record<string, unknown>,
  options: { capped?: boolean } = {},
): Answer {
  const page = call.query.integer("page", 1) ?? 1
  const perPage = Math.min(call.query.integer("per_page", 1) ?? DEFAULT_PER_PAGE, MOST_PER_PAGE)
  if (options.capped && page * perPage > REACHABLE)
    throw refusal(422, `The result of page x per_page must not be greater than ${REACHABLE}`)
  const last = Math.max(1, Math.ceil(rows.length / perPage))
  const notThere = rows.length === 0 && call.world.switches.emptyLists === "not-found"
  if (page > last || notThere) throw refusal(404, `Last page is ${rows.length === 0 ? 0 : last}`)
  const reachable = options.capped ? Math.min(last, Math.floor(REACHABLE / perPage)) : last
  const capsTotal = options.capped && call.world.switches.orderTotals === "reachable"
  const total = capsTotal ? Math.min(rows.length, REACHABLE) : rows.length
  const shown = withRowFaults(call, rows.slice((page - 1) * perPage, page * perPage))
  const fields = call.query.list("fields")
  return {
    status: 200,
    headers: {
      "x-total-count": String(total),
      ...linkHeader(call, { page, perPage, last: reachable }),
    },
    body: shown.map((row) => onlyFields(draw(row), fields)),
  }
}

/** The fields asked for, and no other. */
export function onlyFields(
  row: Record<string, unknown>,
  fields: readonly string[] | undefined,
): Record<string, unknown> {
  if (!fields) return row
  return Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name)))
}

function linkHeader(
  call: ApiCall,
  { page, perPage, last }: { page: number; perPage: number; last: number },
): Record<string, string> {
  const link = (number: number, rel: string): string => {
    const query = new URLSearchParams(call.rawQuery)
    query.set("page", String(number))
    query.set("per_page", String(perPage))
    return `<${call.world.url}${call.path}?${query}>; rel="${rel}"`
  }
  const links = [
    ...(page < last ? [link(page + 1, "next"), link(last, "last")] : []),
    ...(page > 1 ? [link(1, "first"), link(page - 1, "prev")] : []),
  ]
  return links.length > 0 ? { link: links.join(", ") } : {}
}

function withRowFaults<T>({ faults, world }: ApiCall, rows: readonly T[]): T[] {
  const omitted = faultOf(faults, "omit-rows")
  const twice = faultOf(faults, "duplicate-rows")
  let shown = rows.slice(omitted ? (omitted.count ?? 1) : 0)
  if (twice) shown = [...shown.slice(0, twice.count ?? 1), ...shown]
  return faultOf(faults, "reorder") ? world.random.shuffle(shown) : shown
}
