import { Button, Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { useConnectors } from "../../hooks/use-accounts"
import { useOrderOf } from "../../hooks/use-orders"
import { usePersonName } from "../../hooks/use-people"
import { ActOnOrder } from "../orders/act-on-order"
import { OrderProblems } from "../orders/order-drawer"
import { Fact, PlatformLink } from "../orders/order-facts"
import { numberOf } from "../orders/order-number"
import { drawerPath } from "../orders/order-path"
import { ShipCountdown } from "../orders/ship-by"
import { ShipmentsOfOrder } from "../shipments/shipments-of-order"
import { OrderState } from "../shared/order-state-icon"
import { useMedusaPage } from "./use-medusa-page"

/** Where a Medusa order or draft order came from, and what is to be done for its platform. Nothing for the shop's own orders. */
export function MarketplaceOrderOf({ orderId }: { orderId: string }) {
  const { t } = useTranslation("marketplaces")
  const { data } = useOrderOf(orderId)
  const { data: connectors } = useConnectors()
  const nameOf = usePersonName()
  const navigate = useNavigate()
  const order = data?.order
  useMedusaPage(order)
  if (!order) return null
  const salesperson = order.order?.salesperson_id
  const platform = connectors?.connectors.find(({ id }) => id === order.account?.provider_id)?.name
  return (
    <Container className="divide-y p-0" data-widget="marketplaces-order">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">{t("widgets.order.title")}</Heading>
        <OrderState order={order} />
      </div>
      <div className="divide-y px-6 py-2">
        <Fact name={t("widgets.order.reference")}>
          <PlatformLink order={order}>{numberOf(order)}</PlatformLink>
        </Fact>
        {order.number ? <Fact name={t("widgets.order.atPlatform")}>{order.reference}</Fact> : null}
        {platform ? <Fact name={t("widgets.order.platform")}>{platform}</Fact> : null}
        {order.account ? <Fact name={t("widgets.order.account")}>{order.account.name}</Fact> : null}
        {order.site ? <Fact name={t("widgets.order.marketplace")}>{order.site.name}</Fact> : null}
        {salesperson ? (
          <Fact name={t("orders.fact.salesperson")}>{nameOf(salesperson) ?? salesperson}</Fact>
        ) : null}
        {order.to_ship && order.ship_by ? (
          <Fact name={t("widgets.order.shipBy")}>
            <ShipCountdown order={order} />
          </Fact>
        ) : null}
      </div>
      {order.problems.length ? (
        <div className="px-6 py-4">
          <OrderProblems order={order} />
        </div>
      ) : null}
      <ShipmentsOfOrder order={order} className="flex flex-col gap-y-2 px-6 py-4" />
      <div className="flex flex-wrap items-center justify-end gap-2 px-6 py-4">
        {order.problems.length ? <ActOnOrder order={order} action="retry" variant="secondary" /> : null}
        {order.state === "review" ? (
          <>
            {/* Its draft goes, and with it this page. */}
            <ActOnOrder
              order={order}
              action="ignore"
              variant="secondary"
              onDone={() => void navigate(drawerPath(order.id))}
            />
            <ActOnOrder order={order} action="approve" variant="primary" />
          </>
        ) : null}
        <Button asChild size="small" variant="secondary">
          <Link to={drawerPath(order.id)}>{t("widgets.order.open")}</Link>
        </Button>
      </div>
    </Container>
  )
}
