import { Hint, Input, RadioGroup } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ConnectorFacts } from "./connector-facts"
import { withConnector } from "./draft"
import { Field } from "./field"
import { StepFrame, type StepProps } from "./step-frame"

/** Which platform, and what the account is called here. */
export function PlatformStep({ connectors, connector, draft, onChange, errors }: StepProps) {
  const { t } = useTranslation("marketplaces")
  const choose = (id: string) => {
    const chosen = connectors.find((one) => one.id === id)
    if (chosen) onChange(withConnector(draft, chosen))
  }
  return (
    <StepFrame title={t("connect.platform.title")} text={t("connect.platform.text")}>
      <div className="flex flex-col gap-y-2">
        <RadioGroup
          aria-label={t("connect.platform.label")}
          value={draft.providerId}
          onValueChange={choose}
          className="grid gap-3 sm:grid-cols-2"
        >
          {connectors.map(({ id, name, order_prefix }) => (
            <RadioGroup.ChoiceBox
              key={id}
              value={id}
              label={name}
              description={t("connect.platform.prefix", { example: `${order_prefix}-…` })}
            />
          ))}
        </RadioGroup>
        {errors.platform ? <Hint variant="error">{t(`connect.error.${errors.platform}`)}</Hint> : null}
      </div>
      <Field
        id="connect-account-name"
        label={t("connect.platform.name")}
        help={t("connect.platform.nameHelp")}
        error={errors.name}
      >
        {(aria) => (
          <Input
            {...aria}
            maxLength={100}
            autoComplete="off"
            value={draft.name}
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      {connector ? <ConnectorFacts connector={connector} /> : null}
    </StepFrame>
  )
}
