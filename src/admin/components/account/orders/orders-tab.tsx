import { useTranslation } from "react-i18next"
import { useCount } from "../../../hooks/use-count"
import type { Account, Connector } from "../../../lib/answers"
import { useAccountForm } from "../form/account-form"
import {
  NumberSetting,
  OptionalNumberSetting,
  PolicySetting,
  StoreSetting,
  SwitchSetting,
  TextSetting,
} from "../form/setting-fields"
import { Section } from "../section"
import { SitesSection } from "../sites/sites-section"
import { ActivationField } from "./activation-field"
import { CursorSection } from "./cursor-section"

const siteColumns = ["enabled", "sales_channel_id", "region_id", "team"] as const

type OrdersTabProps = { account: Account; connector: Connector | undefined; platform: string }

/** When orders are imported, what happens to the difficult ones, and where they belong in the store. */
export function OrdersTab({ account, connector, platform }: OrdersTabProps) {
  const { t } = useTranslation("marketplaces")
  const { settings } = useAccountForm()
  const countOf = useCount()
  const days = connector?.personal_data_days ?? null
  const kept =
    days === null
      ? t("account.orders.kept.noLimit", { platform })
      : t("account.orders.kept.limit", { platform, ...countOf(days) })
  return (
    <div className="flex flex-col gap-y-3">
      <Section title={t("account.orders.importing")}>
        <SwitchSetting name="import_automatically" />
        <NumberSetting name="interval_minutes" />
        <SwitchSetting name="review_first" />
        <ActivationField />
      </Section>
      <Section title={t("account.orders.difficult")}>
        <PolicySetting name="stock_policy" values={["take", "block"]} />
        <PolicySetting name="unmapped_policy" values={["block", "draft"]} />
        <PolicySetting name="unpriced_policy" values={["block", "zero"]} />
      </Section>
      <Section title={t("account.orders.matching")}>
        <PolicySetting name="product_match" values={["sku", "sku_barcode_title"]} />
        <PolicySetting name="customer_rule" values={["email", "name_and_document"]} />
        {settings.customer_rule === "name_and_document" ? (
          <PolicySetting name="customer_without_document" values={["email", "new"]} />
        ) : null}
      </Section>
      <Section title={t("account.orders.store")}>
        <StoreSetting name="sales_channel_id" list="sales_channels" />
        <StoreSetting name="region_id" list="regions" />
        <StoreSetting name="shipping_option_id" list="shipping_options" />
        <StoreSetting name="salesperson_id" list="users" />
        <TextSetting name="team" />
      </Section>
      <SitesSection title={t("account.sites.title")} help={t("account.sites.help")} columns={siteColumns} />
      <Section title={t("account.orders.privacy")} help={kept}>
        <OptionalNumberSetting name="personal_data_days" />
        <SwitchSetting name="keep_personal_data" />
      </Section>
      <CursorSection account={account} />
    </div>
  )
}
