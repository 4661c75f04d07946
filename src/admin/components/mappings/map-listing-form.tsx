import { Button, Drawer, Heading } from "@medusajs/ui"
import { useEffect, useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { Mapping } from "../../lib/answers"
import { ListingSummary } from "./listing-summary"
import { OtherOutcomes } from "./other-outcomes"
import { unitsTyped } from "./package-content"
import { PackageFields } from "./package-fields"
import { useListingActions } from "./use-listing-actions"
import { VariantChoice, type ChosenVariant } from "./variant-choice"
import { nameOfVariant } from "./variant-line"

type Props = {
  mapping: Mapping
  onDirty: (isDirty: boolean) => void
  /** Called with nothing to lose any more: something was decided, or the person asked to leave. */
  onDecided: () => void
}

/** Which variant a listing is, how many of it one package holds, or what is done with it instead. */
export function MapListingForm({ mapping, onDirty, onDecided }: Props) {
  const { t } = useTranslation("marketplaces")
  const [chosen, setChosen] = useState<ChosenVariant | null>(mapping.variant)
  const [units, setUnits] = useState(String(mapping.units_per_package))
  const [packaging, setPackaging] = useState(mapping.packaging ?? "")
  const actions = useListingActions()
  const unitsPerPackage = unitsTyped(units)
  const isDirty =
    chosen?.id !== mapping.variant?.id ||
    units !== String(mapping.units_per_package) ||
    packaging !== (mapping.packaging ?? "")

  useEffect(() => onDirty(isDirty), [isDirty, onDirty])

  const finish = (decided: Promise<Mapping | undefined>) =>
    void decided.then((changed) => changed && onDecided())

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The drawer stands in a portal: without this its events would reach a form around it.
    event.stopPropagation()
    if (!chosen || unitsPerPackage === undefined) return
    finish(
      actions.map(mapping, chosen.id, {
        units_per_package: unitsPerPackage,
        packaging: packaging.trim() || null,
      }),
    )
  }

  return (
    <form onSubmit={submit} className="flex min-h-0 flex-1 flex-col">
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <ListingSummary mapping={mapping} />
        <VariantChoice mapping={mapping} chosen={chosen} onChoose={setChosen} />
        <PackageFields
          units={units}
          packaging={packaging}
          variantName={chosen ? nameOfVariant(chosen) : undefined}
          onUnits={setUnits}
          onPackaging={setPackaging}
        />
        <div className="border-ui-border-base flex flex-col gap-y-3 border-t pt-6">
          <Heading level="h2">{t("mappings.otherwise")}</Heading>
          <OtherOutcomes
            mapping={mapping}
            disabled={actions.isPending}
            onCreate={() => finish(actions.createProduct(mapping))}
            onIgnore={() => finish(actions.ignore(mapping))}
            onStopIgnoring={() => finish(actions.stopIgnoring(mapping))}
          />
        </div>
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button size="small" variant="secondary" type="button">
            {t("common.cancel")}
          </Button>
        </Drawer.Close>
        <Button
          size="small"
          type="submit"
          disabled={!chosen || unitsPerPackage === undefined || !isDirty}
          isLoading={actions.isPending}
        >
          {t("common.save")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
