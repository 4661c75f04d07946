import type { RuleAccount } from "../../../import/rules/context"

/**
 * Where what an account sells is taken from: the locations at which its orders are reserved (marketplace, else account, else the
 * first location of the sales channel), of all its enabled marketplaces, and those that the account maps to the platform's locations,
 * each once. The places that stand for the platform's own warehouses are never among them.
 */
export function stockLocationsOf(
  { settings, sites }: Pick<RuleAccount, "settings" | "sites">,
  store: {
    defaultSalesChannelId: string | null
    locationsByChannel: ReadonlyMap<string, string>
    mapped?: readonly string[]
  },
): string[] {
  const platforms = new Set([
    settings.platform_location_id,
    ...sites.map(({ platformLocationId }) => platformLocationId),
  ])
  const chosen = sites
    .filter(({ enabled }) => enabled)
    .map((site) => {
      const channel = site.salesChannelId ?? settings.sales_channel_id ?? store.defaultSalesChannelId
      return site.stockLocationId ?? settings.stock_location_id ?? store.locationsByChannel.get(channel ?? "")
    })
  return [...new Set([...chosen, ...(store.mapped ?? [])])].filter(
    (id): id is string => id !== undefined && !platforms.has(id),
  )
}
