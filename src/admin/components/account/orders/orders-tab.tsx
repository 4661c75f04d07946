import { useTranslation } from "react-i18next"
import type { Account } from "../../../lib/answers"
import {
  NumberSetting,
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

/** When orders are imported, what happens to the difficult ones, and where they belong in the store. */
export function OrdersTab({ account }: { account: Account }) {
  const { t } = useTranslation("marketplaces")
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
      <Section title={t("account.orders.store")}>
        <StoreSetting name="sales_channel_id" list="sales_channels" />
        <StoreSetting name="region_id" list="regions" />
        <StoreSetting name="shipping_option_id" list="shipping_options" />
        <TextSetting name="team" />
      </Section>
      <SitesSection title={t("account.sites.title")} help={t("account.sites.help")} columns={siteColumns} />
      <Section title={t("account.orders.privacy")}>
        <SwitchSetting name="keep_personal_data" />
      </Section>
      <CursorSection account={account} />
    </div>
  )
}
