import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import { gatherDispatches, serializeDispatch } from "../serializers/dispatch"
import { answering } from "../serializers/failure"
import { languageOf } from "../validation/language"
import { dispatchFilters, dispatchSorting } from "./dispatch-filters"
import type { ListDispatchesQuery } from "./validators"

/** The outbox. */
export const GET = answering(
  async (
    req: AuthenticatedMedusaRequest<unknown, ListDispatchesQuery>,
    res: MedusaResponse,
  ): Promise<void> => {
    const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const query = req.validatedQuery
    const { limit, offset } = query
    const [rows, count] = await marketplace.listAndCountMarketplaceDispatches(
      await dispatchFilters(marketplace, query),
      { take: limit, skip: offset, order: dispatchSorting(query.order) },
    )
    const now = new Date()
    const dispatches = (await gatherDispatches(marketplace, rows)).map((parts) =>
      serializeDispatch(parts, languageOf(req), now),
    )
    res.json({ dispatches, count, limit, offset })
  },
)
