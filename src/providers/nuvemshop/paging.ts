import { connectorFailureOf, unavailable } from "../../connector"

/** How the platform says that a page lies behind the last one. */
const BEHIND_THE_LAST = /last page/i

/**
 * True where an error says that a list ended before the page that was asked for. A list without anything is answered with an empty
 * first page, or with the number of its last one: where the first is not there without a word, something else is wrong, and taking it
 * for the end would lose what the list holds.
 * @throws ConnectorError `unavailable` then.
 */
export function endsBefore(page: number, thrown: unknown): boolean {
  if (connectorFailureOf(thrown)?.kind !== "not_found") return false
  const reason = thrown instanceof Error ? thrown.message : ""
  if (page > 1 || BEHIND_THE_LAST.test(reason)) return true
  throw unavailable(reason, { reason })
}

/** Number of all results of a list, where the platform tells it. */
export function totalOf(headers: Headers): number | undefined {
  const text = headers.get("x-total-count")
  return text !== null && /^\d+$/.test(text.trim()) ? Number(text) : undefined
}

/**
 * The page that `Link: <...>; rel="next"` names; undefined on the last one. Only its number is taken: an address that came with an
 * answer is not followed with the token.
 */
export function nextPage(headers: Headers): number | undefined {
  for (const link of (headers.get("link") ?? "").split(/,\s*(?=<)/)) {
    const parts = /^\s*<([^>]*)>(.*)$/.exec(link)
    if (!parts || !/;\s*rel="?next"?(?:\s*;|\s*$)/i.test(parts[2])) continue
    const page = Number(/[?&]page=(\d{1,6})(?:&|$)/.exec(parts[1])?.[1])
    if (page > 1) return page
  }
  return undefined
}
