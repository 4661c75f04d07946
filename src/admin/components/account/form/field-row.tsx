import { Hint, Label, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

export type ControlProps = {
  id: string
  "aria-invalid": boolean | undefined
  "aria-describedby": string
}

type FieldRowProps = {
  /** Unique on the page: the field's path, e.g. "settings.team". */
  id: string
  label: string
  help: string
  error?: string
  children: (control: ControlProps) => ReactNode
}

/** A field of the form: what it is and a sentence of help on the left, the control and what is wrong with it on the right. */
export function FieldRow({ id, label, help, error, children }: FieldRowProps) {
  return (
    <div className="grid gap-x-6 gap-y-2 px-6 py-4 md:grid-cols-2" data-field={id}>
      <div>
        <Label htmlFor={id} id={`${id}-label`} size="small" weight="plus">
          {label}
        </Label>
        <Text id={`${id}-help`} size="small" className="text-ui-fg-subtle text-pretty">
          {help}
        </Text>
      </div>
      <div className="flex min-w-0 flex-col justify-center gap-y-1">
        {children({
          id,
          "aria-invalid": error ? true : undefined,
          "aria-describedby": error ? `${id}-error` : `${id}-help`,
        })}
        {error ? (
          <Hint id={`${id}-error`} variant="error">
            {error}
          </Hint>
        ) : null}
      </div>
    </div>
  )
}
