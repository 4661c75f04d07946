import { Checkbox, Hint, Label, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCountryName } from "./country"
import { marketplacesOf } from "./draft"
import { StepFrame, type StepProps } from "./step-frame"

/** The marketplaces whose orders are taken. */
export function MarketplacesStep({ connector, account, draft, onChange, errors }: StepProps) {
  const { t } = useTranslation("marketplaces")
  const countryName = useCountryName()
  const marketplaces = marketplacesOf(draft, account)
  const platform = connector?.name ?? draft.name
  const toggle = (id: string, on: boolean) =>
    onChange({ ...draft, enabled: [...draft.enabled.filter((one) => one !== id), ...(on ? [id] : [])] })

  return (
    <StepFrame title={t("connect.marketplaces.title")} text={t("connect.marketplaces.text")}>
      {marketplaces.length ? (
        <fieldset className="flex flex-col gap-y-2">
          <legend className="sr-only">{t("connect.marketplaces.title")}</legend>
          <ul className="shadow-borders-base divide-y rounded-lg">
            {marketplaces.map(({ external_id, name, country, currency, participating }) => {
              const id = `connect-site-${external_id}`
              const facts = [country && countryName(country), currency].filter(Boolean).join(" · ")
              return (
                <li key={external_id} className="flex items-start gap-x-3 px-4 py-3">
                  <Checkbox
                    id={id}
                    className="mt-0.5"
                    checked={draft.enabled.includes(external_id)}
                    onCheckedChange={(checked) => toggle(external_id, checked === true)}
                  />
                  <div className="min-w-0">
                    <Label htmlFor={id} size="small" weight="plus">
                      {name}
                    </Label>
                    <Text size="small" className="text-ui-fg-subtle">
                      {participating
                        ? facts
                        : t("connect.marketplaces.notParticipating", { facts, platform })}
                    </Text>
                  </div>
                </li>
              )
            })}
          </ul>
          {errors.marketplaces ? (
            <Hint variant="error" role="alert">
              {t(`connect.error.${errors.marketplaces}`)}
            </Hint>
          ) : null}
        </fieldset>
      ) : (
        <Text size="small">{t("connect.marketplaces.none", { platform })}</Text>
      )}
    </StepFrame>
  )
}
