import { usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"

/** Asks before shipments are taken off the list of what is to be sent, and says what that means for the platform. */
export function useWithdrawPrompt() {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const prompt = usePrompt()
  return (count: number): Promise<boolean> =>
    prompt({
      title: t("shipping.withdraw.title", countOf(count)),
      description: t("shipping.withdraw.text", countOf(count)),
      confirmText: t("shipping.action.withdraw"),
      cancelText: t("common.cancel"),
    })
}
