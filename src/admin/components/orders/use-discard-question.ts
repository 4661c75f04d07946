import { usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Order } from "../../lib/answers"

/** True for a draft that somebody edited in Medusa: trying the order again makes it anew from the platform's order. */
export const wouldDiscard = ({ state, draft_edited_at }: Pick<Order, "state" | "draft_edited_at">): boolean =>
  state === "review" && draft_edited_at !== null

/** Asks before what was edited in a draft order is lost. */
export function useDiscardQuestion() {
  const { t } = useTranslation("marketplaces")
  const prompt = usePrompt()
  return (): Promise<boolean> =>
    prompt({
      title: t("orders.discard.title"),
      description: t("orders.discard.text"),
      confirmText: t("orders.discard.confirm"),
      cancelText: t("common.cancel"),
    })
}
