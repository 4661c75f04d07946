import { Button, Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useCount } from "../../hooks/use-count"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { Account } from "../../lib/answers"
import { ConnectorAvatar } from "../shared/connector-avatar"
import { ProblemNote } from "../shared/problem-note"
import { AccountMenu } from "./account-menu"
import { AccountStateBadge } from "./account-state-badge"
import { BudgetMeter } from "./budget-meter"
import { NeedsPerson } from "./needs-person"
import { needsSetUp } from "./needs-set-up"
import { SyncTimes } from "./sync-times"

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-y-2 px-6 py-4">
      <Heading level="h3" className="txt-compact-small-plus text-ui-fg-subtle">
        {title}
      </Heading>
      {children}
    </div>
  )
}

/** What stands in the way of the account as a whole: its problem, or a set-up that was not finished. */
function Trouble({ account }: { account: Account }) {
  const { t } = useTranslation("marketplaces")
  const { configure } = useMarketplacePermissions()
  if (account.problem) {
    return (
      <div className="px-6 py-4">
        <ProblemNote problem={account.problem}>
          {account.problem.solution === "renew_connection" && configure ? (
            <Button size="small" variant="secondary" asChild>
              <Link to={`/marketplaces/${account.id}?tab=connection`}>{t("accounts.action.renew")}</Link>
            </Button>
          ) : null}
        </ProblemNote>
      </div>
    )
  }
  if (!needsSetUp(account)) return null
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle">
        {t("accounts.setUp.text")}
      </Text>
      {configure ? (
        <Button size="small" variant="secondary" asChild>
          <Link to={`/marketplaces?connected=${account.id}`}>{t("accounts.setUp.action")}</Link>
        </Button>
      ) : null}
    </div>
  )
}

/** One account: how it is, what waits for a person, when it is read, and how much may still be asked. */
export function AccountCard({ account, platform }: { account: Account; platform: string }) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const enabled = account.sites.filter((site) => site.enabled).length
  return (
    <Container className="divide-y p-0" data-account={account.id}>
      <div className="flex items-center justify-between gap-x-3 px-6 py-4">
        <div className="flex min-w-0 items-center gap-x-3">
          <ConnectorAvatar name={platform} />
          <div className="min-w-0">
            <Heading level="h2" className="truncate">
              <Link
                to={`/marketplaces/${account.id}`}
                className="focus-visible:shadow-borders-focus rounded outline-none hover:underline"
              >
                {account.name}
              </Link>
            </Heading>
            <Text size="small" className="text-ui-fg-subtle truncate">
              {t("accounts.about", { platform, ...countOf(enabled) })}
            </Text>
          </div>
        </div>
        <div className="flex shrink-0 items-center gap-x-2">
          <AccountStateBadge account={account} />
          <AccountMenu account={account} />
        </div>
      </div>
      <Trouble account={account} />
      <div className="grid grid-cols-1 md:grid-cols-3">
        <Fact title={t("accounts.needsPerson.title")}>
          <NeedsPerson account={account} />
        </Fact>
        <Fact title={t("accounts.sync.title")}>
          <SyncTimes account={account} />
        </Fact>
        <Fact title={t("accounts.budget.title")}>
          <BudgetMeter budget={account.budget} />
        </Fact>
      </div>
    </Container>
  )
}
