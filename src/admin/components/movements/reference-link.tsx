import type { MouseEvent } from "react"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import type { Movement, Order, Page } from "../../lib/answers"
import { request } from "../../lib/client"
import { useFormat } from "../../lib/format"
import { drawerPath } from "../orders/order-path"
import { ordersPath, referenceOf, transfersPath } from "./movement-path"

const look =
  "text-ui-fg-base focus-visible:shadow-borders-focus rounded font-medium outline-none hover:underline"

/** Leads to the order's drawer. A movement knows the platform's number only, so the order is looked up when it is wanted. */
function OrderLink({ movement }: { movement: Movement }) {
  const navigate = useNavigate()
  const open = async (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    const { account_id, reference } = movement
    const found = await request<Page<"orders", Order>>("orders", {
      query: { account_id, q: reference, limit: 1 },
    }).catch(() => undefined)
    const order = found?.orders.find((one) => one.reference === reference)
    // Without it the list says that there is no such order, or why it could not be looked up.
    void navigate(order ? drawerPath(order.id) : ordersPath(movement))
  }
  return (
    <Link to={ordersPath(movement)} onClick={(event) => void open(event)} className={look}>
      {movement.reference}
    </Link>
  )
}

/** What a movement refers to: an order, a transfer, or the count that found it. */
export function ReferenceLink({ movement }: { movement: Movement }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const told = referenceOf(movement)
  if (told.kind === "order") return <OrderLink movement={movement} />
  if (told.kind === "count") {
    return (
      <span className="text-ui-fg-subtle">{t("movements.countOf", { at: format.instant(told.at) })}</span>
    )
  }
  return (
    <Link to={transfersPath(movement.account_id)} className={look}>
      {told.reference}
    </Link>
  )
}
