import { ArchiveBox, ArrowPath, FlyingBox, ListCheckbox, TruckFast } from "@medusajs/icons"
import type { FC } from "react"
import { useTranslation } from "react-i18next"
import type { Movement } from "../../lib/answers"

type Reason = Movement["reason"]

const icons: Record<Reason, FC<{ className?: string }>> = {
  platform_shipment: FlyingBox,
  platform_count: ListCheckbox,
  inbound_sent: TruckFast,
  inbound_received: ArchiveBox,
  mapping_changed: ArrowPath,
}

/** The reasons in the order in which goods go through them. */
export const movementReasons = Object.keys(icons) as Reason[]

/** Why stock moved, in words. */
export function MovementReason({ reason }: { reason: Reason }) {
  const { t } = useTranslation("marketplaces")
  const Icon = icons[reason]
  return (
    <span className="flex items-center gap-x-2" data-reason={reason}>
      <Icon className="text-ui-fg-subtle shrink-0" aria-hidden />
      <span className="truncate">{t(`movements.reason.${reason}`)}</span>
    </span>
  )
}
