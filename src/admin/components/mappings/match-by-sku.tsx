import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import { useMatchBySku } from "../../hooks/use-mappings"

/** Tries the SKUs of all unmapped listings again. */
export function MatchBySku({ accountId }: { accountId: string }) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const match = useMatchBySku(accountId)
  const run = () =>
    match.mutate(undefined, {
      onSuccess: ({ matched, unmatched, orders_due }) => {
        const sentences = [
          unmatched > 0 ? t("mappings.match.unmatched", countOf(unmatched)) : "",
          orders_due > 0 ? t("mappings.done.ordersDue", countOf(orders_due)) : "",
        ]
        const tell = matched > 0 ? toast.success : toast.info
        tell(matched > 0 ? t("mappings.match.matched", countOf(matched)) : t("mappings.match.nothing"), {
          description: sentences.filter(Boolean).join(" "),
        })
      },
      onError: ({ message }) => toast.error(t("mappings.done.failed"), { description: message }),
    })
  return (
    <Button size="small" variant="secondary" onClick={run} isLoading={match.isPending}>
      {t("mappings.match.action")}
    </Button>
  )
}
