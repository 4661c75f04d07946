import { Button, Heading, Text } from "@medusajs/ui"
import { useContext } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import { isChangeable, typedOf } from "./order-changes"
import { OrderChangesForm, type OrderChangesFormProps } from "./order-changes-form"
import { medusaPath } from "./order-path"
import { UnsavedChanges } from "./unsaved-changes"

/** What a person may change: everything about the sale while it waits for review, afterwards only who sold it. */
export function OrderChangesSection({ order, onUnsaved }: OrderChangesFormProps) {
  const { t } = useTranslation("marketplaces")
  const { operate } = useMarketplacePermissions()
  const isUnsaved = useContext(UnsavedChanges)
  if (!operate || !isChangeable(order, "salesperson_id")) return null
  const draft = order.state === "review" ? medusaPath(order) : null
  return (
    <section className="flex flex-col gap-y-3" data-section="changes">
      {draft ? (
        <>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Heading level="h2">{t("orders.change.title")}</Heading>
            {isUnsaved ? (
              <Button size="small" variant="secondary" disabled>
                {t("orders.change.lines")}
              </Button>
            ) : (
              <Button asChild size="small" variant="secondary">
                <Link to={draft}>{t("orders.change.lines")}</Link>
              </Button>
            )}
          </div>
          <Text size="small" className="text-ui-fg-subtle">
            {t("orders.change.text")}
          </Text>
        </>
      ) : null}
      {/* Begins anew with what was saved, or changed by somebody else. */}
      <OrderChangesForm key={JSON.stringify(typedOf(order))} order={order} onUnsaved={onUnsaved} />
    </section>
  )
}
