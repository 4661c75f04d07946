import type { VerifiedMarketplace } from "../../../connector"
import type { SiteRow } from "../load-account"

type KnownSite = Pick<SiteRow, "id" | "external_id" | "name" | "country" | "currency">
type SiteFacts = Pick<SiteRow, "name" | "country" | "currency">

/**
 * Whether what the platform lists is another part of the seller's business than the account's: nothing of it is among its sites. An
 * account without sites, and a seller without marketplaces, tell nothing.
 */
export function areOtherMarketplaces(
  known: readonly Pick<SiteRow, "external_id">[],
  listed: readonly VerifiedMarketplace[],
): boolean {
  if (known.length === 0 || listed.length === 0) return false
  const ids = new Set(known.map(({ external_id }) => external_id))
  return listed.every(({ externalId }) => !ids.has(externalId))
}

const factsOf = (marketplace: VerifiedMarketplace): SiteFacts => ({
  name: marketplace.name,
  country: marketplace.country,
  currency: marketplace.currency,
})

/**
 * What a new list of marketplaces changes about an account's sites. What a person decided about a site - whether it is
 * enabled, where its orders belong - stays, and a site the platform no longer lists stays too: orders may still name it.
 */
export function refreshSites(
  known: readonly KnownSite[],
  listed: readonly VerifiedMarketplace[],
): {
  add: (SiteFacts & { external_id: string; enabled: boolean })[]
  change: (SiteFacts & { id: string })[]
} {
  const byExternalId = new Map(known.map((site) => [site.external_id, site]))
  return {
    add: listed
      .filter(({ externalId }) => !byExternalId.has(externalId))
      .map((one) => ({ external_id: one.externalId, enabled: one.participating, ...factsOf(one) })),
    change: listed.flatMap((one) => {
      const site = byExternalId.get(one.externalId)
      const facts = factsOf(one)
      const same =
        site && site.name === facts.name && site.country === facts.country && site.currency === facts.currency
      return site && !same ? [{ id: site.id, ...facts }] : []
    }),
  }
}
