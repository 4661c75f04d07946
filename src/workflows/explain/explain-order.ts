import { describeProblem, instantText, isBlocking, type Language, type Problem } from "../../connector"
import { leaveOutReasons } from "../../modules/marketplace/order-actions"
import type { AccountState, MarketplaceOrderState } from "../../modules/marketplace/states"
import { ignoreRules, waitRules, type Verdict } from "../import/rules/verdict"
import { accountStanding, type AccountStanding } from "./rules/account-standing"
import { explanationTexts, wouldByRule, type ExplanationKey } from "./texts"

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
  /** The instant that is held against the account's activation, for an order that was left out by it. */
  countedAt: Date | null
  /** Why a person left it out. */
  leftOutBecause: string | null
}

/** The account as far as it explains what happens with its orders. */
export type AccountFacts = {
  name: string
  state: AccountState
  problem: Problem | null
  activatedAt: Date
  /** Which instant of an order is held against the activation. */
  countsFrom: "placed" | "paid"
  cursor: Date | null
  nextSyncAt: Date | null
}

/** What is known about an order number, from the inbox or else from the platform. */
export type ExplanationFacts = {
  reference: string
  /** By which people know the order, where that is not its reference. */
  number?: string | null
  account: AccountFacts
  now: Date
} & (
  | { source: "inbox"; order: InboxFacts }
  | { source: "platform"; verdict: Verdict; marketplace: string | null; countedAt: Date | null }
  /** The platform answered that it has no such order, or that this is no order number. */
  | { source: "nowhere"; problem: Problem }
  /** The platform could not be asked. */
  | { source: "unasked"; problem: Problem }
  /** Nobody asked, because the account stands still. */
  | { source: "unread" }
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
  /** Why nothing is read of the account, where that keeps the order. */
  account_standing?: AccountStanding
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

function ignoredKey({ rule, leftOutBecause }: InboxFacts, { countsFrom }: AccountFacts): ExplanationKey {
  if (rule === "ignored_by_person" && leftOutBecause) return "ignored_by_person_because"
  if (rule === "before_activation" && countsFrom === "paid") return "ignored_before_activation_paid"
  return isOneOf(ignoreRules, rule) ? `ignored_${rule}` : "ignored"
}
const waitingKey = (rule: string | null | undefined): ExplanationKey =>
  isOneOf(waitRules, rule) ? `waiting_${rule}` : "waiting"

/** The end that names the rule, where there is one. */
function wouldKey(verdict: Verdict, { countsFrom }: AccountFacts): ExplanationKey {
  const rule = "rule" in verdict ? verdict.rule : undefined
  const paid = rule === "before_activation" && countsFrom === "paid" ? "_paid" : ""
  const named = `would_${verdict.action}_${rule}${paid}`
  return isOneOf(wouldByRule, named) ? named : `would_${verdict.action}`
}

function outlineOfInbox(order: InboxFacts, account: AccountFacts, now: Date): Outline {
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
      return { ...base, key: due ? "undecided" : ignoredKey(order, account) }
  }
}

function outlineOfVerdict(verdict: Verdict, account: AccountFacts): Outline {
  const blocking = verdict.action === "block" ? verdict.problems : []
  const remarks = "remarks" in verdict ? verdict.remarks : []
  return {
    status: "known_to_platform",
    key: "known_to_platform",
    would: wouldKey(verdict, account),
    told: blocking[0],
    ...("rule" in verdict ? { rule: verdict.rule } : {}),
    ...(blocking.length + remarks.length ? { problems: [...blocking, ...remarks] } : {}),
  }
}

function outlineOf(facts: ExplanationFacts): Outline {
  switch (facts.source) {
    case "inbox":
      return outlineOfInbox(facts.order, facts.account, facts.now)
    case "platform":
      return outlineOfVerdict(facts.verdict, facts.account)
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
    case "unread":
      return { status: "not_seen", key: "not_read" }
  }
}

/** Orders that go on when the account does; the others are done, or wait for a person. */
const goesOnWithAccount: readonly ExplanationStatus[] = ["not_seen", "waiting", "blocked", "ready"]

/** Why the account stands still, where that is what keeps the order: it is told first. */
const standingOf = (facts: ExplanationFacts, { status }: Outline): AccountStanding | undefined =>
  goesOnWithAccount.includes(status) ? accountStanding(facts.account) : undefined

const reasonIn = (language: Language, reason: string | null | undefined): string =>
  isOneOf(leaveOutReasons, reason) ? explanationTexts[language].leaveOutReasons[reason] : "?"

const instant = (at: Date | null, language: Language): string =>
  at ? instantText(at, language) : explanationTexts[language].noInstant

const withoutFullStop = (text: string): string => text.replace(/\.$/, "")

/**
 * Where an order is, why, and what to do, in the reader's language. Pure: everything it says follows from the facts. What it
 * says would happen comes from the import's own decision.
 */
export function explainOrder(facts: ExplanationFacts, language: Language): Explanation {
  const outlined = outlineOf(facts)
  const { key, would, told, ...outline } = outlined
  const standing = standingOf(facts, outlined)
  const texts = explanationTexts[language]
  const problem = told && describeProblem(told, language)
  const order = facts.source === "inbox" ? facts.order : undefined
  const values: Record<string, string> = {
    reference: facts.number ?? facts.reference,
    account: facts.account.name,
    counted_at: instant((facts.source === "platform" ? facts.countedAt : order?.countedAt) ?? null, language),
    left_out: reasonIn(language, order?.leftOutBecause),
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
  const together = (part: "sentence" | "wayOut", keys: (ExplanationKey | undefined)[]): string =>
    keys
      .flatMap((one) => (one ? fill(texts[one][part]) : []))
      .filter(Boolean)
      .join(" ")
  // What to do about the order itself comes to nothing while its account stands still, but for what blocks it.
  const about = standing && outline.status !== "blocked" ? [standing] : [standing, key, would]
  const unread = facts.source === "platform" || facts.source === "unasked"
  const { cursor, nextSyncAt } = facts.account
  return {
    ...outline,
    sentence: together("sentence", [standing, key]),
    way_out: together("wayOut", about),
    ...(standing ? { account_standing: standing } : {}),
    ...(unread && cursor ? { cursor: cursor.toISOString() } : {}),
    ...(unread && nextSyncAt ? { next_sync_at: nextSyncAt.toISOString() } : {}),
  }
}
