import { toast, usePrompt } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import { useSaveMapping } from "../../hooks/use-mappings"
import type { Mapping } from "../../lib/answers"

const sentenceOf = ({ reason }: PromiseRejectedResult): string =>
  reason instanceof Error ? reason.message : ""

/** Leaves several listings out, after asking once; tells why others were not. Gives whether the person agreed. */
export function useIgnoreListings(): (mappings: Mapping[]) => Promise<boolean> {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const prompt = usePrompt()
  const { mutateAsync: save } = useSaveMapping()
  return useCallback(
    async (mappings) => {
      const agreed = await prompt({
        title: t("mappings.ignore.several", countOf(mappings.length)),
        description: t("mappings.ignore.explanation"),
        confirmText: t("mappings.actions.ignore"),
        cancelText: t("common.cancel"),
        variant: "confirmation",
      })
      if (!agreed) return false
      const results = await Promise.allSettled(
        mappings.map(({ account_id, listing_key }) =>
          save({ account_id, listing_key, variant_id: null, state: "ignored" }),
        ),
      )
      const refused = results.filter((result) => result.status === "rejected")
      const done = results.length - refused.length
      if (done > 0) toast.success(t("mappings.done.severalIgnored", countOf(done)))
      if (refused.length > 0) {
        const description = [...new Set(refused.map(sentenceOf))].join(" ")
        toast.error(t("mappings.done.severalRefused", countOf(refused.length)), { description })
      }
      return true
    },
    [t, countOf, prompt, save],
  )
}
