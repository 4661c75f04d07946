import { toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import { useActOnOrders, type BatchResult, type OrderAction } from "../../hooks/use-orders"
import type { Order } from "../../lib/answers"
import type { SelectionCommand } from "../shared/selection-bar"
import { numberOf } from "./order-number"
import { useDiscardQuestion, wouldDiscard } from "./use-discard-question"
import { useRejectQuestion } from "./use-reject-question"

/** Not X: in Medusa's tables it chooses the row under the pointer. */
const shortcuts = [
  ["retry", "r"],
  ["approve", "a"],
  ["ignore", "i"],
] as const satisfies [OrderAction, string][]
const MOST_NAMED = 5

type Batch = {
  /** An order that was seen in the list. */
  orderOf: (id: string) => Order | undefined
  onDone: () => void
}

type BatchCommands = { commands: SelectionCommand[]; dialog: ReactNode }

/** What can be done with the chosen orders; tells how many were done, and which were not and why. */
export function useBatchCommands(ids: string[], { orderOf, onDone }: Batch): BatchCommands {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const actOnOrders = useActOnOrders()
  const reject = useRejectQuestion()
  const mayDiscard = useDiscardQuestion()
  const discards = () => ids.map(orderOf).some((order) => order !== undefined && wouldDiscard(order))
  const named = (id: string, reference: string) => numberOf(orderOf(id) ?? { number: null, reference })

  const tell = (action: OrderAction, { done, refused }: BatchResult) => {
    const title = t(`orders.batch.done.${action}`, countOf(done.length))
    if (!refused.length) return toast.success(title)
    const told = refused.slice(0, MOST_NAMED).map(({ id, reference, state }) =>
      reference && state
        ? t("orders.batch.refusedOne", {
            reference: named(id, reference),
            state: t(`orders.state.${state}`),
          })
        : t("orders.batch.unknown"),
    )
    const more = refused.length - told.length
    const list = [...told, ...(more ? [t("orders.batch.more", countOf(more))] : [])].join(", ")
    const description = `${t("orders.batch.refused", { ...countOf(refused.length), list })} ${t(`orders.batch.why.${action}`)}`
    return toast.warning(title, { description })
  }

  const run = async (action: OrderAction) => {
    const leftOut = action === "ignore" ? await reject.ask(ids.length) : undefined
    if (leftOut === null) return
    if (action === "retry" && discards() && !(await mayDiscard())) return
    await actOnOrders.mutateAsync({ action, ids, leftOut }).then(
      (result) => {
        tell(action, result)
        onDone()
      },
      ({ message }: Error) => toast.error(t("orders.batch.failed"), { description: message }),
    )
  }

  const commands = shortcuts.map(([action, shortcut]) => ({
    label: t(`orders.action.${action}`),
    shortcut,
    action: () => run(action),
  }))
  return { commands, dialog: reject.dialog }
}
