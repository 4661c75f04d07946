import { languages, problem, type Language } from "../../connector"
import { ignoreRules, waitRules, type Verdict } from "../import/rules/verdict"
import { explainOrder, type ExplanationFacts, type InboxFacts } from "./explain-order"
import { explanationTexts } from "./texts"

const now = new Date("2026-11-22T12:00:00Z")
const later = new Date("2026-11-22T13:00:00Z")
const account = {
  name: "My shop",
  state: "connected" as const,
  problem: null,
  countsFrom: "placed" as const,
  activatedAt: new Date("2026-11-01T00:00:00Z"),
  cursor: new Date("2026-11-22T11:55:00Z"),
  nextSyncAt: later,
}

const inInbox = (over: Partial<InboxFacts>): ExplanationFacts => ({
  reference: "111-2222222-3333333",
  account,
  now,
  source: "inbox",
  order: {
    state: "waiting",
    rule: null,
    problems: [],
    orderId: null,
    marketplace: "ATVPDKIKX0DER",
    nextAttemptAt: null,
    decided: true,
    approved: false,
    reviewSince: null,
    countedAt: new Date("2026-10-31T23:00:00Z"),
    leftOutBecause: null,
    ...over,
  },
})

const atPlatform = (verdict: Verdict): ExplanationFacts => ({
  reference: "111-2222222-3333333",
  account,
  now,
  source: "platform",
  verdict,
  marketplace: "ATVPDKIKX0DER",
  countedAt: new Date("2026-10-31T23:00:00Z"),
})

const unmapped = problem("listing_unmapped", { listing_key: "SHIRT", title: "Shirt" })
const explain = (facts: ExplanationFacts, language: Language = "en") => explainOrder(facts, language)

