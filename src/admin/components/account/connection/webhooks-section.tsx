import { CheckCircleSolid } from "@medusajs/icons"
import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../../hooks/use-count"
import type { Account } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { useAction } from "../../../lib/query"
import { ProblemNote } from "../../shared/problem-note"
import { Section } from "../section"

type WebhooksSectionProps = { account: Account; platform: string; isReadOnly: boolean }

const useRegisterWebhooks = (accountId: string) =>
  useAction<void, { account: Account }>(() => ({ path: `accounts/${accountId}/webhooks` }))

/** Whether the platform calls us when an order changes, why it does not, and the way to ask it again. */
export function WebhooksSection({ account, platform, isReadOnly }: WebhooksSectionProps) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const countOf = useCount()
  const { mutate, isPending } = useRegisterWebhooks(account.id)
  const since = account.webhooks?.registered_at ?? null
  const problem = account.webhooks?.problem ?? null

  // That the platform said no is an answer as well: the account tells why.
  const register = () =>
    mutate(undefined, {
      onSuccess: ({ account: { webhooks } }) =>
        webhooks?.problem
          ? toast.error(t("realtime.webhooks.refused", { platform }), { description: webhooks.problem.title })
          : toast.success(t("realtime.webhooks.done", { platform })),
      onError: ({ message }) => toast.error(t("accounts.refused"), { description: message }),
    })

  return (
    <Section
      title={t("realtime.title")}
      help={t("realtime.webhooks.help", { platform })}
      actions={
        <Button
          size="small"
          variant="secondary"
          disabled={isReadOnly || account.state !== "connected"}
          isLoading={isPending}
          onClick={register}
        >
          {t(since ? "realtime.webhooks.again" : "realtime.webhooks.register")}
        </Button>
      }
    >
      {problem ? (
        <div className="px-6 py-4">
          <ProblemNote problem={problem} />
        </div>
      ) : null}
      <div className="flex flex-col gap-y-1 px-6 py-4" data-webhooks={since ? "registered" : "missing"}>
        <Text size="small" className="flex items-center gap-x-2">
          {since && !problem ? (
            <CheckCircleSolid className="text-ui-tag-blue-icon shrink-0" aria-hidden />
          ) : null}
          {since
            ? t("realtime.webhooks.since", { platform, at: format.instant(since) })
            : t("realtime.webhooks.never", { platform })}
        </Text>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("realtime.schedule", countOf(account.settings.interval_minutes))} {t("realtime.safetyNet")}
        </Text>
      </div>
    </Section>
  )
}
