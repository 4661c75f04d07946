import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import { useActOnOrders, type BatchResult, type OrderAction } from "../../hooks/use-orders"
import type { SelectionCommand } from "../shared/selection-bar"
import { useIgnorePrompt } from "./use-ignore-prompt"

const shortcuts = [
  ["retry", "r"],
  ["approve", "a"],
  ["ignore", "i"],
] as const satisfies [OrderAction, string][]
const MOST_NAMED = 5

/** What can be done with the chosen orders; tells how many were done, and which were not and why. */
export function useBatchCommands(ids: string[], onDone: () => void): SelectionCommand[] {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const actOnOrders = useActOnOrders()
  const mayIgnore = useIgnorePrompt()

  const tell = (action: OrderAction, { done, refused }: BatchResult) => {
    const title = t(`orders.batch.done.${action}`, countOf(done.length))
    if (!refused.length) return toast.success(title)
    const named = refused
      .slice(0, MOST_NAMED)
      .map(({ reference, state }) =>
        reference && state
          ? t("orders.batch.refusedOne", { reference, state: t(`orders.state.${state}`) })
          : t("orders.batch.unknown"),
      )
    const more = refused.length - named.length
    const list = [...named, ...(more ? [t("orders.batch.more", countOf(more))] : [])].join(", ")
    const description = `${t("orders.batch.refused", { ...countOf(refused.length), list })} ${t(`orders.batch.why.${action}`)}`
    return toast.warning(title, { description })
  }

  const run = async (action: OrderAction) => {
    if (action === "ignore" && !(await mayIgnore(ids.length))) return
    actOnOrders.mutate(
      { action, ids },
      {
        onSuccess: (result) => {
          tell(action, result)
          onDone()
        },
        onError: ({ message }) => toast.error(t("orders.batch.failed"), { description: message }),
      },
    )
  }

  return shortcuts.map(([action, shortcut]) => ({
    label: t(`orders.action.${action}`),
    shortcut,
    action: () => void run(action),
  }))
}
