import { describeProblem, instantText, isBlocking, type Language, type Problem } from "../../connector"
import type { MarketplaceOrderState } from "../../modules/marketplace/states"
import { ignoreRules, waitRules, type Verdict } from "../import/rules/verdict"
import { explanationTexts, type ExplanationKey } from "./texts"

/** What the inbox says about an order. */
export type InboxFacts = {
  state: MarketplaceOrderState
  rule: string | null
  problems: Problem[]
  orderId: string | null
  marketplace: string | null
  /** When it is tried again by itself, or due since. */
  nextAttemptAt: Date | null
  /** False while the version at hand has not been decided on. */
  decided: boolean
  approved: boolean
  reviewSince: Date | null
}

/** What is known about an order number, from the inbox or else from the platform. */
export type ExplanationFacts = {
  reference: string
  account: { activatedAt: Date; cursor: Date | null; nextSyncAt: Date | null }
  now: Date
} & (
  | { source: "inbox"; order: InboxFacts }
  | { source: "platform"; verdict: Verdict; marketplace: string | null }
  /** The platform answered that it has no such order, or that this is no order number. */
  | { source: "nowhere"; problem: Problem }
  /** The platform could not be asked. */
  | { source: "unasked"; problem: Problem }
)

export type ExplanationStatus =
  MarketplaceOrderState | "not_seen" | "known_to_platform" | "not_known_to_platform"

export type Explanation = {
  status: ExplanationStatus
  sentence: string
  way_out: string
  rule?: string
  problems?: Problem[]
  order_id?: string
  cursor?: string
  next_sync_at?: string
}

type Outline = Omit<Explanation, "sentence" | "way_out"> & {
  key: ExplanationKey
  /** How the sentence ends, where it says what would happen. */
  would?: ExplanationKey
  told?: Problem
}

const isOneOf = <Rule extends string>(
  rules: readonly Rule[],
  rule: string | null | undefined,
): rule is Rule => rules.some((known) => known === rule)

const ignoredKey = (rule: string | null | undefined): ExplanationKey =>
  isOneOf(ignoreRules, rule) ? `ignored_${rule}` : "ignored"
const waitingKey = (rule: string | null | undefined): ExplanationKey =>
  isOneOf(waitRules, rule) ? `waiting_${rule}` : "waiting"

function outlineOfInbox(order: InboxFacts, now: Date): Outline {
  const base = {
    status: order.state,
    ...(order.rule ? { rule: order.rule } : {}),
    ...(order.problems.length ? { problems: order.problems } : {}),
    ...(order.orderId ? { order_id: order.orderId } : {}),
  }
  const blocking = order.problems.find(isBlocking)
  const later = order.nextAttemptAt !== null && order.nextAttemptAt > now
  const due = order.nextAttemptAt !== null && !later
  switch (order.state) {
    case "imported":
      return { ...base, key: blocking ? "imported_problem" : "imported", told: blocking }
    case "canceled":
      return { ...base, key: order.orderId ? "canceled_imported" : "canceled" }
    case "review":
      return { ...base, key: order.approved ? "review_approved" : "review" }
    case "blocked":
      return due
        ? { ...base, key: "undecided" }
        : { ...base, key: later ? "blocked_try_again" : "blocked", told: blocking }
    case "ready":
      return { ...base, key: later ? "try_again" : "undecided" }
    case "waiting":
      return { ...base, key: due || !order.decided ? "undecided" : waitingKey(order.rule) }
    case "ignored":
      return { ...base, key: due ? "undecided" : ignoredKey(order.rule) }
  }
}

function outlineOfVerdict(verdict: Verdict): Outline {
  const blocking = verdict.action === "block" ? verdict.problems : []
  const remarks = "remarks" in verdict ? verdict.remarks : []
  return {
    status: "known_to_platform",
    key: "known_to_platform",
    would: `would_${verdict.action}`,
    told: blocking[0],
    ...("rule" in verdict ? { rule: verdict.rule } : {}),
    ...(blocking.length + remarks.length ? { problems: [...blocking, ...remarks] } : {}),
  }
}

function outlineOf(facts: ExplanationFacts): Outline {
  switch (facts.source) {
    case "inbox":
      return outlineOfInbox(facts.order, facts.now)
    case "platform":
      return outlineOfVerdict(facts.verdict)
    case "nowhere": {
      const malformed = facts.problem.code === "reference_malformed"
      return {
        status: "not_known_to_platform",
        key: malformed ? "reference_malformed" : "not_known_to_platform",
        problems: [facts.problem],
        told: facts.problem,
      }
    }
    case "unasked":
      return { status: "not_seen", key: "not_asked", problems: [facts.problem], told: facts.problem }
  }
}

const instant = (at: Date | null, language: Language): string =>
  at ? instantText(at, language) : explanationTexts[language].noInstant

const withoutFullStop = (text: string): string => text.replace(/\.$/, "")

/**
 * Where an order is, why, and what to do, in the reader's language. Pure: everything it says follows from the facts. What it
 * says would happen comes from the import's own decision.
 */
export function explainOrder(facts: ExplanationFacts, language: Language): Explanation {
  const { key, would, told, ...outline } = outlineOf(facts)
  const texts = explanationTexts[language]
  const problem = told && describeProblem(told, language)
  const order = facts.source === "inbox" ? facts.order : undefined
  const values: Record<string, string> = {
    reference: facts.reference,
    activated_at: instant(facts.account.activatedAt, language),
    cursor: instant(facts.account.cursor, language),
    next_sync_at: instant(facts.account.nextSyncAt, language),
    next_attempt_at: instant(order?.nextAttemptAt ?? null, language),
    since: instant(order?.reviewSince ?? null, language),
    order_id: order?.orderId ?? "",
    marketplace: (facts.source === "platform" ? facts.marketplace : order?.marketplace) ?? "?",
    problem: problem ? withoutFullStop(problem.title) : "",
    problem_way_out: problem?.wayOut ?? "",
  }
  const fill = (text: string): string =>
    text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? "?")
  values.would = would ? fill(texts[would].sentence) : ""
  const wayOut = [texts[key].wayOut, would ? texts[would].wayOut : ""].map(fill).filter(Boolean).join(" ")
  const unread = facts.source === "platform" || facts.source === "unasked"
  const { cursor, nextSyncAt } = facts.account
  return {
    ...outline,
    sentence: fill(texts[key].sentence),
    way_out: wayOut,
    ...(unread && cursor ? { cursor: cursor.toISOString() } : {}),
    ...(unread && nextSyncAt ? { next_sync_at: nextSyncAt.toISOString() } : {}),
  }
}
