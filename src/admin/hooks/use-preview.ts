import type { FetchError } from "@medusajs/js-sdk"
import { useInfiniteQuery, type InfiniteData } from "@tanstack/react-query"
import type { ForeseenOrder } from "../lib/answers"
import { request } from "../lib/client"
import { useLanguage } from "../lib/language"
import type { Period } from "./use-runs"

type PreviewPage = { orders: ForeseenOrder[]; next_page_token?: string }

/** An order that changed while the pages were read may stand on two of them: the later word counts. */
const onePerReference = (pages: PreviewPage[]): ForeseenOrder[] => [
  ...new Map(pages.flatMap(({ orders }) => orders).map((order) => [order.reference, order])).values(),
]

/**
 * What an import of a period would do, page by page. Read once and not again by itself: every page spends a call of the
 * account's budget, which is also why this is not among what changes invalidate.
 */
export function usePreview(accountId: string, period: Period | null) {
  const lang = useLanguage()
  return useInfiniteQuery<
    PreviewPage,
    FetchError,
    { orders: ForeseenOrder[] },
    unknown[],
    string | undefined
  >({
    queryKey: ["marketplace-preview", accountId, period, lang],
    queryFn: ({ pageParam }) =>
      request<PreviewPage>(`accounts/${accountId}/preview`, {
        method: "POST",
        query: { lang },
        body: { ...period, ...(pageParam ? { page_token: pageParam } : {}) },
      }),
    initialPageParam: undefined,
    getNextPageParam: ({ next_page_token }) => next_page_token,
    select: ({ pages }: InfiniteData<PreviewPage>) => ({ orders: onePerReference(pages) }),
    enabled: period !== null,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })
}
