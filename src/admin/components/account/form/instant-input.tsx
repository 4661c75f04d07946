import { DatePicker } from "@medusajs/ui"
import { useMemo } from "react"

type InstantInputProps = {
  /** ISO 8601, or empty. */
  value: string
  onChange: (value: string) => void
  disabled?: boolean
  /** Nothing later than now. */
  pastOnly?: boolean
  label: string
}

const minuteOf = (at: string): number => Math.floor(new Date(at).getTime() / 60_000)

/** A day and a minute in the reader's own time zone. */
export function InstantInput({ value, onChange, disabled, pastOnly, label }: InstantInputProps) {
  // The picker takes a new Date for a new value, and gives every value back without its seconds.
  const shown = useMemo(() => (value ? new Date(value) : null), [value])
  const latest = useMemo(() => (pastOnly ? new Date() : undefined), [pastOnly])
  return (
    <DatePicker
      aria-label={label}
      granularity="minute"
      value={shown}
      maxValue={latest}
      isDisabled={disabled}
      onChange={(chosen) => {
        const at = chosen?.toISOString() ?? ""
        if (!at || !value || minuteOf(at) !== minuteOf(value)) onChange(at)
      }}
    />
  )
}
