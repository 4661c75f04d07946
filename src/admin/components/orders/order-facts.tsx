import { ArrowUpRightOnBox } from "@medusajs/icons"
import { Badge, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { OrderDetails } from "../../lib/answers"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import { usePersonName } from "../../hooks/use-people"
import { useFormat } from "../../lib/format"
import { isChangeable } from "./order-changes"
import { medusaNumber, medusaPath } from "./order-path"
import { ShipCountdown } from "./ship-by"

/** Underlined and not blue: Medusa's blue on white has too little contrast for small text. */
export const linkLook =
  "text-ui-fg-base hover:text-ui-fg-subtle underline underline-offset-2 focus-visible:shadow-borders-focus inline-flex items-center gap-x-1 rounded outline-none"

/** A name and a value, as Medusa's section rows. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start gap-x-4 py-2">
      <Text as="span" size="small" leading="compact" weight="plus" className="text-ui-fg-subtle">
        {name}
      </Text>
      <Text as="span" size="small" leading="compact" className="break-words">
        {children}
      </Text>
    </div>
  )
}

/** The order at the platform, in a new tab; its number alone where the platform has no such page. */
export function PlatformLink({ order, children }: { order: OrderDetails; children: ReactNode }) {
  const { t } = useTranslation("marketplaces")
  if (!order.platform_url) return <>{children}</>
  return (
    <a href={order.platform_url} target="_blank" rel="noreferrer" className={linkLook}>
      {children}
      <ArrowUpRightOnBox aria-label={t("orders.fact.newTab")} />
    </a>
  )
}

/** "credit_card · 3×", as the platform or a person says. */
function paymentOf({ order }: OrderDetails): string | null {
  const { payment_method: method = null, installments = null } = order ?? {}
  return (
    [method, installments && installments > 1 ? `${installments}×` : null].filter(Boolean).join(" · ") || null
  )
}

/** What the order comes to in Medusa, where somebody made it another amount than the platform's; a canceled one comes to nothing. */
function editedTotal({ order, total }: OrderDetails): string | null {
  if (!order || total === null || order.status === "canceled") return null
  return Number(order.total) === Number(total) ? null : order.total
}

type FactName =
  | "total"
  | "totalInMedusa"
  | "currency"
  | "lines"
  | "marketplace"
  | "placed"
  | "shipBy"
  | "deliverBy"
  | "fulfilledBy"
  | "platformStatus"
  | "atPlatform"
  | "draftOrder"
  | "medusaOrder"
  | "importedAt"
  | "salesperson"
  | "payment"

/** What is known of an order: where and when it was placed, what it costs, who sends it, what it became. */
export function OrderFacts({ order, platform }: { order: OrderDetails; platform: string }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const { operate } = useMarketplacePermissions()
  const nameOf = usePersonName()
  const path = medusaPath(order)
  const salesperson = order.order?.salesperson_id ?? null
  const isInForm = (name: "salesperson_id" | "payment_method") => operate && isChangeable(order, name)
  const edited = editedTotal(order)
  const at = (instant: string | null) => (instant ? format.instant(instant) : null)
  const facts: [FactName, ReactNode][] = [
    [
      "total",
      order.total && order.currency ? format.money(order.total, order.currency) : t("orders.fact.unknown"),
    ],
    ["totalInMedusa", edited && order.currency ? format.money(edited, order.currency) : null],
    ["currency", order.currency],
    ["lines", format.number(order.line_count)],
    ["marketplace", order.site?.name ?? order.marketplace],
    ["placed", at(order.placed_at)],
    [
      "shipBy",
      order.ship_by ? (
        <span className="flex flex-col gap-y-1">
          {at(order.ship_by)}
          <ShipCountdown order={order} />
        </span>
      ) : null,
    ],
    ["deliverBy", at(order.deliver_by)],
    ["fulfilledBy", order.fulfilled_by ? t(`orders.fulfilledBy.${order.fulfilled_by}`) : null],
    ["platformStatus", order.platform_status ? <Badge size="2xsmall">{order.platform_status}</Badge> : null],
    [
      "atPlatform",
      <PlatformLink key="link" order={order}>
        {t("orders.fact.openAt", { platform })}
      </PlatformLink>,
    ],
    [
      order.order?.is_draft_order ? "draftOrder" : "medusaOrder",
      path && order.order ? (
        <Link to={path} className={linkLook}>
          {medusaNumber(order.order)}
        </Link>
      ) : null,
    ],
    ["importedAt", at(order.imported_at)],
    ["salesperson", salesperson && !isInForm("salesperson_id") ? (nameOf(salesperson) ?? salesperson) : null],
    ["payment", isInForm("payment_method") ? null : paymentOf(order)],
  ]
  return (
    <div className="divide-y">
      {facts.map(([name, value]) =>
        value === null || (name === "atPlatform" && !order.platform_url) ? null : (
          <Fact key={name} name={t(`orders.fact.${name}`)}>
            {value}
          </Fact>
        ),
      )}
    </div>
  )
}
