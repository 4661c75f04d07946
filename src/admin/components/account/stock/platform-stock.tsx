import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useCount } from "../../../hooks/use-count"
import { useMappings } from "../../../hooks/use-mappings"
import { useMarketplacePermissions } from "../../../hooks/use-permissions"
import { useReadPlatformStock } from "../../../hooks/use-stock"
import { useStoreChoices } from "../../../hooks/use-store-choices"
import type { Account } from "../../../lib/answers"
import { tabPath } from "../account-tabs"
import { StoreSetting, SwitchSetting } from "../form/setting-fields"
import { readingOf } from "../reading"
import { ReadingProblems, ReadingState } from "../reading-state"
import { Section } from "../section"

type PlatformStockProps = { account: Account; platform: string }

const unmappedPath = (account: Account): string => `${tabPath(account, "products")}&state=unmapped`

function ReadNow({ account, platform }: PlatformStockProps) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const { operate } = useMarketplacePermissions()
  const { mutate, isPending } = useReadPlatformStock(account.id)
  const hasLocation =
    account.settings.platform_location_id !== null ||
    account.sites.some(({ enabled, platform_location_id }) => enabled && platform_location_id)
  if (!operate) return null
  const run = () =>
    mutate(undefined, {
      onSuccess: ({ listings, changed, unmapped }) =>
        toast.success(t("stock.platform.read", { ...countOf(listings), platform }), {
          description: [
            changed ? t("stock.platform.changed", countOf(changed)) : t("stock.platform.unchanged"),
            unmapped ? t("stock.platform.leftOut", countOf(unmapped)) : "",
          ]
            .filter(Boolean)
            .join(" "),
        }),
      onError: ({ message }) => toast.error(t("stock.failed"), { description: message }),
    })
  return (
    <Button
      size="small"
      variant="secondary"
      disabled={!hasLocation || account.state !== "connected"}
      isLoading={isPending}
      onClick={run}
    >
      {t("stock.platform.action")}
    </Button>
  )
}

/** Listings without a product have no level here: what the platform holds of them is counted nowhere. */
function UnmappedNote({ account, platform }: PlatformStockProps) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const { data } = useMappings({ account_id: account.id, state: "unmapped", limit: 1, offset: 0 })
  if (!data?.count) return null
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
      <Text size="small" className="text-pretty">
        {t("stock.platform.unmapped", { ...countOf(data.count), platform })}
      </Text>
      <Button size="small" variant="secondary" asChild>
        <Link to={unmappedPath(account)}>{t("stock.platform.map")}</Link>
      </Button>
    </div>
  )
}

/** The stock that the platform holds for the merchant, as a location of the store. */
export function PlatformStock({ account, platform }: PlatformStockProps) {
  const { t } = useTranslation("marketplaces")
  const { data: locations } = useStoreChoices("stock_locations")
  const reading = readingOf(account, "inventory")
  const nameOf = (id: string) => locations?.find(({ value }) => value === id)?.label ?? id
  return (
    <Section
      title={t("stock.platform.title", { platform })}
      help={t("stock.platform.help", { platform })}
      actions={
        <div className="flex flex-wrap items-center gap-2">
          <Button size="small" variant="transparent" asChild>
            <Link to={`/marketplaces/movements?account_id=${account.id}`}>
              {t("stock.platform.movements")}
            </Link>
          </Button>
          <ReadNow account={account} platform={platform} />
        </div>
      }
    >
      <div className="px-6 py-4">
        <ReadingState kind="inventory" reading={reading} platform={platform} />
      </div>
      <ReadingProblems reading={reading} nameOf={nameOf} />
      <UnmappedNote account={account} platform={platform} />
      <StoreSetting name="platform_location_id" list="stock_locations" />
      <SwitchSetting name="read_platform_stock" />
    </Section>
  )
}
