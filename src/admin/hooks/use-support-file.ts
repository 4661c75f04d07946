import { useMutation } from "@tanstack/react-query"
import type { FetchError } from "@medusajs/js-sdk"
import { requestFile, type QueryValues } from "../lib/client"

/** Where the support file of an order is. */
export type SupportFileOf = { path: string; query?: QueryValues; reference: string }

/** Everything about an order but who bought it, as a file for whoever looks into it. */
export const useSupportFile = () =>
  useMutation<File, FetchError, SupportFileOf>({
    mutationFn: ({ path, query = {}, reference }) => requestFile(path, query, `support-${reference}.json`),
  })
