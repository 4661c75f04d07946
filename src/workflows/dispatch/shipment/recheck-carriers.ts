import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { oweMarketplaceShipmentsWorkflow } from "./owe-marketplace-shipments"

/** Looks again at what an account could not send for want of a carrier, after its choice of carriers has changed. */
export async function recheckCarriers(container: MedusaContainer, accountId: string): Promise<void> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const rows = await marketplace.listMarketplaceDispatches(
    {
      account_id: accountId,
      kind: "shipment",
      state: ["owed", "rejected"],
      problem_code: ["carrier_missing", "carrier_unknown"],
    },
    { select: ["id", "fulfillment_id"], take: null },
  )
  const fulfillmentIds = [...new Set(rows.flatMap(({ fulfillment_id }) => fulfillment_id ?? []))]
  if (fulfillmentIds.length) {
    await oweMarketplaceShipmentsWorkflow(container).run({ input: { fulfillmentIds } })
  }
}
