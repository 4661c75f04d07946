import { Alert, Switch, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { usePlatformLocations } from "../../../hooks/use-locations"
import { usePersonName } from "../../../hooks/use-people"
import { useMarketplacePermissions } from "../../../hooks/use-permissions"
import { useSwitchWriter } from "../../../hooks/use-writers"
import type { Account } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { standingOf } from "../../accounts/account-standing"
import { CopyBanner } from "../copy-banner"
import { FieldRow } from "../form/field-row"
import { Section } from "../section"

type SendingProps = {
  account: Account
  platform: string
  /** The platform keeps stock by location. */
  byLocation: boolean
}

/** Since when stock is sent and who wanted it; else what it means that it is not. */
function Standing({ account, platform }: Omit<SendingProps, "byLocation">) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const nameOf = usePersonName()
  const { state, by, at } = account.writers.stock
  return (
    <Text size="small" className="text-ui-fg-subtle text-pretty" data-writer={state}>
      {state === "on" && at
        ? t("stock.sending.since", { at: format.instant(at), who: nameOf(by) ?? t("account.actor.person") })
        : t("stock.sending.nothingSent", { platform })}
    </Text>
  )
}

/** What to know beforehand where the platform has several locations and nobody said which are the store's; else empty. */
function useUnsaidLocations({ account, platform, byLocation }: SendingProps): string {
  const { t } = useTranslation("marketplaces")
  const unsaid = byLocation && account.state === "connected" && !account.settings.location_map.length
  // The same answer as the section further down shows: it is asked for once.
  const { data } = usePlatformLocations(account.id, unsaid)
  const several = (data?.locations.length ?? 0) > 1
  return unsaid && several ? t("stock.sending.unsaidLocations", { platform }) : ""
}

/** Switches the sending of stock after asking, and tells how that went. */
function useSwitchStock({ account, platform, byLocation }: SendingProps) {
  const { t } = useTranslation("marketplaces")
  const unsaidLocations = useUnsaidLocations({ account, platform, byLocation })
  const prompt = usePrompt()
  const { mutate, isPending } = useSwitchWriter(account.id)
  const turn = async (way: "on" | "off") => {
    const agreed = await prompt({
      title: t(`stock.sending.${way}.ask`, { platform }),
      description: [t(`stock.sending.${way}.text`, { platform }), way === "on" ? unsaidLocations : ""]
        .join(" ")
        .trim(),
      confirmText: t(`stock.sending.${way}.action`),
      cancelText: t("common.cancel"),
      variant: "confirmation",
    })
    if (!agreed) return
    mutate(
      { writer: "stock", on: way === "on" },
      {
        onSuccess: () => toast.success(t(`stock.sending.${way}.done`, { platform })),
        onError: ({ message }) => toast.error(t("stock.failed"), { description: message }),
      },
    )
  }
  return { turn, isPending }
}

/** Whether the platform is told of stock. It acts at once and is no part of the form. */
export function StockSending({ account, platform, byLocation }: SendingProps) {
  const { t } = useTranslation("marketplaces")
  const { configure } = useMarketplacePermissions()
  const { turn, isPending } = useSwitchStock({ account, platform, byLocation })
  const { state } = account.writers.stock
  const standing = standingOf(account)
  return (
    <Section title={t("stock.sending.title")}>
      {state === "copied" ? (
        <CopyBanner
          title={t("stock.sending.copied.title")}
          text={t("stock.sending.copied.text", { platform })}
          action={t("stock.sending.copied.action")}
          onSwitchOn={configure ? () => void turn("on") : undefined}
          isPending={isPending}
        />
      ) : null}
      <FieldRow
        id="writers.stock"
        label={t("stock.sending.label", { platform })}
        help={t("stock.sending.help", { platform })}
      >
        {(control) => (
          <div className="flex items-center gap-x-3">
            <Switch
              {...control}
              className="shrink-0"
              checked={state === "on"}
              disabled={!configure || isPending}
              onCheckedChange={(on) => void turn(on ? "on" : "off")}
            />
            <Standing account={account} platform={platform} />
          </div>
        )}
      </FieldRow>
      {state === "on" && standing !== "connected" ? (
        <div className="px-6 py-4">
          <Alert variant="warning">{t(`stock.sending.notWhile.${standing}`, { platform })}</Alert>
        </div>
      ) : null}
    </Section>
  )
}
