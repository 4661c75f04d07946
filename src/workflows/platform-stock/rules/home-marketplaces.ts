import type { RuleSite } from "../../import/rules/context"

/** A location that stands for the platform's warehouses, and the marketplace whose answer counts for it. */
export type HomeMarketplace = { locationId: string; marketplace: string }

/**
 * The platform locations of an account's enabled marketplaces, each with the first marketplace that has it. Marketplaces that
 * share a location share the goods (Pan-EU): each of them tells the same pieces, and their sum would tell them several times.
 */
export function homeMarketplaces(
  sites: Pick<RuleSite, "externalId" | "enabled" | "platformLocationId">[],
  accountLocationId: string | null,
): HomeMarketplace[] {
  const homes = new Map<string, string>()
  for (const site of sites) {
    const locationId = site.platformLocationId ?? accountLocationId
    if (site.enabled && locationId && !homes.has(locationId)) homes.set(locationId, site.externalId)
  }
  return [...homes].map(([locationId, marketplace]) => ({ locationId, marketplace }))
}
