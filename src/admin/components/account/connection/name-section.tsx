import { Input } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import type { Account } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { useAccountForm } from "../form/account-form"
import { FieldRow } from "../form/field-row"
import { Fact, Section } from "../section"

/** The field's id, and what a link's hash says to land in it. */
export const NAME_FIELD = "name"

function NameField() {
  const { t } = useTranslation("marketplaces")
  const form = useAccountForm()
  const { hash, key } = useLocation()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (hash === `#${NAME_FIELD}`) input.current?.focus()
  }, [hash, key])
  return (
    <FieldRow
      id={NAME_FIELD}
      label={t("account.label.name")}
      help={t("account.help.name")}
      error={form.errors.name}
    >
      {(control) => (
        <Input
          {...control}
          ref={input}
          maxLength={100}
          value={form.name}
          disabled={form.isReadOnly || form.isSaving}
          onChange={({ target }) => form.setName(target.value)}
        />
      )}
    </FieldRow>
  )
}

/** What the account is called here, and who it is at the platform. */
export function NameSection({ account, platform }: { account: Account; platform: string }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const { profile } = account
  return (
    <Section title={t("account.identity.title")}>
      <NameField />
      <Fact name={t("account.identity.platform")}>{platform}</Fact>
      <Fact name={t("account.identity.externalId")}>
        <span className="break-all">{account.external_id}</span>
      </Fact>
      {profile?.store_name ? <Fact name={t("account.identity.storeName")}>{profile.store_name}</Fact> : null}
      {profile?.language ? (
        <Fact name={t("account.identity.language")}>{format.language(profile.language)}</Fact>
      ) : null}
      {profile?.company_document ? (
        <Fact name={t("account.identity.companyDocument")}>{profile.company_document}</Fact>
      ) : null}
      {account.marketplace_set ? (
        <Fact name={t("account.identity.marketplaceSet")}>{account.marketplace_set}</Fact>
      ) : null}
      <Fact name={t("account.identity.marketplaces")}>
        {account.sites
          .map((site) =>
            site.enabled ? site.name : t("account.identity.switchedOff", { marketplace: site.name }),
          )
          .join(", ")}
      </Fact>
      <Fact name={t("account.identity.orderPrefix")}>
        {account.order_prefix}
        <span className="text-ui-fg-subtle block">
          {t("account.identity.orderPrefixHelp", { prefix: account.order_prefix })}
        </span>
      </Fact>
      <Fact name={t("account.identity.connectedSince")}>{format.instant(account.created_at)}</Fact>
    </Section>
  )
}
