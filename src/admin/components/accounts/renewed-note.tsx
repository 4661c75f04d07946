import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Account } from "../../lib/answers"

/** A consent renewed an account that had been set up before: nothing is left to choose. */
export function RenewedNote({ account, onDismiss }: { account: Account; onDismiss: () => void }) {
  const { t } = useTranslation("marketplaces")
  return (
    <Alert variant="success" role="status">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span>{t("accounts.renewed", { account: account.name })}</span>
        <span className="flex gap-2">
          <Button size="small" variant="secondary" asChild>
            <Link to={`/marketplaces/${account.id}`}>{t("accounts.action.open")}</Link>
          </Button>
          <Button size="small" variant="transparent" onClick={onDismiss}>
            {t("common.close")}
          </Button>
        </span>
      </div>
    </Alert>
  )
}
