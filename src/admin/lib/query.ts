import type { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseQueryResult,
} from "@tanstack/react-query"
import { useCallback } from "react"
import { request, type QueryValues, type RequestOptions } from "./client"
import { useLanguage } from "./language"

/** Under this key is everything that is read of the marketplaces; a change makes all of it old. */
export const ROOT_KEY = "marketplaces"

/** Under these the dashboard and its draft orders keep what they read of orders; they trust it for a while. */
const MEDUSA_KEYS = ["orders", "draft-orders"]

/** `active` reads what is shown again now; `none` only what is shown next. */
type ReadAgain = "active" | "none"

const forgetMedusaOrders = (client: QueryClient, refetchType: ReadAgain): Promise<unknown> =>
  Promise.all(MEDUSA_KEYS.map((key) => client.invalidateQueries({ queryKey: [key], refetchType })))

export type AnswerOptions<Answer> = {
  query?: QueryValues
  enabled?: boolean
  /** Milliseconds between two looks, or what decides it by the last answer; false = once. */
  refetchInterval?: number | false | ((answer: Answer | undefined) => number | false)
  /** Shows the last page while the next one is fetched. */
  keepPrevious?: boolean
}

/** What the marketplace API answers to a GET, in the reader's language. */
export function useAnswer<Answer>(
  path: string,
  { query = {}, enabled, refetchInterval, keepPrevious }: AnswerOptions<Answer> = {},
): UseQueryResult<Answer, FetchError> {
  const lang = useLanguage()
  return useQuery<Answer, FetchError>({
    queryKey: [ROOT_KEY, path, query, lang],
    queryFn: () => request<Answer>(path, { query: { ...query, lang } }),
    enabled,
    refetchInterval:
      typeof refetchInterval === "function" ? ({ state }) => refetchInterval(state.data) : refetchInterval,
    placeholderData: keepPrevious ? keepPreviousData : undefined,
  })
}

type ActionOptions = {
  /** What is shown now may be gone afterwards: only what is shown next is read again. */
  leavesPage?: boolean
  /** It changes Medusa's orders too; `none` where the one that is shown may be gone afterwards. */
  medusaOrders?: ReadAgain
}

/** A change through the marketplace API. Whatever is shown of it is read again afterwards, also when it was refused. */
export function useAction<Input, Answer>(
  toRequest: (input: Input) => { path: string } & RequestOptions,
  { leavesPage = false, medusaOrders }: ActionOptions = {},
) {
  const lang = useLanguage()
  const client = useQueryClient()
  return useMutation<Answer, FetchError, Input>({
    mutationFn: (input) => {
      const { path, ...options } = toRequest(input)
      return request<Answer>(path, { method: "POST", ...options, query: { ...options.query, lang } })
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [ROOT_KEY], refetchType: leavesPage ? "none" : "active" }),
        medusaOrders && forgetMedusaOrders(client, medusaOrders),
      ]),
  })
}

/** Reads again what the dashboard shows of orders. */
export function useRefreshMedusaOrders(): () => void {
  const client = useQueryClient()
  return useCallback(() => void forgetMedusaOrders(client, "active"), [client])
}

/** Reads everything again that is shown of marketplaces. */
export function useRefresh(): () => void {
  const client = useQueryClient()
  return useCallback(() => void client.invalidateQueries({ queryKey: [ROOT_KEY] }), [client])
}
