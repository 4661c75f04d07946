import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Account, Dispatch } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { Fact, linkLook } from "../orders/order-facts"
import { numberOf } from "../orders/order-number"
import { drawerPath } from "../orders/order-path"
import { carrierNameOf } from "./shipment-path"

type FactName =
  | "carrier"
  | "tracking"
  | "shippedAt"
  | "confirmedAt"
  | "attempts"
  | "lastTry"
  | "nextTry"
  | "marketplaceOrder"
  | "medusaOrder"
  | "account"

type ShipmentFactsProps = { shipment: Dispatch; account: Account | undefined }

/** What is known of a package: how it travels, when it was sent and told, and which order it belongs to. */
export function ShipmentFacts({ shipment, account }: ShipmentFactsProps) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const at = (instant: string | null | undefined) => (instant ? format.instant(instant) : null)
  const expired = shipment.shipment === null
  const { marketplace_order_id: orderId, order_id: medusaId, held_by, next_attempt_at: next } = shipment
  const facts: [FactName, ReactNode][] = [
    ["carrier", expired ? null : (carrierNameOf(shipment) ?? t("shipping.fact.missing"))],
    ["tracking", expired ? null : (shipment.shipment?.tracking_number ?? t("shipping.fact.missing"))],
    ["shippedAt", at(shipment.shipment?.shipped_at)],
    ["confirmedAt", at(shipment.confirmed_at)],
    ["attempts", shipment.attempts ? format.number(shipment.attempts) : null],
    ["lastTry", at(shipment.attempted_at)],
    ["nextTry", held_by || shipment.standing === "sending" ? null : at(next)],
    [
      "marketplaceOrder",
      orderId ? (
        <Link key="order" to={drawerPath(orderId)} className={linkLook}>
          {numberOf(shipment) ?? orderId}
        </Link>
      ) : null,
    ],
    [
      "medusaOrder",
      medusaId ? (
        <Link key="medusa" to={`/orders/${medusaId}`} className={linkLook}>
          {t("shipping.fact.openMedusaOrder")}
        </Link>
      ) : null,
    ],
    ["account", account?.name ?? null],
  ]
  return (
    <div className="divide-y">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <Fact key={name} name={t(`shipping.fact.${name}`)}>
            {value}
          </Fact>
        ),
      )}
    </div>
  )
}
