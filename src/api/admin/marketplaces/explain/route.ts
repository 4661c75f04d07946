import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { explainEverywhere } from "../../../../workflows/explain/explain-everywhere"
import { explainReference } from "../../../../workflows/explain/explain-reference"
import { answering } from "../serializers/failure"
import { serializeExplanation } from "../serializers/explanation"
import { languageOf } from "../validation/language"
import type { ExplainQuery } from "./validators"

/** Where any order number is, why, and what to do: in one account, or wherever it is known. */
export const GET = answering(
  async (req: AuthenticatedMedusaRequest<unknown, ExplainQuery>, res: MedusaResponse): Promise<void> => {
    const { account_id, reference } = req.validatedQuery
    const language = languageOf(req)
    if (account_id) {
      const explained = await explainReference(req.scope, { accountId: account_id, reference, language })
      res.json({ account_id, ...serializeExplanation(explained, language) })
      return
    }
    const found = await explainEverywhere(req.scope, { reference, language })
    const explanations = found.map(({ account_id: id, account_name, ...explained }) => ({
      account_id: id,
      account_name,
      ...serializeExplanation(explained, language),
    }))
    res.json({ reference, explanations })
  },
)