describe("the explanation of an order number", () => {
  it("calls the order by the number that people know it by", () => {
    const facts = { ...inInbox({ rule: "not_paid" }), number: "1042" }
    expect(explain(facts).sentence).toBe("Order 1042 is waiting until the platform confirms its payment.")
  })

  it.each<[string, ExplanationFacts, string, string]>([
    ["waits for its payment", inInbox({ rule: "not_paid" }), "waiting", "confirms its payment"],
    ["waits for the platform's shipment", inInbox({ rule: "platform_ships" }), "waiting", "has shipped it"],
    ["was just read", inInbox({ decided: false, nextAttemptAt: now }), "waiting", "about to be decided"],
    [
      "is older than the account",
      inInbox({ state: "ignored", rule: "before_activation" }),
      "ignored",
      "placed at Oct 31, 2026, 11:00 PM UTC, before Nov 1, 2026, 12:00 AM UTC",
    ],
    [
      "is of a marketplace that is off",
      inInbox({ state: "ignored", rule: "marketplace_disabled" }),
      "ignored",
      "ATVPDKIKX0DER is switched off",
    ],
    [
      "was ignored by a person",
      inInbox({ state: "ignored", rule: "ignored_by_person" }),
      "ignored",
      "one of your team",
    ],
    [
      "is about to be tried again",
      inInbox({ state: "ignored", nextAttemptAt: now }),
      "ignored",
      "about to be decided",
    ],
    [
      "is blocked",
      inInbox({ state: "blocked", problems: [unmapped] }),
      "blocked",
      "blocked: Listing not mapped to a product: SHIRT.",
    ],
    [
      "is blocked and tried again by itself",
      inInbox({ state: "blocked", problems: [problem("stock_short", { sku: "S" })], nextAttemptAt: later }),
      "blocked",
      "tried again at Nov 22, 2026, 1:00 PM UTC",
    ],
    ["failed and is tried again", inInbox({ state: "ready", nextAttemptAt: later }), "ready", "1:00 PM UTC"],
    [
      "is in review",
      inInbox({ state: "review", reviewSince: now }),
      "review",
      "since Nov 22, 2026, 12:00 PM UTC",
    ],
    ["is approved", inInbox({ state: "review", approved: true }), "review", "is approved"],
    ["is imported", inInbox({ state: "imported", orderId: "order_1" }), "imported", "Medusa order order_1"],
    [
      "is imported and needs a look",
      inInbox({ state: "imported", orderId: "order_1", problems: [problem("canceled_after_shipment")] }),
      "imported",
      "needs a look",
    ],
    ["was canceled before", inInbox({ state: "canceled" }), "canceled", "before it was imported"],
    ["was canceled after", inInbox({ state: "canceled", orderId: "order_1" }), "canceled", "order_1 with it"],
    [
      "is known to the platform only",
      atPlatform({ action: "wait", rule: "not_paid", hold: null }),
      "known_to_platform",
      "not read yet: this account is read up to Nov 22, 2026, 11:55 AM UTC, next synchronisation: Nov 22, 2026, 1:00 PM UTC. If it were read now, it would wait until the platform confirms its payment.",
    ],
  ])("of one that %s", (_case, facts, status, part) => {
    const explanation = explain(facts)
    expect(explanation.status).toBe(status)
    expect(explanation.sentence).toContain(part)
  })

  it("gives the problem's own way out, and the problems", () => {
    const explanation = explain(inInbox({ state: "blocked", problems: [unmapped] }))
    expect(explanation.way_out).toContain("map the listing")
    expect(explanation.problems).toEqual([unmapped])
  })

  it("says what would stop an order that is not read yet", () => {
    const explanation = explain(atPlatform({ action: "block", problems: [unmapped], remarks: [] }))
    expect(explanation.sentence).toMatch(/it would be blocked: Listing not mapped to a product: SHIRT\.$/)
    expect(explanation).toMatchObject({
      cursor: "2026-11-22T11:55:00.000Z",
      next_sync_at: later.toISOString(),
    })
  })

  it("tells a number the platform does not know from one that is none", () => {
    const nowhere = (code: "order_not_found" | "reference_malformed"): ExplanationFacts => ({
      reference: "x",
      account,
      now,
      source: "nowhere",
      problem: problem(code, { reference: "x" }),
    })
    expect(explain(nowhere("order_not_found")).sentence).toContain("not known to the platform")
    expect(explain(nowhere("reference_malformed")).sentence).toContain("not an order number")
  })

  it("says when the platform could not be asked", () => {
    const facts: ExplanationFacts = {
      reference: "x",
      account: { ...account, nextSyncAt: null },
      now,
      source: "unasked",
      problem: problem("platform_unavailable"),
    }
    expect(explain(facts).status).toBe("not_seen")
    expect(explain(facts).sentence).toContain("next synchronisation: not planned")
  })

  const paused = { ...account, state: "paused" as const }
  it.each<[string, ExplanationFacts["account"], string, string]>([
    ["was switched off", paused, "account_off", "is switched off"],
    [
      "was suspended by the platform",
      { ...paused, problem: problem("account_suspended") },
      "account_suspended",
      "has suspended the account “My shop”",
    ],
    [
      "lost its connection",
      { ...account, state: "needs_reauthorization", problem: problem("authorization_lost") },
      "account_unauthorized",
      "no longer accepts its credentials",
    ],
  ])("names the account first, when it %s", (_case, standing, code, part) => {
    const unread: ExplanationFacts = { reference: "x", account: standing, now, source: "unread" }
    const waiting: ExplanationFacts = { ...inInbox({ rule: "not_paid" }), account: standing }
    expect(explain(unread)).toMatchObject({ status: "not_seen", account_standing: code })
    expect(explain(unread).sentence).toMatch(/^The .*has not been read yet\.$/)
    for (const facts of [unread, waiting]) {
      expect(explain(facts).sentence).toContain(part)
      expect(explain(facts).way_out).not.toContain("Nothing to do")
    }
    const done: ExplanationFacts = {
      ...inInbox({ state: "imported", orderId: "order_1" }),
      account: standing,
    }
    expect(explain(done)).not.toHaveProperty("account_standing")
  })

  it("counts from the payment where the platform's orders do, and names both instants", () => {
    const counting = { ...account, countsFrom: "paid" as const }
    const instants = "paid at Oct 31, 2026, 11:00 PM UTC, before Nov 1, 2026, 12:00 AM UTC"
    const ignored = inInbox({ state: "ignored", rule: "before_activation" })
    expect(explain({ ...ignored, account: counting }).sentence).toContain(instants)
    const unread = atPlatform({ action: "ignore", rule: "before_activation" })
    expect(explain({ ...unread, account: counting }).sentence).toContain(
      `it would be ignored: it was ${instants}`,
    )
  })

  it("says why a person left an order out", () => {
    const facts = inInbox({ state: "ignored", rule: "ignored_by_person", leftOutBecause: "fraud" })
    expect(explain(facts).sentence).toContain("suspected fraud")
    expect(explain(facts, "pt-BR").sentence).toContain("suspeita de fraude")
  })

  it.each(languages)("leaves no placeholder and no gap open in %s", (language) => {
    const inboxes = (
      ["waiting", "blocked", "ready", "review", "imported", "canceled", "ignored"] as const
    ).map((state) => inInbox({ state, orderId: "order_1", problems: [unmapped] }))
    const rules = [
      ...ignoreRules.map((rule) => inInbox({ state: "ignored", rule })),
      ...waitRules.map((rule) => inInbox({ state: "waiting", rule })),
    ]
    for (const facts of [...inboxes, ...rules]) {
      const { sentence, way_out } = explain(facts, language)
      expect(`${sentence} ${way_out}`).not.toMatch(/\{\{|\?\?|undefined/)
      expect(way_out).not.toBe("")
    }
  })

  it.each(languages)("has every text in %s, with the placeholders of the English one", (language) => {
    const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort()
    const { noInstant: _noInstant, leaveOutReasons: words, ...english } = explanationTexts.en
    const { noInstant, leaveOutReasons: theirWords, ...theirs } = explanationTexts[language]
    expect(noInstant).not.toBe("")
    expect(Object.keys(theirWords).sort()).toEqual(Object.keys(words).sort())
    expect(Object.keys(theirs).sort()).toEqual(Object.keys(english).sort())
    for (const [key, text] of Object.entries(english)) {
      const other = theirs[key as keyof typeof theirs]
      expect(placeholders(other.sentence)).toEqual(placeholders(text.sentence))
      expect(placeholders(other.wayOut)).toEqual(placeholders(text.wayOut))
    }
  })
})
