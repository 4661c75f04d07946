import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import { useAcceptMappings } from "../../hooks/use-mappings"

/** Maps listings to what was proposed for them and tells how many it were; true when it went through. */
export function useAcceptProposals() {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const { mutateAsync, isPending } = useAcceptMappings()
  const accept = async (ids: string[]): Promise<boolean> => {
    try {
      const { accepted, orders_due } = await mutateAsync({ ids })
      const left = ids.length - accepted
      const description = [
        left > 0 ? t("mappings.proposal.left", countOf(left)) : "",
        orders_due > 0 ? t("mappings.done.ordersDue", countOf(orders_due)) : "",
      ]
        .filter(Boolean)
        .join(" ")
      const tell = accepted > 0 ? toast.success : toast.info
      tell(accepted > 0 ? t("mappings.proposal.accepted", countOf(accepted)) : t("mappings.proposal.none"), {
        description,
      })
      return true
    } catch (error) {
      toast.error(t("mappings.done.failed"), {
        description: error instanceof Error ? error.message : undefined,
      })
      return false
    }
  }
  return { accept, isPending }
}
