import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import type { Mapping } from "../../lib/answers"
import { ListingFacts } from "./listing-facts"
import { ListingName } from "./listing-name"
import { ListingState } from "./listing-state"

/** What the platform sells, and which orders wait for it. */
export function ListingSummary({ mapping }: { mapping: Mapping }) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  return (
    <section
      aria-label={t("mappings.columns.listing")}
      className="bg-ui-bg-subtle border-ui-border-base rounded-lg border px-4 py-3"
    >
      <div className="flex items-start justify-between gap-x-3">
        <ListingName mapping={mapping} />
        <ListingState state={mapping.state} />
      </div>
      <Text size="small" className="text-ui-fg-subtle pt-1">
        {mapping.fulfilled_by
          ? `${t("mappings.columns.fulfilledBy")}: ${t(`mappings.fulfilledBy.${mapping.fulfilled_by}`)} · `
          : null}
        {mapping.orders_blocked > 0
          ? t("mappings.ordersWaiting", countOf(mapping.orders_blocked))
          : t("mappings.noOrderWaits")}
      </Text>
      <ListingFacts mapping={mapping} />
    </section>
  )
}
