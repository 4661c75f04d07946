import { Hint, Label } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { FieldError } from "./steps"

/** What ties a control to its label, its help and its error for those who cannot see them. */
export type FieldAria = {
  id: string
  "aria-labelledby": string
  "aria-describedby": string | undefined
  "aria-invalid": boolean
}

type Props = {
  id: string
  label: string
  help?: string
  error?: FieldError
  /** What the API said is wrong with it. */
  refusal?: string
  children: (aria: FieldAria) => ReactNode
}

/** A label, its control, what helps to fill it in, and what is wrong with it. */
export function Field({ id, label, help, error, refusal, children }: Props) {
  const { t } = useTranslation("marketplaces")
  const helpId = help ? `${id}-help` : undefined
  const wrong = error ? t(`connect.error.${error}`) : refusal
  const errorId = wrong ? `${id}-error` : undefined
  const described = [helpId, errorId].filter(Boolean).join(" ")
  return (
    <div className="flex flex-col gap-y-2">
      <Label id={`${id}-label`} htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      {children({
        id,
        "aria-labelledby": `${id}-label`,
        "aria-describedby": described || undefined,
        "aria-invalid": wrong !== undefined,
      })}
      {help ? <Hint id={helpId}>{help}</Hint> : null}
      {wrong ? (
        <Hint id={errorId} variant="error">
          {wrong}
        </Hint>
      ) : null}
    </div>
  )
}
