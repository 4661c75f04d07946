import { Switch, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../../hooks/use-count"
import type { Account, Connector } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { useAction } from "../../../lib/query"
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
  const since = account.notices_since
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
      <FieldRow
        id="notices"
        label={t("realtime.label", { platform })}
        help={t("realtime.help", { platform })}
      >
        {(control) => (
          <Switch
            {...control}
            checked={since !== null}
            disabled={isReadOnly || isPending}
            onCheckedChange={change}
          />
        )}
      </FieldRow>
      <div className="flex flex-col gap-y-1 px-6 py-4" data-notices={since ? "on" : "off"}>
        {since ? <Text size="small">{t("realtime.since", { at: format.instant(since) })}</Text> : null}
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {schedule} {since ? t("realtime.safetyNet") : null}
        </Text>
      </div>
    </Section>
  )
}
