import { useEffect, useRef } from "react"
import { useLocation, useNavigate } from "react-router-dom"
import type { OrderDetails } from "../../lib/answers"
import { useRefreshMedusaOrders } from "../../lib/query"
import { medusaPath } from "../orders/order-path"

const DRAFT_PAGES = "/draft-orders/"

/**
 * Keeps Medusa's page around the widget true: it is read again when our order has changed, and left for the order's page once
 * it is no draft any more.
 */
export function useMedusaPage(order: OrderDetails | undefined): void {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const refresh = useRefreshMedusaOrders()
  const path = order ? medusaPath(order) : null
  const changedAt = order?.updated_at
  const known = useRef(changedAt)

  useEffect(() => {
    const isChanged = known.current !== undefined && known.current !== changedAt
    known.current = changedAt
    // Without a page of its own the order is gone, and reading it would fail.
    if (!path) return
    const isOver = pathname.startsWith(DRAFT_PAGES) && !path.startsWith(DRAFT_PAGES)
    if (isOver) void navigate(path, { replace: true })
    if (isChanged || isOver) refresh()
  }, [changedAt, path, pathname, navigate, refresh])
}
