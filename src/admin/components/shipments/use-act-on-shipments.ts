import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import { useActOnDispatches, type DispatchAction, type DispatchBatchResult } from "../../hooks/use-dispatches"
import { useWithdrawPrompt } from "./use-withdraw-prompt"

/**
 * Tries shipments again or takes them off the list, one or many. Taking off asks first; afterwards it is told how many were
 * done, and why others were left as they are.
 */
export function useActOnShipments() {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const { mutateAsync, isPending, variables } = useActOnDispatches()
  const mayWithdraw = useWithdrawPrompt()

  const tell = (action: DispatchAction, { done, refused }: DispatchBatchResult) => {
    const title = t(`shipping.batch.done.${action}`, countOf(done.length))
    if (!refused.length) return toast.success(title)
    const states = [
      ...new Set(
        refused.map(({ state }) => (state ? t(`shipping.state.${state}`) : t("shipping.batch.unknown"))),
      ),
    ]
    const left = t("shipping.batch.refused", { ...countOf(refused.length), states: states.join(", ") })
    return toast.warning(title, { description: `${left} ${t(`shipping.batch.why.${action}`)}` })
  }

  const act = async (action: DispatchAction, ids: string[], onDone?: () => void) => {
    if (action === "withdraw" && !(await mayWithdraw(ids.length))) return
    // Awaited, since the button may be gone with its problem by the time the answer is here.
    try {
      tell(action, await mutateAsync({ action, ids }))
      onDone?.()
    } catch (thrown) {
      const description = thrown instanceof Error ? thrown.message : undefined
      toast.error(t("shipping.batch.failed"), { description })
    }
  }
  return { act, running: isPending ? variables.action : undefined }
}
