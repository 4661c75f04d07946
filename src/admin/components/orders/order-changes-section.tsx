import { Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { OrderDetails } from "../../lib/answers"
import { isChangeable, typedOf } from "./order-changes"
import { OrderChangesForm } from "./order-changes-form"
import { medusaPath } from "./order-path"

/** What a person may change: everything about the sale while it waits for review, afterwards only who sold it. */
export function OrderChangesSection({ order }: { order: OrderDetails }) {
  const { t } = useTranslation("marketplaces")
  const { operate } = useMarketplacePermissions()
  if (!operate || !isChangeable(order, "salesperson_id")) return null
  const draft = order.state === "review" ? medusaPath(order) : null
  return (
    <section className="flex flex-col gap-y-3" data-section="changes">
      {draft ? (
        <>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Heading level="h2">{t("orders.change.title")}</Heading>
            <Button asChild size="small" variant="secondary">
              <Link to={draft}>{t("orders.change.lines")}</Link>
            </Button>
          </div>
          <Text size="small" className="text-ui-fg-subtle">
            {t("orders.change.text")}
          </Text>
        </>
      ) : null}
      {/* Begins anew with what was saved, or changed by somebody else. */}
      <OrderChangesForm key={JSON.stringify(typedOf(order))} order={order} />
    </section>
  )
}
