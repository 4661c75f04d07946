import type { Language } from "../../connector"
import type { IgnoreRule, Verdict, WaitRule } from "../import/rules/verdict"
import { en } from "./texts/en"
import { es } from "./texts/es"
import { ptBR } from "./texts/pt-br"

/** Everything an explanation can say. `would_*` are the ends of "if it were read now, it would ...". */
export type ExplanationKey =
  | `ignored_${IgnoreRule}`
  | `waiting_${WaitRule}`
  | `would_${Verdict["action"]}`
  | "ignored"
  | "waiting"
  | "undecided"
  | "try_again"
  | "blocked"
  | "blocked_try_again"
  | "review"
  | "review_approved"
  | "imported"
  | "imported_problem"
  | "canceled"
  | "canceled_imported"
  | "known_to_platform"
  | "not_known_to_platform"
  | "reference_malformed"
  | "not_asked"

/** What is the case, and what to do about it. `{{name}}` are filled in. */
export type ExplanationText = { sentence: string; wayOut: string }

export type ExplanationTexts = Record<ExplanationKey, ExplanationText> & {
  /** What stands for an instant that is not set. */
  noInstant: string
}

export const explanationTexts: Record<Language, ExplanationTexts> = { en, "pt-BR": ptBR, es }
