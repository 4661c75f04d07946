import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answering } from "../../serializers/failure"
import { listBalances } from "../list-movements"
import type { BalancesQuery } from "../validators"

/** Opening, movements and closing of what moved in a period, by goods and location. */
export const GET = answering(
  async (req: AuthenticatedMedusaRequest<unknown, BalancesQuery>, res: MedusaResponse): Promise<void> => {
    res.json(await listBalances(req.scope, req.validatedQuery))
  },
)
