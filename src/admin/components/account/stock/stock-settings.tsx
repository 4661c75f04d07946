import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Account } from "../../../lib/answers"
import { tabPath } from "../account-tabs"
import { NumberSetting, OptionalNumberSetting, StoreSetting, SwitchSetting } from "../form/setting-fields"
import { Section } from "../section"

type StockSettingsProps = { account: Account; platform: string; sendsStock: boolean }

/** From where orders are served, and how much of it is offered. */
export function StockSettings({ account, platform, sendsStock }: StockSettingsProps) {
  const { t } = useTranslation("marketplaces")
  return (
    <>
      <Section
        title={t("account.stock.title")}
        help={t("account.stock.help")}
        actions={
          <Button size="small" variant="transparent" asChild>
            <Link to={tabPath(account, "orders")}>{t("account.stock.shortOfStock")}</Link>
          </Button>
        }
      >
        <StoreSetting name="stock_location_id" list="stock_locations" />
        <SwitchSetting name="reserve_waiting_orders" />
      </Section>
      {sendsStock ? (
        <Section title={t("stock.offer.title", { platform })} help={t("stock.offer.help")}>
          <NumberSetting name="stock_buffer" />
          <OptionalNumberSetting name="stock_cap" />
          <NumberSetting name="stock_brake_percent" />
        </Section>
      ) : null}
    </>
  )
}
