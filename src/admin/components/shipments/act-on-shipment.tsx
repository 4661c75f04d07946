import { Button } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import type { DispatchAction } from "../../hooks/use-dispatches"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { Dispatch } from "../../lib/answers"
import { useActOnShipments } from "./use-act-on-shipments"

type ActOnShipmentProps = {
  shipment: Pick<Dispatch, "id" | "actions">
  action: DispatchAction
  variant?: ComponentProps<typeof Button>["variant"]
}

/** The button of one action, where the shipment's state and the person's permissions allow it. */
export function ActOnShipment({ shipment, action, variant = "secondary" }: ActOnShipmentProps) {
  const { t } = useTranslation("marketplaces")
  const { operate } = useMarketplacePermissions()
  const { act, running } = useActOnShipments()
  if (!operate || !shipment.actions.includes(action)) return null
  return (
    <Button
      size="small"
      variant={variant}
      isLoading={running !== undefined}
      onClick={() => void act(action, [shipment.id])}
    >
      {t(`shipping.action.${action}`)}
    </Button>
  )
}
