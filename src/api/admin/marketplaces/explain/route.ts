import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { explainReference } from "../../../../workflows/explain/explain-reference"
import type { ExplainQuery } from "../orders/validators"
import { serializeProblem } from "../serializers/problem"
import { languageOf } from "../validation/language"

/** Where any order number of an account is, why, and what to do. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ExplainQuery>,
  res: MedusaResponse,
): Promise<void> => {
  const { account_id, reference } = req.validatedQuery
  const language = languageOf(req)
  const { problems, ...explanation } = await explainReference(req.scope, {
    accountId: account_id,
    reference,
    language,
  })
  res.json({
    reference,
    account_id,
    ...explanation,
    ...(problems ? { problems: problems.map((found) => serializeProblem(found, language)) } : {}),
  })
}
