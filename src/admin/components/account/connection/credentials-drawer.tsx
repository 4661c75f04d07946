import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Account, Connector } from "../../../lib/answers"
import { useAction } from "../../../lib/query"
import { ConnectorField } from "../../connect/connector-field"
import { TypedDrawer } from "./typed-drawer"

type CredentialsDrawerProps = { account: Account; connector: Connector; isOpen: boolean; onClose: () => void }
type Credentials = Record<string, string>

/** Credentials typed in anew; the platform is asked before they are stored, and they are never shown again. */
export function CredentialsDrawer({ account, connector, isOpen, onClose }: CredentialsDrawerProps) {
  const { t } = useTranslation("marketplaces")
  const [credentials, setCredentials] = useState<Credentials>({})
  const { mutate, isPending, error, reset } = useAction<Credentials, { account: Account }>((typed) => ({
    path: `accounts/${account.id}`,
    body: { credentials: typed },
  }))
  const fields = connector.credential_fields
  const close = () => {
    setCredentials({})
    reset()
    onClose()
  }
  return (
    <TypedDrawer
      title={t("account.renew.typed")}
      help={t("account.renew.typedHelp", { platform: connector.name })}
      action={t("account.renew.save")}
      isOpen={isOpen}
      isDirty={Object.values(credentials).some(Boolean)}
      isPending={isPending}
      canSubmit={fields.every(({ name }) => credentials[name]?.trim())}
      error={error}
      onSubmit={() =>
        mutate(credentials, {
          onSuccess: () => {
            toast.success(t("account.renew.done"))
            close()
          },
        })
      }
      onClose={close}
    >
      {fields.map((field) => (
        <ConnectorField
          key={field.name}
          field={field}
          value={credentials[field.name] ?? ""}
          onChange={(value) => setCredentials((known) => ({ ...known, [field.name]: value }))}
        />
      ))}
    </TypedDrawer>
  )
}
