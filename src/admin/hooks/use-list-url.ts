import { useCallback, useMemo, useRef } from "react"
import { useSearchParams } from "react-router-dom"

export type ListUrl = {
  /** What the URL says for a name; empty when it says nothing. */
  valueOf: (name: string) => string
  /** Writes values into the URL (empty takes one out) and goes back to the first page. */
  change: (values: Record<string, string>) => void
  limit: number
  offset: number
  /** As useDataTable takes them. */
  search: { state: string; onSearchChange: (text: string) => void }
  pagination: {
    state: { pageIndex: number; pageSize: number }
    onPaginationChange: (page: { pageIndex: number; pageSize: number }) => void
  }
}

/** The API takes no more of a search. */
const LONGEST_SEARCH = 100

/** What a list shows (filters, `q`, `offset`) lives in the URL: links, reloads and the back button bring it back. */
export function useListUrl(limit: number): ListUrl {
  const [params, setParams] = useSearchParams()
  // A search field writes a moment after the last letter: into what the URL says then, also of the order opened meanwhile.
  const now = useRef(params)
  now.current = params
  const write = useCallback(
    (values: Record<string, string>) => {
      const next = new URLSearchParams(now.current)
      for (const [name, value] of Object.entries(values)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      setParams(next, { replace: true })
    },
    [setParams],
  )
  return useMemo(() => {
    const change = (values: Record<string, string>) => write({ offset: "", ...values })
    const offset = Math.max(0, Math.floor(Number(params.get("offset"))) || 0)
    return {
      valueOf: (name) => (params.get(name) ?? "").slice(0, name === "q" ? LONGEST_SEARCH : undefined),
      change,
      limit,
      offset,
      search: { state: params.get("q") ?? "", onSearchChange: (q) => change({ q }) },
      pagination: {
        state: { pageIndex: Math.floor(offset / limit), pageSize: limit },
        onPaginationChange: ({ pageIndex }) => write({ offset: pageIndex ? String(pageIndex * limit) : "" }),
      },
    }
  }, [params, write, limit])
}
