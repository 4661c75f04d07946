import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Account } from "../../lib/answers"

const colors = {
  connected: "green",
  paused: "grey",
  needs_reauthorization: "orange",
} as const satisfies Record<Account["state"], string>

/** Whether an account is read, as a dot and its word. */
export function AccountStateBadge({ state }: { state: Account["state"] }) {
  const { t } = useTranslation("marketplaces")
  return <StatusBadge color={colors[state]}>{t(`accounts.state.${state}`)}</StatusBadge>
}
