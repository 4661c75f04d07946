import { RadioGroup, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Connector } from "../../lib/answers"
import { ConnectorField } from "./connector-field"
import { waysOf, withCredential, type Way } from "./draft"
import { StepFrame, type StepProps } from "./step-frame"

type WayProps = Omit<StepProps, "connector"> & { connector: Connector }

/** What is to be chosen before the consent page; the page itself is opened by the wizard's main button. */
function ConsentFields({ connector, draft, onChange, errors }: WayProps) {
  const { t } = useTranslation("marketplaces")
  return (
    <>
      {connector.authorization_choices.map((field) => (
        <ConnectorField
          key={field.name}
          field={field}
          value={draft.choice[field.name] ?? ""}
          error={errors[field.name]}
          onChange={(value) => onChange({ ...draft, choice: { ...draft.choice, [field.name]: value } })}
        />
      ))}
      <Text size="small" className="text-ui-fg-subtle">
        {t("connect.access.consentNext", { platform: connector.name })}
      </Text>
    </>
  )
}

function CredentialFields({ connector, draft, onChange, errors }: WayProps) {
  const { t } = useTranslation("marketplaces")
  if (!connector.credential_fields.length) return <Text size="small">{t("connect.access.nothing")}</Text>
  return (
    <>
      {connector.credential_fields.map((field) => (
        <ConnectorField
          key={field.name}
          field={field}
          value={draft.credentials[field.name] ?? ""}
          error={errors[field.name]}
          onChange={(value) => onChange(withCredential(draft, field.name, value))}
        />
      ))}
      <Text size="small" className="text-ui-fg-subtle">
        {t("connect.access.kept")}
      </Text>
    </>
  )
}

const fields = { consent: ConsentFields, typed: CredentialFields } as const

/** How the platform gets to know that it may answer us: every way that its connector offers. */
export function AccessStep(props: StepProps) {
  const { t } = useTranslation("marketplaces")
  const { connector, draft, onChange } = props
  if (!connector) return null
  const ways = waysOf(connector)
  const Fields = fields[draft.way]
  return (
    <StepFrame
      title={t("connect.access.title")}
      text={t("connect.access.text", { platform: connector.name })}
    >
      {ways.length > 1 ? (
        <RadioGroup
          aria-label={t("connect.access.label")}
          value={draft.way}
          onValueChange={(way) => onChange({ ...draft, way: way as Way })}
          className="grid gap-3 sm:grid-cols-2"
        >
          {ways.map((way) => (
            <RadioGroup.ChoiceBox
              key={way}
              value={way}
              label={t(`connect.access.way.${way}.label`)}
              description={t(`connect.access.way.${way}.text`, { platform: connector.name })}
            />
          ))}
        </RadioGroup>
      ) : null}
      <div className="flex flex-col gap-y-6">
        <Fields {...props} connector={connector} />
      </div>
    </StepFrame>
  )
}
