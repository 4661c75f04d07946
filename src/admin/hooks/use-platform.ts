import { useTranslation } from "react-i18next"
import type { Account } from "../lib/answers"
import { useAccount, useConnectors } from "./use-accounts"

/** An account and the name of its platform; words that fit any platform while that is not known. */
export function usePlatformOf(accountId: string): { account: Account | undefined; platform: string } {
  const { t } = useTranslation("marketplaces")
  const { data } = useAccount(accountId)
  const { data: connectors } = useConnectors()
  const connector = connectors?.connectors.find(({ id }) => id === data?.account.provider_id)
  return { account: data?.account, platform: connector?.name ?? t("orders.fact.platform") }
}
