import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Mapping } from "../../lib/answers"

type Props = {
  mapping: Mapping
  disabled: boolean
  onCreate: () => void
  onIgnore: () => void
  onStopIgnoring: () => void
}

/** What can be done with a listing that is no product of the store: make one, or leave the listing out. */
export function OtherOutcomes({ mapping, disabled, onCreate, onIgnore, onStopIgnoring }: Props) {
  const { t } = useTranslation("marketplaces")
  const outcomes = [
    {
      isOffered: mapping.state !== "mapped",
      label: t("mappings.actions.create"),
      text: t("mappings.create.explanation"),
      onClick: onCreate,
    },
    {
      isOffered: mapping.state !== "ignored",
      label: t("mappings.actions.ignore"),
      text: t("mappings.ignore.explanation"),
      onClick: onIgnore,
    },
    {
      isOffered: mapping.state === "ignored",
      label: t("mappings.actions.stopIgnoring"),
      text: t("mappings.ignore.stop"),
      onClick: onStopIgnoring,
    },
  ]
  return (
    <div className="flex flex-col gap-y-4">
      {outcomes
        .filter(({ isOffered }) => isOffered)
        .map(({ label, text, onClick }) => (
          <div key={label} className="flex flex-col items-start gap-y-2">
            <Text size="small" className="text-ui-fg-subtle">
              {text}
            </Text>
            <Button type="button" size="small" variant="secondary" disabled={disabled} onClick={onClick}>
              {label}
            </Button>
          </div>
        ))}
    </div>
  )
}
