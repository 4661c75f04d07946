import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCarriers } from "../../hooks/use-carriers"
import { useCorrectShipment } from "../../hooks/use-dispatches"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { Dispatch } from "../../lib/answers"

type UseSuggestedProps = { shipment: Dispatch; carrier: string | undefined }

/** Sends one shipment with the carrier whose name is nearest to the one that was typed; nothing where none is near. */
export function UseSuggested({ shipment, carrier }: UseSuggestedProps) {
  const { t } = useTranslation("marketplaces")
  const { operate } = useMarketplacePermissions()
  const { data } = useCarriers(shipment.account_id, "", Boolean(carrier))
  const { mutateAsync, isPending } = useCorrectShipment(shipment.id)
  const tracking = shipment.shipment?.tracking_number
  const suggested = data?.carriers.find(({ code }) => code === carrier)
  if (!operate || !tracking || !suggested) return null

  // Awaited, since the button is gone with its problem by the time the answer is here.
  const send = async (code: string) => {
    try {
      await mutateAsync({ tracking_number: tracking, carrier: code })
      toast.success(t("shipping.correct.done"))
    } catch (thrown) {
      const description = thrown instanceof Error ? thrown.message : undefined
      toast.error(t("shipping.batch.failed"), { description })
    }
  }
  return (
    <Button size="small" isLoading={isPending} onClick={() => void send(suggested.code)}>
      {t("shipping.solution.useCarrier", { carrier: suggested.label })}
    </Button>
  )
}
