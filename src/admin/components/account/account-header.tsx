import { ArrowPath, PauseSolid, PencilSquare, PlaySolid, ShieldCheck } from "@medusajs/icons"
import { Button, Heading, IconButton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useAskedAccountAction } from "../../hooks/use-asked-account-action"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { Account } from "../../lib/answers"
import { courseOf } from "../accounts/account-standing"
import { AccountStateBadge } from "../accounts/account-state-badge"
import { ConnectorAvatar } from "../shared/connector-avatar"
import type { ConnectionTest } from "./connection/use-connection-test"
import { NAME_FIELD } from "./connection/name-section"
import { tabPath } from "./account-tabs"

type AccountHeaderProps = { account: Account; platform: string; test: ConnectionTest }

/** Which account it is, how it is, and what can be done with it at once. */
export function AccountHeader({ account, platform, test }: AccountHeaderProps) {
  const { t } = useTranslation("marketplaces")
  const { operate, configure } = useMarketplacePermissions()
  const { run, running } = useAskedAccountAction(account)
  const course = courseOf(account)
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
      <div className="flex min-w-0 items-center gap-x-3">
        <ConnectorAvatar name={platform} />
        <div className="min-w-0">
          <div className="flex items-center gap-x-1">
            <Heading className="truncate">{account.name}</Heading>
            {configure ? (
              <IconButton size="2xsmall" variant="transparent" asChild>
                <Link to={`${tabPath(account, "connection")}#${NAME_FIELD}`} aria-label={t("account.rename")}>
                  <PencilSquare className="text-ui-fg-muted" />
                </Link>
              </IconButton>
            ) : null}
          </div>
          <Text size="small" className="text-ui-fg-subtle">
            {platform}
          </Text>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <AccountStateBadge account={account} />
        {operate ? (
          <Button
            size="small"
            variant="secondary"
            disabled={account.state !== "connected" || account.syncing}
            isLoading={running === "sync"}
            onClick={() => void run("sync")}
          >
            <ArrowPath className={account.syncing ? "animate-spin" : undefined} />
            {t(account.syncing ? "account.syncing" : "accounts.action.sync")}
          </Button>
        ) : null}
        {configure ? (
          <>
            <Button size="small" variant="secondary" isLoading={test.isPending} onClick={test.run}>
              <ShieldCheck />
              {t("account.test.action")}
            </Button>
            {account.state === "needs_reauthorization" ? null : (
              <Button
                size="small"
                variant="secondary"
                isLoading={running === course}
                onClick={() => void run(course)}
              >
                {course === "pause" ? <PauseSolid /> : <PlaySolid />}
                {t(`accounts.action.${course}`)}
              </Button>
            )}
          </>
        ) : null}
      </div>
    </div>
  )
}
