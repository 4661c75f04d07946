import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Account, Connector } from "../../../lib/answers"
import { useAction } from "../../../lib/query"
import { ConnectorField } from "../../connect/connector-field"
import { TypedDrawer } from "./typed-drawer"

type ConsentDrawerProps = { account: Account; connector: Connector; isOpen: boolean; onClose: () => void }
type Consent = { provider_id: string; account_id: string; name: string; choice: Record<string, string> }

/** Leads to the platform's consent page, after what has to be chosen for it. The page leads back here. */
export function ConsentDrawer({ account, connector, isOpen, onClose }: ConsentDrawerProps) {
  const { t } = useTranslation("marketplaces")
  const [choice, setChoice] = useState<Record<string, string>>({})
  const { mutate, isPending, isSuccess, error } = useAction<Consent, { url: string }>((body) => ({
    path: "accounts/authorize",
    body,
  }))
  const fields = connector.authorization_choices
  return (
    <TypedDrawer
      title={t("account.renew.atPlatform", { platform: connector.name })}
      help={t("account.renew.consentHelp", { platform: connector.name, account: account.name })}
      action={t("account.renew.go", { platform: connector.name })}
      isOpen={isOpen}
      isDirty={false}
      isPending={isPending || isSuccess}
      canSubmit={fields.every(({ name }) => choice[name])}
      error={error}
      onSubmit={() =>
        mutate(
          { provider_id: account.provider_id, account_id: account.id, name: account.name, choice },
          { onSuccess: ({ url }) => window.location.assign(url) },
        )
      }
      onClose={onClose}
    >
      {fields.map((field) => (
        <ConnectorField
          key={field.name}
          field={field}
          value={choice[field.name] ?? ""}
          onChange={(value) => setChoice((known) => ({ ...known, [field.name]: value }))}
        />
      ))}
    </TypedDrawer>
  )
}
