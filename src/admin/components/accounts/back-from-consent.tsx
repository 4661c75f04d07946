import { useState } from "react"
import { useAccount } from "../../hooks/use-accounts"
import type { Account, Connector } from "../../lib/answers"
import { ConnectWizard } from "../connect/connect-wizard"
import { needsSetUp } from "./needs-set-up"
import { RenewedNote } from "./renewed-note"

type Props = { connectors: Connector[]; onClose: () => void }

/**
 * A new account is set up, a known one has only been renewed. Decided once: the wizard must not vanish while it saves what
 * makes the account a set-up one.
 */
function Continue({ account, connectors, onClose }: Props & { account: Account }) {
  const [isNew] = useState(() => needsSetUp(account))
  return isNew ? (
    <ConnectWizard connectors={connectors} account={account} onClose={onClose} />
  ) : (
    <RenewedNote account={account} onDismiss={onClose} />
  )
}

/** The browser is back from a consent page, with the id of the account in its address. */
export function BackFromConsent({ accountId, ...props }: Props & { accountId: string }) {
  const { data } = useAccount(accountId)
  return data ? <Continue account={data.account} {...props} /> : null
}
