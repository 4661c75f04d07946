import { useAnswer } from "../lib/query"

export type Carrier = { code: string; label: string; takes_name: boolean }

/** The platform's carriers; with `q` also the one that was probably meant by it. */
export const useCarriers = (accountId: string, q = "", enabled = true) =>
  useAnswer<{ carriers: Carrier[]; suggestion: string | null }>(`accounts/${accountId}/carriers`, {
    query: { q },
    enabled,
    keepPrevious: true,
  })
