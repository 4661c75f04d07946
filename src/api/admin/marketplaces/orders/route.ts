import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import { answering } from "../serializers/failure"
import { languageOf } from "../validation/language"
import { listOrders } from "./list-orders"
import type { ListOrdersQuery } from "./validators"

/** The inbox. */
export const GET = answering(
  async (req: AuthenticatedMedusaRequest<unknown, ListOrdersQuery>, res: MedusaResponse): Promise<void> => {
    const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    res.json(await listOrders(marketplace, req.validatedQuery, languageOf(req)))
  },
)
