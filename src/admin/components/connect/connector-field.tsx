import { Input, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Connector } from "../../lib/answers"
import { Field } from "./field"
import type { FieldError } from "./steps"

type Props = {
  field: Connector["credential_fields"][number]
  value: string
  error?: FieldError
  onChange: (value: string) => void
}

/** One field as its connector describes it: a choice, a secret, or plain text. */
export function ConnectorField({ field, value, error, onChange }: Props) {
  const { t } = useTranslation("marketplaces")
  return (
    <Field id={`connect-${field.name}`} label={field.label} help={field.help} error={error}>
      {(aria) =>
        field.options ? (
          <Select value={value} onValueChange={onChange}>
            <Select.Trigger {...aria} aria-labelledby={`${aria["aria-labelledby"]} ${aria.id}`}>
              <Select.Value placeholder={t("connect.access.choose")} />
            </Select.Trigger>
            <Select.Content>
              {field.options.map((option) => (
                <Select.Item key={option.value} value={option.value}>
                  {option.label}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        ) : (
          <Input
            {...aria}
            // A browser that keeps a seller's token would offer it at the next login.
            type={field.secret ? "password" : "text"}
            autoComplete={field.secret ? "new-password" : "off"}
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  )
}
