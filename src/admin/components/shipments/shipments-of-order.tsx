import { InformationCircleSolid } from "@medusajs/icons"
import { Heading, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useAccount, useConnectors } from "../../hooks/use-accounts"
import { useDispatches } from "../../hooks/use-dispatches"
import type { Dispatch, OrderDetails } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { tabPath } from "../account/account-tabs"
import { linkLook } from "../orders/order-facts"
import { DispatchStanding } from "../shared/dispatch-standing-icon"
import { LoadFailure } from "../shared/load-failure"
import { ProblemNote } from "../shared/problem-note"
import { WayTo } from "../shared/solution-buttons"
import { ShipmentMeaning } from "./shipment-meaning"
import { carrierNameOf, shipmentPath } from "./shipment-path"
import { ShipmentSolution } from "./shipment-solution"

/** One package of an order: how it stands, how it travels, and what solves its problem. */
function ShipmentOfOrder({ shipment }: { shipment: Dispatch }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const travels = [carrierNameOf(shipment), shipment.shipment?.tracking_number].filter(Boolean).join(" · ")
  return (
    <li className="flex flex-col gap-y-2 py-3" data-shipment={shipment.id}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <Text size="small" leading="compact">
            <Link to={shipmentPath(shipment.id)} className={linkLook}>
              {t("shipping.package", { number: format.number(shipment.package_number ?? 1) })}
            </Link>
          </Text>
          {travels ? (
            <Text size="small" leading="compact" className="text-ui-fg-subtle break-words">
              {travels}
            </Text>
          ) : null}
        </div>
        <DispatchStanding dispatch={shipment} />
      </div>
      {shipment.problem ? (
        <ProblemNote problem={shipment.problem}>
          <ShipmentSolution shipment={shipment} problem={shipment.problem} />
        </ProblemNote>
      ) : shipment.held_by ? (
        <ShipmentMeaning shipment={shipment} />
      ) : null}
    </li>
  )
}

/** A cancellation made here stays here; said where somebody who wants to cancel looks. */
function CancelNote({ order, platform }: { order: OrderDetails; platform: string }) {
  const { t } = useTranslation("marketplaces")
  const isCanceledHere = order.order?.status === "canceled"
  return (
    <Text size="small" className="text-ui-fg-subtle flex items-start gap-x-2" data-cancel-note>
      <InformationCircleSolid className="text-ui-fg-muted mt-0.5 shrink-0" aria-hidden />
      {t(`shipping.cancel.${isCanceledHere ? "canceledHere" : "notSent"}`, { platform })}
    </Text>
  )
}

/** No package yet: whether the platform is told of the first one, and the way to where that is switched on. */
function NothingShipped({ accountId, platform }: { accountId: string; platform: string }) {
  const { t } = useTranslation("marketplaces")
  const { data, error, refetch } = useAccount(accountId)
  const isTold = data?.account.writers.shipments.state === "on"
  if (error) return <LoadFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="my-2 h-12 w-full" aria-label={t("common.loading")} />
  return (
    <div className="flex flex-col items-start gap-y-2 py-2">
      <Text size="small">{t(`shipping.ofOrder.${isTold ? "none" : "noneOff"}`, { platform })}</Text>
      {isTold ? null : (
        <WayTo to={tabPath({ id: accountId }, "shipping")} label={t("shipping.solution.openSettings")} />
      )}
    </div>
  )
}

type ShipmentsOfOrderProps = { order: OrderDetails; className?: string }

/** The packages of an order that the merchant sends, as its platform is told of them. Nothing for other orders. */
export function ShipmentsOfOrder({ order, className }: ShipmentsOfOrderProps) {
  const { t } = useTranslation("marketplaces")
  const { data: connectors } = useConnectors()
  const connector = connectors?.connectors.find(({ id }) => id === order.account?.provider_id)
  const isOurs = order.fulfilled_by === "merchant" && order.order_id !== null && order.state !== "review"
  const { data, error, refetch } = useDispatches(
    { kind: "shipment", marketplace_order_id: [order.id], order: "created_at", limit: 50 },
    { enabled: isOurs },
  )
  if (!connector || !isOurs) return null
  const tells = connector.capabilities.some((name) => name === "shipments")
  if (!(tells && order.state === "imported") && !data?.count) return null
  return (
    <section className={className} data-shipments>
      <Heading level="h2">{t("shipping.ofOrder.title")}</Heading>
      {data?.dispatches.length ? (
        <ul className="divide-y">
          {data.dispatches.map((shipment) => (
            <ShipmentOfOrder key={shipment.id} shipment={shipment} />
          ))}
        </ul>
      ) : data ? (
        <NothingShipped accountId={order.account_id} platform={connector.name} />
      ) : error ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="my-2 h-12 w-full" aria-label={t("common.loading")} />
      )}
      {order.state === "imported" ? <CancelNote order={order} platform={connector.name} /> : null}
    </section>
  )
}
