import { useTranslation } from "react-i18next"
import type { Account } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { standingOf } from "../../accounts/account-standing"
import { AccountStateBadge } from "../../accounts/account-state-badge"
import { NeedsPerson } from "../../accounts/needs-person"
import { SyncTimes } from "../../accounts/sync-times"
import { Fact, Section } from "../section"

/** How the account is: whether it is read, when, how far, and what waits for a person. */
export function HealthSection({ account }: { account: Account }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const cursor = account.cursors.find(({ resource }) => resource === "orders")
  return (
    <Section title={t("account.health.title")}>
      <Fact name={t("account.health.state")}>
        <div className="flex flex-col items-start gap-y-1">
          <AccountStateBadge account={account} />
          <span className="text-ui-fg-subtle">{t(`account.health.stateMeans.${standingOf(account)}`)}</span>
        </div>
      </Fact>
      <Fact name={t("accounts.sync.title")}>
        <SyncTimes account={account} />
      </Fact>
      <Fact name={t("account.health.countsSince")}>
        {format.instant(account.activated_at)}
        <span className="text-ui-fg-subtle block">
          {t(`account.health.countsBy.${account.activation_counts}`)}
        </span>
      </Fact>
      <Fact name={t("account.health.readUpTo")}>
        {cursor ? (
          <>
            {format.instant(cursor.position)}
            <span className="text-ui-fg-subtle block">{t("account.health.readUpToHelp")}</span>
          </>
        ) : (
          t("common.never")
        )}
      </Fact>
      <Fact name={t("accounts.needsPerson.title")}>
        <NeedsPerson account={account} />
      </Fact>
    </Section>
  )
}
