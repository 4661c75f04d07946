import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { releaseStock } from "../../import/steps/cancel-orders"
import { holdId } from "../../import/steps/hold-stock"

/** Orders whose goods are let go together. */
const CHUNK = 500

/** Lets go of the goods that were kept for orders of a removed account: nobody will bring these orders into Medusa. */
export const releaseHoldsStep = createStep(
  "release-marketplace-holds",
  async ({ id }: { id: string }, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const undecided = {
      account_id: id,
      state: ["waiting" as const, "blocked" as const, "ready" as const, "review" as const],
    }
    let last = ""
    for (;;) {
      const rows = await marketplace.listMarketplaceOrders(
        { ...undecided, id: { $gt: last } },
        { select: ["id"], order: { id: "ASC" }, take: CHUNK, withDeleted: true },
      )
      if (!rows.length) return new StepResponse({ id })
      await releaseStock(
        container,
        rows.map((row) => holdId(row.id)),
      )
      last = rows.at(-1)?.id ?? ""
    }
  },
)
