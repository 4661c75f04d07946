import { Select, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useStoreChoices } from "../../hooks/use-store-choices"

/** Stands for "nothing chosen": a select's item may not be empty. */
const EMPTY = "-"

export type ChoiceList = Parameters<typeof useStoreChoices>[0]

type ChoiceSelectProps = {
  list: ChoiceList
  value: string | null
  /** What it means to choose nothing. */
  emptyLabel: string
  disabled: boolean
  onChange: (value: string | null) => void
  id?: string
  size?: "base" | "small"
  "aria-label"?: string
  "aria-invalid"?: boolean
  "aria-describedby"?: string
}

/** One of the store's sales channels, regions, locations, administrators or shipping options, or none of them. */
export function ChoiceSelect({
  list,
  value,
  emptyLabel,
  disabled,
  onChange,
  size,
  ...control
}: ChoiceSelectProps) {
  const { t } = useTranslation("marketplaces")
  const { data, error } = useStoreChoices(list)
  if (error) {
    return (
      <Text size="small" className="text-ui-fg-error" role="alert">
        {error.message}
      </Text>
    )
  }
  if (!data) return <Skeleton className="h-8 w-full" aria-label={t("common.loading")} />
  // What is chosen and not in the list (removed from the store meanwhile) is shown all the same.
  const choices =
    value === null || data.some((choice) => choice.value === value)
      ? data
      : [...data, { value, label: value }]
  return (
    <Select
      size={size}
      value={value ?? EMPTY}
      disabled={disabled}
      onValueChange={(chosen) => onChange(chosen === EMPTY ? null : chosen)}
    >
      <Select.Trigger {...control}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        <Select.Item value={EMPTY}>{emptyLabel}</Select.Item>
        {choices.map((choice) => (
          <Select.Item key={choice.value} value={choice.value}>
            {choice.label}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
