import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Account, Connector } from "../../../lib/answers"
import { tabPath } from "../account-tabs"
import { CapabilitySection } from "../capabilities/capability-section"
import { StoreSetting } from "../form/setting-fields"
import { Section } from "../section"
import { SitesSection } from "../sites/sites-section"

const siteColumns = ["stock_location_id", "platform_location_id"] as const

/** From which location orders are served, and what the connector does with stock. */
export function StockTab({ account, connector }: { account: Account; connector: Connector | undefined }) {
  const { t } = useTranslation("marketplaces")
  return (
    <div className="flex flex-col gap-y-3">
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
        <StoreSetting name="platform_location_id" list="stock_locations" />
      </Section>
      <SitesSection
        title={t("account.sites.stockTitle")}
        help={t("account.sites.stockHelp")}
        columns={siteColumns}
      />
      {connector ? <CapabilitySection tab="stock" connector={connector} /> : null}
    </div>
  )
}
