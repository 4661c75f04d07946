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
