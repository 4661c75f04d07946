import type { Verification } from "../../../../connector"

/** Who some credentials belong to, as the platform told it. */
export function serializeVerification(verification: Verification) {
  return {
    external_id: verification.externalId,
    store_name: verification.storeName,
    marketplaces: verification.marketplaces.map((marketplace) => ({
      external_id: marketplace.externalId,
      name: marketplace.name,
      country: marketplace.country,
      currency: marketplace.currency,
      participating: marketplace.participating,
    })),
  }
}
