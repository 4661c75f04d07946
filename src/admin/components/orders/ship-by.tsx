import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNow } from "../../hooks/use-now"
import type { Order } from "../../lib/answers"
import { useFormat } from "../../lib/format"

type ToShip = Pick<Order, "to_ship" | "ship_by">

export const isLate = ({ to_ship, ship_by }: ToShip, now: number): boolean =>
  to_ship && ship_by !== null && Date.parse(ship_by) < now

/** How long there is still to send the order, or since when it is late; nothing when there is nothing to send. */
export function ShipCountdown({ order }: { order: ToShip }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const late = isLate(order, useNow())
  if (!order.to_ship || !order.ship_by) return null
  return (
    <Text as="span" size="small" weight="plus" className={late ? "text-ui-tag-red-text" : undefined}>
      {t(`orders.shipBy.${late ? "late" : "due"}`, { when: format.relative(order.ship_by) })}
    </Text>
  )
}

/** The ship-by date in a table: late ones say so, in red and in words. */
export function ShipByCell({ order }: { order: ToShip }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const late = isLate(order, useNow())
  if (!order.ship_by) return "–"
  return late ? (
    <span className="text-ui-tag-red-text">
      <span className="font-medium">{t("orders.shipBy.mark")}</span> · {format.day(order.ship_by)}
    </span>
  ) : (
    format.day(order.ship_by)
  )
}
