import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Mapping } from "../../lib/answers"

const colors = { unmapped: "orange", mapped: "green", ignored: "grey" } as const satisfies Record<
  Mapping["state"],
  string
>

/** Whether a listing is mapped. */
export function ListingState({ state }: { state: Mapping["state"] }) {
  const { t } = useTranslation("marketplaces")
  return <StatusBadge color={colors[state]}>{t(`mappings.state.${state}`)}</StatusBadge>
}
