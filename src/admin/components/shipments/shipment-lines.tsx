import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Dispatch } from "../../lib/answers"
import { useFormat } from "../../lib/format"

/** What is inside a package, as the platform counts it. */
export function ShipmentLines({ shipment }: { shipment: NonNullable<Dispatch["shipment"]> }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  if (!shipment.lines.length) return null
  return (
    <section className="flex flex-col gap-y-2">
      <Heading level="h2">{t("shipping.drawer.lines")}</Heading>
      <ul className="divide-y">
        {shipment.lines.map((line) => (
          <li key={line.line_reference} className="flex items-start justify-between gap-x-4 py-2">
            <div className="min-w-0">
              <Text size="small" leading="compact" className="break-words">
                {line.title}
              </Text>
              {line.sku ? (
                <Text size="xsmall" leading="compact" className="text-ui-fg-subtle">
                  {line.sku}
                </Text>
              ) : null}
            </div>
            <Text as="span" size="small" leading="compact" className="whitespace-nowrap">
              {t("shipping.drawer.quantity", { quantity: format.number(line.quantity) })}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
