import { useMemo } from "react"
import { useConnectors } from "../../../hooks/use-accounts"
import type { Account, Connector } from "../../../lib/answers"

const NO_CONNECTORS: Connector[] = []

/** Of some accounts, those whose platform can hold goods for the merchant. */
export function useHoldingAccounts(accounts: Account[] | undefined): Account[] {
  const { data } = useConnectors()
  const connectors = data?.connectors ?? NO_CONNECTORS
  return useMemo(() => {
    const holding = connectors.filter(({ capabilities }) => capabilities.some((name) => name === "inventory"))
    return (accounts ?? []).filter(({ provider_id }) => holding.some(({ id }) => id === provider_id))
  }, [accounts, connectors])
}
