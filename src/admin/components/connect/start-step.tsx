import { Alert, DatePicker, Label, RadioGroup, Switch, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Draft } from "./draft"
import { Field } from "./field"
import { StepFrame, type StepProps } from "./step-frame"

const firstImports = ["from_now", "period"] as const satisfies Draft["firstImport"][]
const periodEnds = ["from", "to"] as const
const switches = ["importAutomatically", "reviewFirst"] as const

/** From when orders are taken, what is imported first, and how it goes on. */
export function StartStep({
  connector,
  draft,
  onChange,
  errors,
  failure,
}: StepProps & { failure: Error | null }) {
  const { t } = useTranslation("marketplaces")
  const counts = connector?.activation_counts ?? "placed"
  const firstImportTexts = {
    from_now: t(`connect.start.first.from_now.${counts}`),
    period: t("connect.start.first.period.text"),
  }
  return (
    <StepFrame title={t("connect.start.title")} text={t("connect.start.text")}>
      <Field
        id="connect-activated-at"
        label={t("connect.start.activatedAt")}
        help={t(`connect.start.activatedAtHelp.${counts}`)}
        error={errors.activated_at}
      >
        {({ id: _id, ...aria }) => (
          <DatePicker
            {...aria}
            granularity="minute"
            value={draft.activatedAt}
            onChange={(activatedAt) => onChange({ ...draft, activatedAt })}
          />
        )}
      </Field>
      <div className="flex flex-col gap-y-3">
        <Label size="small" weight="plus" id="connect-first-import">
          {t("connect.start.firstImport")}
        </Label>
        <RadioGroup
          aria-labelledby="connect-first-import"
          value={draft.firstImport}
          onValueChange={(firstImport) =>
            onChange({ ...draft, firstImport: firstImport as Draft["firstImport"] })
          }
          className="grid gap-3 sm:grid-cols-2"
        >
          {firstImports.map((choice) => (
            <RadioGroup.ChoiceBox
              key={choice}
              value={choice}
              label={t(`connect.start.first.${choice}.label`)}
              description={firstImportTexts[choice]}
            />
          ))}
        </RadioGroup>
        {draft.firstImport === "period" ? (
          <div className="grid gap-4 sm:grid-cols-2">
            {periodEnds.map((end) => (
              <Field key={end} id={`connect-${end}`} label={t(`connect.start.${end}`)} error={errors[end]}>
                {({ id: _id, ...aria }) => (
                  <DatePicker
                    {...aria}
                    maxValue={new Date()}
                    value={draft[end]}
                    onChange={(day) => onChange({ ...draft, [end]: day })}
                  />
                )}
              </Field>
            ))}
          </div>
        ) : null}
      </div>
      <ul className="shadow-borders-base divide-y rounded-lg">
        {switches.map((name) => (
          <li key={name} className="flex items-start justify-between gap-x-4 px-4 py-3">
            <div className="min-w-0">
              <Label htmlFor={`connect-${name}`} size="small" weight="plus">
                {t(`connect.start.switch.${name}.label`)}
              </Label>
              <Text size="small" className="text-ui-fg-subtle" id={`connect-${name}-help`}>
                {t(`connect.start.switch.${name}.text`)}
              </Text>
            </div>
            <Switch
              id={`connect-${name}`}
              className="shrink-0"
              aria-describedby={`connect-${name}-help`}
              checked={draft[name]}
              onCheckedChange={(checked) => onChange({ ...draft, [name]: checked })}
            />
          </li>
        ))}
      </ul>
      {failure ? (
        <Alert variant="error" role="alert">
          {failure.message}
        </Alert>
      ) : null}
    </StepFrame>
  )
}
