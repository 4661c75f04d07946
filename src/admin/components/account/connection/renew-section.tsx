import { ArrowUpRightOnBox } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Account, Connector } from "../../../lib/answers"
import { Section } from "../section"
import { ConsentDrawer } from "./consent-drawer"
import { CredentialsDrawer } from "./credentials-drawer"

type RenewSectionProps = { account: Account; connector: Connector; isReadOnly: boolean }

/** Gives the account a new permission of the platform: by its consent page, or by credentials that are typed in. */
export function RenewSection({ account, connector, isReadOnly }: RenewSectionProps) {
  const { t } = useTranslation("marketplaces")
  const [open, setOpen] = useState<"consent" | "credentials" | null>(null)
  const byConsent = connector.capabilities.includes("authorization")
  const isLost = account.state === "needs_reauthorization"
  const close = () => setOpen(null)
  return (
    <Section
      title={t("account.renew.title")}
      help={t(isLost ? "account.renew.lost" : "account.renew.help", { platform: connector.name })}
      actions={
        <div className="flex flex-wrap gap-2">
          {byConsent ? (
            <Button
              size="small"
              variant={isLost ? "primary" : "secondary"}
              disabled={isReadOnly}
              onClick={() => setOpen("consent")}
            >
              {t("account.renew.atPlatform", { platform: connector.name })}
              <ArrowUpRightOnBox />
            </Button>
          ) : null}
          {connector.credential_fields.length ? (
            <Button
              size="small"
              variant={isLost && !byConsent ? "primary" : "secondary"}
              disabled={isReadOnly}
              onClick={() => setOpen("credentials")}
            >
              {t("account.renew.typed")}
            </Button>
          ) : null}
        </div>
      }
    >
      <ConsentDrawer account={account} connector={connector} isOpen={open === "consent"} onClose={close} />
      <CredentialsDrawer
        account={account}
        connector={connector}
        isOpen={open === "credentials"}
        onClose={close}
      />
    </Section>
  )
}
