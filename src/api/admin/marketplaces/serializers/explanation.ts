import type { Language } from "../../../../connector"
import type { ExplainedReference } from "../../../../workflows/explain/explain-reference"
import { serializeProblem } from "./problem"

/** Where an order is, why, and what to do. */
export function serializeExplanation({ problems, ...explanation }: ExplainedReference, language: Language) {
  return {
    ...explanation,
    ...(problems ? { problems: problems.map((found) => serializeProblem(found, language)) } : {}),
  }
}
