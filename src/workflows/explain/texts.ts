import type { Language } from "../../connector"
import type { LeaveOutReason } from "../../modules/marketplace/order-actions"
import type { IgnoreRule, Verdict, WaitRule } from "../import/rules/verdict"
import type { AccountStanding } from "./rules/account-standing"
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
  /** Not asked, because the account stands still; its standing is told before it. */
  | "not_read"
  | AccountStanding
  /** What counts there is when the order was paid. */
  | "ignored_before_activation_paid"
  | "ignored_by_person_because"
  | (typeof wouldByRule)[number]

/** Ends of "if it were read now, it would ..." that name the rule; the other rules have the plain end of their verdict. */
export const wouldByRule = [
  "would_ignore_before_activation",
  "would_ignore_before_activation_paid",
  "would_ignore_marketplace_disabled",
  "would_ignore_shipped_elsewhere",
  "would_wait_not_paid",
  "would_wait_platform_ships",
] as const

/** What is the case, and what to do about it. `{{name}}` are filled in. */
export type ExplanationText = { sentence: string; wayOut: string }

export type ExplanationTexts = Record<ExplanationKey, ExplanationText> & {
  /** What stands for an instant that is not set. */
  noInstant: string
  /** Why a person left an order out. */
  leaveOutReasons: Record<LeaveOutReason, string>
}

export const explanationTexts: Record<Language, ExplanationTexts> = { en, "pt-BR": ptBR, es }
