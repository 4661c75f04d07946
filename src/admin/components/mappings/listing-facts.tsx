import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Mapping } from "../../lib/answers"
import { useFormat } from "../../lib/format"

/** What the platform says of a listing in its own list; nothing while it is known from orders only. */
export function ListingFacts({ mapping }: { mapping: Mapping }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const { barcode, platform_product_id, active, platform_quantity, platform_read_at, listed_at } = mapping
  const facts = [
    ["barcode", barcode],
    ["productId", platform_product_id],
    ["active", active === null ? null : t(active ? "mappings.facts.yes" : "mappings.facts.no")],
    [
      "quantity",
      platform_quantity === null
        ? null
        : platform_read_at
          ? t("mappings.facts.quantityAt", {
              quantity: format.number(platform_quantity),
              at: format.instant(platform_read_at),
            })
          : format.number(platform_quantity),
    ],
    ["listedAt", listed_at && format.instant(listed_at)],
  ] as const
  const known = facts.filter(([, value]) => value !== null)
  if (!known.length) return null
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 pt-2">
      {known.map(([name, value]) => (
        <div key={name} className="contents" data-fact={name}>
          <Text as="span" size="small" className="text-ui-fg-subtle" asChild>
            <dt>{t(`mappings.facts.${name}`)}</dt>
          </Text>
          <Text as="span" size="small" className="break-words" asChild>
            <dd>{value}</dd>
          </Text>
        </div>
      ))}
    </dl>
  )
}
