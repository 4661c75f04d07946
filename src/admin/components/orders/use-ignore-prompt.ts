import { usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"

/** Asks before orders are left out, and says how to get them back. */
export function useIgnorePrompt() {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const prompt = usePrompt()
  return (count: number): Promise<boolean> =>
    prompt({
      title: t("orders.ignore.title", countOf(count)),
      description: t("orders.ignore.text", countOf(count)),
      confirmText: t("orders.action.ignore"),
      cancelText: t("common.cancel"),
    })
}
