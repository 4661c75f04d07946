import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answering } from "../serializers/failure"
import { listMovements } from "./list-movements"
import type { ListMovementsQuery } from "./validators"

/** Why the stock of a location changed, the newest first. */
export const GET = answering(
  async (
    req: AuthenticatedMedusaRequest<unknown, ListMovementsQuery>,
    res: MedusaResponse,
  ): Promise<void> => {
    res.json(await listMovements(req.scope, req.validatedQuery))
  },
)
