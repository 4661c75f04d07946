import { marketplaceById } from "./marketplaces"
import { invalidInput, unauthorized } from "./sp-api-answer"
import type { SpApiCall, World } from "./world"

/** Refuses marketplaces that are none or not the seller's, as the switches want it; answers those that are the seller's. */
export function sellersMarketplaces(world: World, call: SpApiCall, ids: readonly string[]): string[] {
  const { participations } = world.accounts.seller(call.grant.sellingPartnerId)
  return ids.filter((id) => {
    if (!marketplaceById(id)) {
      if (world.switches.unknownMarketplace === "refuse")
        throw invalidInput(`"${id}" is not a marketplace id.`)
      return false
    }
    const takesPart = participations.some((entry) => entry.marketplaceId === id && entry.isParticipating)
    if (!takesPart && world.switches.foreignMarketplace === "forbid")
      throw unauthorized(`The selling partner does not participate in marketplace ${id}.`)
    return takesPart
  })
}
