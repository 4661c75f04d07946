import { useMutation } from "@tanstack/react-query"
import type { FetchError } from "@medusajs/js-sdk"
import type { Page, PrivacyRecord } from "../lib/answers"
import { requestFile, type QueryValues } from "../lib/client"
import { useAction, useAnswer } from "../lib/query"

/** Requests come by themselves, and are carried out within minutes. */
const REFRESH_MS = 15_000

/** What platforms asked for about personal data, and what was removed; the newest first. */
export const usePrivacyRecords = (query: QueryValues) =>
  useAnswer<Page<"privacy_requests", PrivacyRecord>>("privacy-requests", {
    query,
    keepPrevious: true,
    refetchInterval: REFRESH_MS,
  })

/** The answer to a buyer's question, as a file to hand over. */
export const usePrivacyFile = () =>
  useMutation<File, FetchError, string>({
    mutationFn: (id) => requestFile(`privacy-requests/${id}/export`, {}, `personal-data-${id}.json`),
  })

/** The answer was handed over. */
export const useMarkAnswered = () =>
  useAction<string, { privacy_request: PrivacyRecord }>((id) => ({ path: `privacy-requests/${id}/answered` }))
