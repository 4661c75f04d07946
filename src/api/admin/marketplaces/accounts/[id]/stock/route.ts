import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answering } from "../../../serializers/failure"
import { languageOf } from "../../../validation/language"
import { listStock } from "../../list-stock"
import type { ListStockQuery } from "../../stock-validators"

/** What the store offers of its listings, and what the platform has. */
export const GET = answering(
  async (req: AuthenticatedMedusaRequest<unknown, ListStockQuery>, res: MedusaResponse): Promise<void> => {
    const { q, state, limit, offset } = req.validatedQuery
    const page = { accountId: req.params.id, q, standings: state, limit, offset }
    res.json(await listStock(req.scope, page, languageOf(req)))
  },
)
