import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Account } from "../../lib/answers"
import { standingOf, type AccountStanding } from "./account-standing"

const colors = {
  connected: "green",
  paused: "grey",
  suspended: "orange",
  needs_reauthorization: "orange",
} as const satisfies Record<AccountStanding, string>

/** Whether an account is read, as a dot and its word. */
export function AccountStateBadge({ account }: { account: Pick<Account, "state" | "problem"> }) {
  const { t } = useTranslation("marketplaces")
  const standing = standingOf(account)
  return <StatusBadge color={colors[standing]}>{t(`accounts.state.${standing}`)}</StatusBadge>
}
