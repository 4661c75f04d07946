import { useTranslation } from "react-i18next"
import { useListUrl } from "../../../hooks/use-list-url"
import { useStock } from "../../../hooks/use-stock"
import type { Account, Connector } from "../../../lib/answers"
import { CapabilitySection } from "../capabilities/capability-section"
import { StoreSetting } from "../form/setting-fields"
import { Section } from "../section"
import { SitesSection } from "../sites/sites-section"
import { toStockQuery } from "./list-query"
import { LocationSection } from "./location-section"
import { PlatformStock } from "./platform-stock"
import { SafetyStop } from "./safety-stop"
import { StockLevels } from "./stock-levels"
import { StockSending } from "./stock-sending"
import { StockSettings } from "./stock-settings"

const PAGE_SIZE = 20
const ownColumns = ["stock_location_id"] as const
const siteColumns = [...ownColumns, "platform_location_id"] as const

/** What the platform is offered: the switch, the safety stop while it holds, and every level. */
function OfferedStock(props: { account: Account; platform: string; byLocation: boolean }) {
  const { account, platform } = props
  const url = useListUrl(PAGE_SIZE)
  const page = useStock(
    account.id,
    { ...toStockQuery(url.valueOf), limit: url.limit, offset: url.offset },
    account.writers.stock.at,
  )
  // The levels are looked at more often than the account.
  const brake = page.data ? page.data.brake : account.stock_brake
  return (
    <>
      {brake ? <SafetyStop account={account} brake={brake} platform={platform} /> : null}
      <StockSending {...props} />
      <StockLevels account={account} platform={platform} url={url} page={page} />
    </>
  )
}

/** What the platform is offered of the store's stock, what it holds itself, and from which locations orders are served. */
export function StockTab({ account, connector }: { account: Account; connector: Connector | undefined }) {
  const { t } = useTranslation("marketplaces")
  const platform = connector?.name ?? account.provider_id
  const sendsStock = connector?.capabilities.includes("stock") ?? false
  const byLocation = connector?.capabilities.includes("locations") ?? false
  const holdsStock = connector?.capabilities.includes("inventory") ?? false
  const platformShips = connector?.platform_ships ?? true
  return (
    <div className="flex flex-col gap-y-3">
      {sendsStock ? <OfferedStock account={account} platform={platform} byLocation={byLocation} /> : null}
      <StockSettings account={account} platform={platform} sendsStock={sendsStock} />
      {sendsStock && byLocation ? <LocationSection account={account} platform={platform} /> : null}
      {holdsStock ? (
        <PlatformStock account={account} platform={platform} />
      ) : platformShips ? (
        <Section title={t("stock.platform.title", { platform })}>
          <StoreSetting name="platform_location_id" list="stock_locations" />
        </Section>
      ) : null}
      <SitesSection
        title={t("account.sites.stockTitle")}
        help={t("account.sites.stockHelp")}
        columns={platformShips ? siteColumns : ownColumns}
      />
      {connector ? <CapabilitySection tab="stock" connector={connector} /> : null}
    </div>
  )
}
