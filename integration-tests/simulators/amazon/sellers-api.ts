import { marketplaceOf } from "./marketplaces"
import { parseQuery } from "./query-parameters"
import type { Answer } from "./sp-api-answer"
import type { SpApiCall, World } from "./world"

/** Appears beside retail marketplaces for sellers of the United States; it is none. */
const NON_RETAIL = {
  id: "A2ZV50J4W1RKNI",
  name: "Non-Amazon US",
  countryCode: "US",
  defaultCurrencyCode: "USD",
  defaultLanguageCode: "en_US",
  domainName: "sim1.stores.amazon.com",
}

/** `GET /sellers/v1/marketplaceParticipations` (Sellers API v1). */
export function getMarketplaceParticipations(world: World, call: SpApiCall): Answer {
  parseQuery(call.rawQuery, [])
  const seller = world.accounts.seller(call.grant.sellingPartnerId)
  const payload = seller.participations.map((entry) => {
    const marketplace = marketplaceOf(entry.marketplaceId)
    return {
      marketplace: {
        id: marketplace.id,
        name: marketplace.name,
        countryCode: marketplace.countryCode,
        defaultCurrencyCode: marketplace.currency,
        defaultLanguageCode: marketplace.language,
        domainName: marketplace.domain,
      },
      participation: {
        isParticipating: entry.isParticipating,
        hasSuspendedListings: entry.hasSuspendedListings,
      },
      storeName: seller.storeName,
    }
  })
  const sellsInUs = payload.some((entry) => entry.marketplace.countryCode === "US")
  if (world.switches.nonRetailParticipation && sellsInUs) {
    payload.push({
      marketplace: NON_RETAIL,
      participation: { isParticipating: true, hasSuspendedListings: false },
      storeName: seller.storeName,
    })
  }
  return { status: 200, body: { payload } }
}
