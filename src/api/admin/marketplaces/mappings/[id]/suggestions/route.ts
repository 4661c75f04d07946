import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { suggestVariants } from "../../../../../../workflows/mapping/suggest-variants"
import { answering } from "../../../serializers/failure"
import { serializeSuggestion } from "../../../serializers/mapping"
import type { SuggestionsQuery } from "../../validators"

/** Which variants a listing may be, the best first; with `q` those that a person searches. */
export const GET = answering(
  async (req: AuthenticatedMedusaRequest<unknown, SuggestionsQuery>, res: MedusaResponse): Promise<void> => {
    const suggestions = await suggestVariants(req.scope, { id: req.params.id, q: req.validatedQuery.q })
    res.json({ suggestions: suggestions.map(serializeSuggestion) })
  },
)
