import { Spinner } from "@medusajs/icons"
import { Text, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Account } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { standingOf } from "./account-standing"

type Next = "paused" | "suspended" | "renew" | "by_hand" | "soon" | { at: string }

/** When the account is read next, or why it is not. */
function nextSync(account: Account): Next {
  const { settings, next_sync_at } = account
  const standing = standingOf(account)
  if (standing === "paused" || standing === "suspended") return standing
  if (standing === "needs_reauthorization") return "renew"
  if (!next_sync_at) return settings.import_automatically ? "soon" : "by_hand"
  return new Date(next_sync_at) > new Date() ? { at: next_sync_at } : "soon"
}

/** "3 minutes ago"; the exact time for the mouse and for the keyboard. */
function RelativeTime({ at }: { at: string }) {
  const format = useFormat()
  return (
    <Tooltip content={format.instant(at)}>
      <time
        dateTime={at}
        tabIndex={0}
        className="focus-visible:shadow-borders-focus cursor-default rounded underline decoration-dotted underline-offset-4 outline-none"
      >
        {format.relative(at)}
      </time>
    </Tooltip>
  )
}

/** When an account was read last and will be read next. */
export function SyncTimes({ account }: { account: Account }) {
  const { t } = useTranslation("marketplaces")
  const next = nextSync(account)
  return (
    <dl className="txt-small grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
      <dt className="text-ui-fg-subtle">{t("accounts.sync.last")}</dt>
      <dd>{account.last_sync_at ? <RelativeTime at={account.last_sync_at} /> : t("common.never")}</dd>
      <dt className="text-ui-fg-subtle">{t("accounts.sync.next")}</dt>
      <dd>
        {account.syncing ? (
          <Text as="span" size="small" className="inline-flex items-center gap-x-1">
            <Spinner className="animate-spin" aria-hidden />
            {t("accounts.sync.now")}
          </Text>
        ) : typeof next === "string" ? (
          t(`accounts.sync.when.${next}`)
        ) : (
          <RelativeTime at={next.at} />
        )}
      </dd>
    </dl>
  )
}
