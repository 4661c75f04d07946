import { Switch, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useCount } from "../../../hooks/use-count"
import { usePersonName } from "../../../hooks/use-people"
import { useMarketplacePermissions } from "../../../hooks/use-permissions"
import { useSwitchWriter } from "../../../hooks/use-writers"
import type { Account } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { shipmentsPath } from "../../shipments/shipment-path"
import { CopyBanner } from "../copy-banner"
import { FieldRow } from "../form/field-row"
import { Section } from "../section"
import { WriterQuestion } from "./writer-question"

type WriterProps = { account: Account; platform: string }

/** Who switched it on and when; else what happens to shipments until somebody does. */
function Standing({ account, platform }: WriterProps) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const countOf = useCount()
  const nameOf = usePersonName()
  const { state, by, at } = account.writers.shipments
  const waiting = account.owed.shipments
  return (
    <div className="flex flex-col gap-y-1 px-6 py-4" data-writer={state}>
      <Text size="small" className="text-pretty">
        {state === "on" && at
          ? t("shipping.writer.since", {
              at: format.instant(at),
              who: nameOf(by) ?? t("account.actor.person"),
            })
          : t("shipping.writer.nothingWritten", { platform })}
      </Text>
      {waiting ? (
        <Text size="small" className="text-ui-fg-subtle">
          <Link to={shipmentsPath(account.id)} className="underline underline-offset-2">
            {t("shipping.writer.waiting", countOf(waiting))}
          </Link>
        </Text>
      ) : null}
      <Text size="small" className="text-ui-fg-subtle text-pretty" data-cancel-note>
        {t("shipping.cancel.notSent", { platform })}
      </Text>
    </div>
  )
}

/** Whether the platform is told of shipments. It acts at once and is no part of the form. */
export function WriterSection({ account, platform }: WriterProps) {
  const { t } = useTranslation("marketplaces")
  const { configure } = useMarketplacePermissions()
  const prompt = usePrompt()
  const [isAsking, setAsking] = useState(false)
  const { mutate, isPending } = useSwitchWriter(account.id)
  const { state } = account.writers.shipments

  const change = (on: boolean, owed?: "send" | "withdraw") =>
    mutate(
      { writer: "shipments", on, owed },
      {
        onSuccess: () => toast.success(t(`shipping.writer.done.${on ? "on" : "off"}`, { platform })),
        onError: ({ message }) => toast.error(t("accounts.refused"), { description: message }),
      },
    )
  const switchOn = () => {
    if (account.owed.shipments || state === "copied") setAsking(true)
    else change(true)
  }
  const switchOff = async () => {
    const agreed = await prompt({
      title: t("shipping.writer.stop.title", { platform }),
      description: t("shipping.writer.stop.text", { platform }),
      confirmText: t("shipping.writer.off"),
      cancelText: t("common.cancel"),
      variant: "confirmation",
    })
    if (agreed) change(false)
  }

  return (
    <Section title={t("shipping.writer.title")}>
      {state === "copied" ? (
        <CopyBanner
          title={t("shipping.writer.copied.title")}
          text={t("shipping.writer.copied.text", { platform })}
          action={t("shipping.writer.copied.action")}
          onSwitchOn={configure ? switchOn : undefined}
          isPending={isPending}
        />
      ) : null}
      <FieldRow
        id="writers.shipments"
        label={t("shipping.writer.label", { platform })}
        help={t("shipping.writer.help", { platform })}
      >
        {(control) => (
          <Switch
            {...control}
            checked={state === "on"}
            disabled={!configure || isPending}
            onCheckedChange={(on) => (on ? switchOn() : void switchOff())}
          />
        )}
      </FieldRow>
      <Standing account={account} platform={platform} />
      <WriterQuestion
        account={account}
        platform={platform}
        open={isAsking}
        onCancel={() => setAsking(false)}
        onAgree={(owed) => {
          setAsking(false)
          change(true, owed)
        }}
      />
    </Section>
  )
}
