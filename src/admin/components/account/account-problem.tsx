import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { Account, Problem } from "../../lib/answers"
import { standingOf } from "../accounts/account-standing"
import { ProblemNote } from "../shared/problem-note"
import { tabPath, type AccountTab } from "./account-tabs"
import type { ConnectionTest } from "./connection/use-connection-test"

/** The tab on which a problem of the whole account is solved; the others are solved elsewhere, or by waiting. */
const wayOut: Partial<Record<Problem["solution"], "connection" | "orders" | "products">> = {
  renew_connection: "connection",
  choose_settings: "orders",
  map_product: "products",
}

type AccountProblemProps = { account: Account; tab: AccountTab; test: ConnectionTest }

/** Why the account as a whole does not work, with the way to where that is solved. */
export function AccountProblem({ account, tab, test }: AccountProblemProps) {
  const { t } = useTranslation("marketplaces")
  const { configure } = useMarketplacePermissions()
  if (!account.problem) return null
  const target = wayOut[account.problem.solution]
  return (
    <ProblemNote problem={account.problem}>
      {target && target !== tab ? (
        <Button size="small" variant="secondary" asChild>
          <Link to={tabPath(account, target)}>{t(`account.goTo.${target}`)}</Link>
        </Button>
      ) : null}
      {configure && standingOf(account) === "suspended" ? (
        <Button size="small" variant="secondary" isLoading={test.isPending} onClick={test.run}>
          {t("account.test.lookAgain")}
        </Button>
      ) : null}
    </ProblemNote>
  )
}
