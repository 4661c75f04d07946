import type { Problem, ProblemCode } from "./problem"
import { en } from "./problem-texts/en"
import { es } from "./problem-texts/es"
import { ptBR } from "./problem-texts/pt-br"

/** The languages in which every problem is told; the first is the fallback. */
export const languages = ["en", "pt-BR", "es"] as const
export type Language = (typeof languages)[number]

/** What happened, why, and what to do next, in the words of a shop owner. */
export type ProblemText = { title: string; cause: string; wayOut: string }

/** Every problem code in every language; `{{name}}` stands for the problem's detail of that name. */
export const problemTexts: Record<Language, Record<ProblemCode, ProblemText>> = { en, "pt-BR": ptBR, es }

/**
 * The text of a problem with its placeholders filled in from the problem's details. A detail that is missing reads "?",
 * so that a text is never without an answer.
 */
export function describeProblem(problem: Problem, language: Language): ProblemText {
  const text = problemTexts[language][problem.code]
  const fill = (template: string) =>
    template.replace(/\{\{(\w+)\}\}/g, (_placeholder, name: string) => detailOf(problem, name))
  return { title: fill(text.title), cause: fill(text.cause), wayOut: fill(text.wayOut) }
}

function detailOf(problem: Problem, name: string): string {
  const value = Object.prototype.hasOwnProperty.call(problem.details, name) ? problem.details[name] : ""
  return value === "" ? "?" : value
}
