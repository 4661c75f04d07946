import { Select } from "@medusajs/ui"
import type { Choice } from "../../../hooks/use-store-choices"
import { Field } from "../../connect/field"

type ChoiceFieldProps = {
  id: string
  label: string
  help?: string
  refusal?: string
  placeholder: string
  choices: Choice[]
  value: string | undefined
  onChange: (value: string) => void
}

/** One of some choices, which has to be made. */
export function ChoiceField({ placeholder, choices, value, onChange, ...field }: ChoiceFieldProps) {
  return (
    <Field {...field}>
      {(aria) => (
        <Select value={value ?? ""} onValueChange={onChange}>
          <Select.Trigger {...aria} aria-labelledby={`${aria["aria-labelledby"]} ${aria.id}`}>
            <Select.Value placeholder={placeholder} />
          </Select.Trigger>
          <Select.Content>
            {choices.map((choice) => (
              <Select.Item key={choice.value} value={choice.value}>
                {choice.label}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
    </Field>
  )
}
