import { useQuery } from "@tanstack/react-query"
import type { SaveMappingBody } from "../../api/admin/marketplaces/mappings/validators"
import type { Mapping, Page, Suggestion } from "../lib/answers"
import { request, sdk } from "../lib/client"
import { ROOT_KEY, useAction, useAnswer } from "../lib/query"

export type MappingFilters = {
  account_id: string
  state?: string
  /** Something was found that they may be. */
  proposed?: "true"
  /** In the platform's own list, or known from orders only. */
  listed?: "true" | "false"
  q?: string
  limit: number
  offset: number
}

type Mappings = Page<"mappings", Mapping>
type Decided = { mapping: Mapping; orders_due: number }

const READING_MS = 5_000

/** An account's listings and what they are in the store; looked at again and again while the platform's list is read. */
export const useMappings = (filters: MappingFilters, isReading = false) =>
  useAnswer<Mappings>("mappings", {
    query: filters,
    keepPrevious: true,
    refetchInterval: isReading ? READING_MS : false,
  })

/** One listing of an account: the first of what is answered, nothing when no order has named it yet. */
export const useListing = (accountId: string, listingKey: string) =>
  useAnswer<Mappings>("mappings", { query: { account_id: accountId, listing_key: listingKey } })

/** Which variants a listing may be, the best first; with `q`, those that a person searches for. */
export const useSuggestions = (mappingId: string, q: string) =>
  useAnswer<{ suggestions: Suggestion[] }>(`mappings/${mappingId}/suggestions`, {
    query: { q },
    keepPrevious: true,
  })

/** Says what a listing is; `orders_due` waited for it and are tried again. */
export const useSaveMapping = () =>
  useAction<SaveMappingBody, Decided>((body) => ({ path: "mappings", body }))

/** Makes a draft product of a listing and maps it. */
export const useCreateProduct = () =>
  useAction<string, Decided>((mappingId) => ({ path: `mappings/${mappingId}/product`, body: {} }))

/** Maps listings to the variants that were proposed for them; what was decided meanwhile is left out. */
export const useAcceptMappings = () =>
  useAction<{ ids: string[] }, { accepted: number; orders_due: number }>((body) => ({
    path: "mappings/accept",
    body,
  }))

/** Maps an account's unmapped listings by exact SKU. */
export const useMatchBySku = (accountId: string) =>
  useAction<void, { matched: number; unmatched: number; orders_due: number }>(() => ({
    path: "mappings/match",
    body: { account_id: accountId },
  }))

/** As many variants as one request names, and as many rows as one answer holds. */
const VARIANTS_AT_ONCE = 50
const MOST_LISTINGS = 100

async function listingsOf(productId: string): Promise<Mapping[]> {
  const { variants } = await sdk.admin.product.listVariants(productId, { fields: "id", limit: 1_000 })
  const ids = variants.map(({ id }) => id)
  const parts = Array.from({ length: Math.ceil(ids.length / VARIANTS_AT_ONCE) }, (_, part) =>
    ids.slice(part * VARIANTS_AT_ONCE, (part + 1) * VARIANTS_AT_ONCE),
  )
  const answers = await Promise.all(
    parts.map((variant_id) => request<Mappings>("mappings", { query: { variant_id, limit: MOST_LISTINGS } })),
  )
  return answers.flatMap(({ mappings }) => mappings)
}

/** The listings that are mapped to a product's variants, over all accounts. */
export const useProductListings = (productId: string) =>
  useQuery({
    queryKey: [ROOT_KEY, "product-listings", productId],
    queryFn: () => listingsOf(productId),
  })
