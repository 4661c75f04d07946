import { Button, toast } from "@medusajs/ui"
import { useContext, type ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import { useActOnOrder, type OrderAction } from "../../hooks/use-orders"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { Order } from "../../lib/answers"
import { numberOf } from "./order-number"
import { UnsavedChanges } from "./unsaved-changes"
import { useDiscardQuestion, wouldDiscard } from "./use-discard-question"
import { useRejectQuestion } from "./use-reject-question"

type ActOnOrderProps = {
  order: Order
  action: OrderAction
  variant?: ComponentProps<typeof Button>["variant"]
  onDone?: () => void
}

/**
 * The button of one action, where the order's state and the person's permissions allow it. Rejecting asks why. It is off while
 * changes are unsaved.
 */
export function ActOnOrder({ order, action, variant, onDone }: ActOnOrderProps) {
  const { t } = useTranslation("marketplaces")
  const { operate } = useMarketplacePermissions()
  const act = useActOnOrder(order.id)
  const reject = useRejectQuestion()
  const mayDiscard = useDiscardQuestion()
  const isUnsaved = useContext(UnsavedChanges)
  if (!operate || !order.actions.includes(action)) return null

  const run = async () => {
    const leftOut = action === "ignore" ? await reject.ask(1) : undefined
    if (leftOut === null) return
    if (action === "retry" && wouldDiscard(order) && !(await mayDiscard())) return
    // The button may be gone with the order's state by the time the answer is here.
    act.mutateAsync({ action, leftOut }).then(
      () => {
        toast.success(t(`orders.done.${action}`, { reference: numberOf(order) }))
        onDone?.()
      },
      ({ message }: Error) => toast.error(t("orders.batch.failed"), { description: message }),
    )
  }
  return (
    <>
      <Button
        size="small"
        variant={variant}
        disabled={isUnsaved}
        isLoading={act.isPending}
        onClick={() => void run()}
      >
        {t(`orders.action.${action}`)}
      </Button>
      {reject.dialog}
    </>
  )
}
