import { Hint, Input, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import { useFormat } from "../../lib/format"
import { unitsTyped } from "./package-content"

type Props = {
  units: string
  packaging: string
  /** What is taken from stock, for the example. */
  variantName: string | undefined
  onUnits: (text: string) => void
  onPackaging: (text: string) => void
}

/** How many pieces of the variant one sale of the listing is, told with an example while it is typed. */
export function PackageFields({ units, packaging, variantName, onUnits, onPackaging }: Props) {
  const { t } = useTranslation("marketplaces")
  const { number } = useFormat()
  const countOf = useCount()
  const id = useId()
  const typed = unitsTyped(units)
  return (
    <div className="flex flex-col gap-y-4">
      <div className="flex flex-col gap-y-2">
        <Label htmlFor={`${id}-units`} size="small" weight="plus">
          {t("mappings.units.label")}
        </Label>
        <Input
          id={`${id}-units`}
          inputMode="numeric"
          className="w-32"
          value={units}
          aria-invalid={typed === undefined}
          aria-describedby={`${id}-units-help ${id}-units-example`}
          onChange={(event) => onUnits(event.target.value)}
        />
        <Hint id={`${id}-units-help`}>{t("mappings.units.help")}</Hint>
        <div id={`${id}-units-example`} aria-live="polite">
          {typed === undefined ? (
            <Hint variant="error">{t("mappings.units.invalid")}</Hint>
          ) : (
            <Text size="small">
              {t("mappings.units.example", {
                ...countOf(typed),
                units: number(typed),
                variant: variantName ?? t("mappings.units.someVariant"),
              })}
            </Text>
          )}
        </div>
      </div>
      <div className="flex flex-col gap-y-2">
        <div className="flex items-center gap-x-1">
          <Label htmlFor={`${id}-packaging`} size="small" weight="plus">
            {t("mappings.packaging.label")}
          </Label>
          <Text as="span" size="small" className="text-ui-fg-subtle">
            ({t("mappings.packaging.optional")})
          </Text>
        </div>
        <Input
          id={`${id}-packaging`}
          maxLength={100}
          value={packaging}
          placeholder={t("mappings.packaging.placeholder")}
          aria-describedby={`${id}-packaging-help`}
          onChange={(event) => onPackaging(event.target.value)}
        />
        <Hint id={`${id}-packaging-help`}>{t("mappings.packaging.help")}</Hint>
      </div>
    </div>
  )
}
