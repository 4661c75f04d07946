import { describeProblem, problemCodes, type Language, type Problem } from "../../../../connector"

/** A problem with everything a person needs to know of it, in the reader's language. */
export function serializeProblem(found: Problem, language: Language) {
  const { severity, owner, retryable, solution } = problemCodes[found.code]
  const { title, cause, wayOut } = describeProblem(found, language)
  return {
    code: found.code,
    severity,
    owner,
    retryable,
    solution,
    title,
    cause,
    way_out: wayOut,
    details: found.details,
  }
}

export type ProblemAnswer = ReturnType<typeof serializeProblem>

/** Problems as they stand in a JSON column. */
export function serializeProblems(column: unknown, language: Language): ProblemAnswer[] {
  return ((column as Problem[] | null) ?? []).map((found) => serializeProblem(found, language))
}

export function serializeProblemOrNull(column: unknown, language: Language): ProblemAnswer | null {
  return column ? serializeProblem(column as Problem, language) : null
}
