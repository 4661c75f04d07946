import type { Problem, ProblemCode } from "./problem"
import { instantText } from "./instant-text"
import { detailWords } from "./problem-texts/detail-words"
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
 * The text of a problem with its placeholders filled in from the problem's details. Codes, countries and instants are told in
 * words. A detail that is missing reads "?", so that a text is never without an answer.
 */
export function describeProblem(problem: Problem, language: Language): ProblemText {
  const text = problemTexts[language][problem.code]
  const fill = (template: string) =>
    template
      .replace(/\{\{(\w+)\}\}/g, (_placeholder, name: string) => detailOf(problem, name, language))
      // A platform's own words may end with the full stop that our sentence has too.
      .replace(/\.\.(?=\s|$)/g, ".")
  return { title: fill(text.title), cause: fill(text.cause), wayOut: fill(text.wayOut) }
}

function detailOf(problem: Problem, name: string, language: Language): string {
  const value = Object.hasOwn(problem.details, name) ? problem.details[name] : ""
  if (value === "") return "?"
  return Object.hasOwn(tellings, name) ? tellings[name](value, language) : inWords(name, value, language)
}

/** Details that are told by a rule, not word by word. */
const tellings: Record<string, (value: string, language: Language) => string> = {
  country: (value, language) =>
    /^[a-z]{2}$/i.test(value)
      ? (new Intl.DisplayNames(language, { type: "region" }).of(value) ?? value)
      : value,
  retry_at: (value, language) => {
    const at = new Date(value)
    return Number.isNaN(at.getTime()) ? value : instantText(at, language)
  },
}

/** A detail may list several codes, such as the parts of an address that are missing. */
function inWords(name: string, value: string, language: Language): string {
  const words = Object.hasOwn(detailWords, name) ? detailWords[name] : {}
  return value
    .split(", ")
    .map((code) => (Object.hasOwn(words, code) ? words[code][language] : code))
    .join(", ")
}
