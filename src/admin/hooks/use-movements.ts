import { useMutation } from "@tanstack/react-query"
import type { FetchError } from "@medusajs/js-sdk"
import type { RecordTransferBody } from "../../api/admin/marketplaces/accounts/[id]/transfers/validators"
import type { Balance, Mapping, Movement, Page, Transfer } from "../lib/answers"
import { requestFile, type QueryValues } from "../lib/client"
import { useLanguage } from "../lib/language"
import { useAction, useAnswer } from "../lib/query"

/** Movements come by themselves, whenever the platform ships or counts. */
const REFRESH_MS = 15_000

export const useMovements = (query: QueryValues) =>
  useAnswer<Page<"movements", Movement>>("movements", {
    query,
    keepPrevious: true,
    refetchInterval: REFRESH_MS,
  })

/** Opening, movements and closing of what moved in a period; without one, of the last thirty days. */
export const useBalances = (query: QueryValues) =>
  useAnswer<Page<"balances", Balance>>("movements/balances", {
    query,
    keepPrevious: true,
    refetchInterval: REFRESH_MS,
  })

/** What was sent to an account's platform, the newest first. */
export const useTransfers = (accountId: string | undefined, page: { limit: number; offset: number }) =>
  useAnswer<Page<"transfers", Transfer>>(`accounts/${accountId ?? ""}/transfers`, {
    query: page,
    enabled: accountId !== undefined,
    keepPrevious: true,
    refetchInterval: REFRESH_MS,
  })

/** Records goods that were sent to the platform's warehouse. */
export const useRecordTransfer = () =>
  useAction<{ accountId: string; transfer: RecordTransferBody }, { transfer: Transfer }>(
    ({ accountId, transfer }) => ({ path: `accounts/${accountId}/transfers`, body: transfer }),
  )

/** Mapped listings that a person searches for; only they can be sent to the platform. */
export const useMappedListings = (accountId: string, q: string, limit: number) =>
  useAnswer<Page<"mappings", Mapping>>("mappings", {
    query: { account_id: accountId, state: "mapped", q, limit },
    keepPrevious: true,
  })

/** All movements that a list shows, as a file for a spreadsheet in the reader's language. */
export function useMovementsFile() {
  const lang = useLanguage()
  return useMutation<File, FetchError, QueryValues>({
    mutationFn: (query) => requestFile("movements/export", { ...query, lang }, "movements.csv"),
  })
}
