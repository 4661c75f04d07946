import { Button, toast } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import { useActOnOrder, type OrderAction } from "../../hooks/use-orders"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { Order } from "../../lib/answers"
import { useIgnorePrompt } from "./use-ignore-prompt"

type ActOnOrderProps = {
  order: Pick<Order, "id" | "reference" | "actions">
  action: OrderAction
  variant?: ComponentProps<typeof Button>["variant"]
}

/** The button of one action, where the order's state and the person's permissions allow it. Ignoring asks first. */
export function ActOnOrder({ order, action, variant }: ActOnOrderProps) {
  const { t } = useTranslation("marketplaces")
  const { operate } = useMarketplacePermissions()
  const act = useActOnOrder(order.id)
  const mayIgnore = useIgnorePrompt()
  if (!operate || !order.actions.includes(action)) return null

  const run = async () => {
    if (action === "ignore" && !(await mayIgnore(1))) return
    act.mutate(action, {
      onSuccess: () => toast.success(t(`orders.done.${action}`, { reference: order.reference })),
      onError: ({ message }) => toast.error(t("orders.batch.failed"), { description: message }),
    })
  }
  return (
    <Button size="small" variant={variant} isLoading={act.isPending} onClick={() => void run()}>
      {t(`orders.action.${action}`)}
    </Button>
  )
}
