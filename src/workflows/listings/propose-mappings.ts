import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { matchingCandidates } from "../mapping/matching-candidates"
import { proposeVariants } from "./rules/propose-variant"

const AT_ONCE = 300

/** Looks for what the account's unmapped listings may be, a few hundred at a time; gives for how many something was found. */
export async function proposeMappings(container: MedusaContainer, accountId: string): Promise<number> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  let proposed = 0
  let after = ""
  for (;;) {
    const open = await marketplace.listProductMappings(
      { account_id: accountId, state: "unmapped", id: { $gt: after } },
      { select: ["id", "barcode", "title"], take: AT_ONCE, order: { id: "ASC" } },
    )
    if (!open.length) return proposed
    const found = proposeVariants(open, await matchingCandidates(container, open))
    await marketplace.keepProposals(
      open.map(({ id }) => id),
      found,
    )
    proposed += found.length
    after = open[open.length - 1].id
  }
}
