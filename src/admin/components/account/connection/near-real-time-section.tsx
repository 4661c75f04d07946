import { Switch, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../../hooks/use-count"
import type { Account, Connector } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { useAction } from "../../../lib/query"
import { CopyBanner } from "../copy-banner"
import { FieldRow } from "../form/field-row"
import { Section } from "../section"

type NearRealTimeSectionProps = { account: Account; connector: Connector; isReadOnly: boolean }

const useSwitchNotices = (accountId: string) =>
  useAction<boolean, { account: Account }>((on) => ({ path: `accounts/${accountId}/notices`, body: { on } }))

/** Whether the platform sends word of changed orders. It acts at once and is no part of the form. */
export function NearRealTimeSection({ account, connector, isReadOnly }: NearRealTimeSectionProps) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const countOf = useCount()
  const { mutate, isPending } = useSwitchNotices(account.id)
  const platform = connector.name
  const state = account.notices_state
  const since = state === "on" ? account.notices_since : null
  const schedule = t("realtime.schedule", countOf(account.settings.interval_minutes))

  if (!connector.capabilities.some((name) => name === "changes")) {
    return (
      <Section title={t("realtime.title")}>
        <Text size="small" className="text-ui-fg-subtle px-6 py-4 text-pretty" data-notices="missing">
          {schedule} {t("realtime.missing", { platform })}
        </Text>
      </Section>
    )
  }
  const change = (on: boolean) =>
    mutate(on, {
      onSuccess: () => toast.success(t(on ? "realtime.isOn" : "realtime.isOff", { platform })),
      onError: ({ message }) => toast.error(t("accounts.refused"), { description: message }),
    })
  return (
    <Section title={t("realtime.title")}>
      {state === "copied" ? (
        <CopyBanner
          title={t("realtime.copied.title")}
          text={t("realtime.copied.text", { platform })}
          action={t("realtime.copied.action")}
          onSwitchOn={isReadOnly ? undefined : () => change(true)}
          isPending={isPending}
        />
      ) : null}
      <FieldRow
        id="notices"
        label={t("realtime.label", { platform })}
        help={t("realtime.help", { platform })}
      >
        {(control) => (
          <Switch
            {...control}
            checked={state === "on"}
            disabled={isReadOnly || isPending}
            onCheckedChange={change}
          />
        )}
      </FieldRow>
      <div className="flex flex-col gap-y-1 px-6 py-4" data-notices={state}>
        {since ? <Text size="small">{t("realtime.since", { at: format.instant(since) })}</Text> : null}
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {schedule} {since ? t("realtime.safetyNet") : null}
        </Text>
      </div>
    </Section>
  )
}
