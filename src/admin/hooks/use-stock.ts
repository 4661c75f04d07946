import { stockPace } from "../components/account/stock/stock-pace"
import type { StockPage } from "../lib/answers"
import type { QueryValues } from "../lib/client"
import { useAction, useAnswer } from "../lib/query"

/** A page of what an account's platform is offered. `switchedOnAt`: since when its stock is sent. */
export const useStock = (accountId: string, query: QueryValues, switchedOnAt: string | null) =>
  useAnswer<StockPage>(`accounts/${accountId}/stock`, {
    query,
    keepPrevious: true,
    refetchInterval: (answer) => stockPace(answer, switchedOnAt),
  })

/** Has the whole stock looked at: what differs is sent, and what was rejected is tried again. */
export const usePushStock = (accountId: string) =>
  useAction<void, { owed: number }>(() => ({ path: `accounts/${accountId}/stock/push` }))

/** Reads what the platform shows now. */
export const useCompareStock = (accountId: string) =>
  useAction<void, { compared: number; drifted: number }>(() => ({
    path: `accounts/${accountId}/stock/compare`,
  }))

/** Lets through what the safety stop holds. */
export const useReleaseStock = (accountId: string) =>
  useAction<void, { released: number }>(() => ({ path: `accounts/${accountId}/stock/release` }))

/** Reads the stock that the platform holds for the merchant, and waits for it. */
export const useReadPlatformStock = (accountId: string) =>
  useAction<void, { listings: number; changed: number; unmapped: number }>(() => ({
    path: `accounts/${accountId}/platform-stock/read`,
  }))

/** Asks for the account's listings to be read; the account's cursors tell how it goes. */
export const useReadListings = (accountId: string) =>
  useAction<void, { state: "reading" | "done"; read: number }>(() => ({
    path: `accounts/${accountId}/listings/read`,
  }))
