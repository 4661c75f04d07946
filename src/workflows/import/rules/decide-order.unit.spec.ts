import { problem, type ChannelOrder, type ChannelOrderStatus } from "../../../connector"
import type { MarketplaceOrderState } from "../../../modules/marketplace/states"
import { aChannelOrder, aLine } from "./__tests__/a-channel-order"
import { aContext, imported, known } from "./__tests__/a-context"
import { decideOrder } from "./decide-order"
import { fingerprintOf } from "./order-totals"
import type { Verdict } from "./verdict"

/** The verdict in one word, with the rule where it goes by one. */
const wordOf = (verdict: Verdict): string =>
  "rule" in verdict ? `${verdict.action} ${verdict.rule}` : verdict.action

const statuses: ChannelOrderStatus[] = ["pending", "open", "partially_shipped", "shipped", "canceled"]
const fulfillers: ChannelOrder["fulfilledBy"][] = ["merchant", "platform"]
const undecided: MarketplaceOrderState[] = ["waiting", "blocked", "ready", "review", "ignored"]

describe("what happens with an order that is not in Medusa yet", () => {
  it.each<[ChannelOrder["fulfilledBy"], ChannelOrderStatus, string, string]>([
    ["merchant", "pending", "wait not_paid", "wait not_paid"],
    ["merchant", "open", "import", "import"],
    ["merchant", "partially_shipped", "import", "import"],
    ["merchant", "shipped", "ignore shipped_elsewhere", "import"],
    ["merchant", "canceled", "cancel", "cancel"],
    ["platform", "pending", "wait not_paid", "wait not_paid"],
    ["platform", "open", "wait platform_ships", "wait platform_ships"],
    ["platform", "partially_shipped", "wait platform_ships", "wait platform_ships"],
    ["platform", "shipped", "import", "import"],
    ["platform", "canceled", "cancel", "cancel"],
  ])(
    "shipped by the %s and %s: %s, and %s when a person asked for it",
    (fulfilledBy, status, schedule, asked) => {
      const order = aChannelOrder({ fulfilledBy, status })
      expect(wordOf(decideOrder(order, known(), aContext()))).toBe(schedule)
      expect(wordOf(decideOrder(order, known({ requested: true }), aContext()))).toBe(asked)
    },
  )

  it("does not depend on which of the undecided states it stood in", () => {
    for (const fulfilledBy of fulfillers) {
      for (const status of statuses) {
        for (const requested of [false, true]) {
          const order = aChannelOrder({ fulfilledBy, status })
          const verdicts = undecided.map((state) =>
            wordOf(decideOrder(order, known({ state, requested }), aContext())),
          )
          expect(new Set(verdicts).size).toBe(1)
        }
      }
    }
  })

  it("waits as a draft when the account reviews first, until a person approves it", () => {
    const context = aContext({ settings: { review_first: true } })
    expect(decideOrder(aChannelOrder(), known(), context).action).toBe("review")
    expect(decideOrder(aChannelOrder(), known({ state: "review", approved: true }), context).action).toBe(
      "import",
    )
  })
})

describe("an order that was canceled before it came to Medusa", () => {
  it.each<[ChannelOrderStatus, string]>([
    ["canceled", "keep"],
    ["pending", "wait not_paid"],
    ["open", "import"],
  ])("and is %s at the platform now: %s", (status, word) => {
    const verdict = decideOrder(aChannelOrder({ status }), known({ state: "canceled" }), aContext())
    expect(wordOf(verdict)).toBe(word)
  })
})

describe("an order that was shipped somewhere else", () => {
  const shipped = aChannelOrder({
    status: "shipped",
    lines: [aLine({ quantity: 2, quantityShipped: 2 })],
    paidAt: "2026-03-02T00:00:00.000Z",
  })
  const needs = (verdict: Verdict) =>
    verdict.action === "import" ? verdict.plan.lines.flatMap((line) => line.needs) : []

  it.each<[string, Parameters<typeof known>[0], "placed" | "paid", string, number]>([
    ["before it came here is left out", {}, "placed", "ignore shipped_elsewhere", 0],
    [
      "before it came here, and a person wants it, takes no stock",
      { requested: true },
      "placed",
      "import",
      0,
    ],
    ["after it came here is a sale of this store", { seenUnsent: true }, "placed", "import", 2],
    ["counts where the payment does", {}, "paid", "import", 2],
  ])("%s", (_what, before, countsFrom, word, pieces) => {
    const verdict = decideOrder(shipped, known(before), aContext({ countsFrom }))
    expect(wordOf(verdict)).toBe(word)
    expect(needs(verdict).reduce((sum, { quantity }) => sum + quantity, 0)).toBe(pieces)
  })

  it("takes no stock where it was paid before the activation and a person wants it", () => {
    const old = { ...shipped, paidAt: "2026-02-02T00:00:00.000Z" }
    const verdict = decideOrder(old, known({ requested: true }), aContext({ countsFrom: "paid" }))
    expect(verdict.action).toBe("import")
    expect(needs(verdict).every(({ quantity }) => quantity === 0)).toBe(true)
  })
})

describe("orders that the account does not take", () => {
  it.each<[string, Partial<ChannelOrder>, string]>([
    [
      "placed before the account was activated",
      { placedAt: "2026-02-28T23:59:59.999Z" },
      "before_activation",
    ],
    ["placed in a marketplace that is switched off", { marketplace: "site-de" }, "marketplace_disabled"],
    ["already shipped outside Medusa", { status: "shipped" }, "shipped_elsewhere"],
  ])("leave out one %s, unless a person asks for it", (_what, changes, rule) => {
    const order = aChannelOrder({ ...changes, currency: changes.marketplace === "site-de" ? "EUR" : "USD" })
    expect(wordOf(decideOrder(order, known(), aContext()))).toBe(`ignore ${rule}`)
    expect(decideOrder(order, known({ requested: true }), aContext()).action).toBe("import")
  })

  it("take one placed in the very instant of the activation", () => {
    const order = aChannelOrder({ placedAt: "2026-03-01T00:00:00.000Z" })
    expect(decideOrder(order, known(), aContext()).action).toBe("import")
  })

  it("take one placed in the second of the activation, since platforms tell no milliseconds", () => {
    const order = aChannelOrder({ placedAt: "2026-03-01T00:00:00.000Z" })
    const { account, ...context } = aContext()
    const activatedAt = new Date("2026-03-01T00:00:00.734Z")
    expect(decideOrder(order, known(), { ...context, account: { ...account, activatedAt } }).action).toBe(
      "import",
    )
  })

  it.each<[string, Partial<ChannelOrder>, string]>([
    ["placed before and paid after", { placedAt: "2026-02-01T00:00:00.000Z" }, "import"],
    ["paid in that very instant", { paidAt: "2026-03-01T00:00:00.000Z" }, "import"],
    ["paid before", { paidAt: "2026-02-28T23:59:59.999Z" }, "ignore before_activation"],
    [
      "placed before and not paid yet",
      { placedAt: "2026-02-01T00:00:00.000Z", paidAt: null, status: "pending" },
      "wait not_paid",
    ],
    [
      "placed before, and paid nobody knows when",
      { placedAt: "2026-02-01T00:00:00.000Z", paidAt: null },
      "ignore before_activation",
    ],
  ])("go by the payment where the platform counts from it: one %s", (_what, changes, word) => {
    const order = aChannelOrder(changes)
    expect(wordOf(decideOrder(order, known(), aContext({ countsFrom: "paid" })))).toBe(word)
    const asked = decideOrder(order, known({ requested: true }), aContext({ countsFrom: "paid" }))
    expect(asked.action).toBe(order.status === "pending" ? "wait" : "import")
  })

  it.each(["foreign_channel", "unfulfillable"] as const)(
    "leave out %s also when a person asks",
    (outOfScope) => {
      const order = aChannelOrder({ outOfScope })
      for (const requested of [false, true]) {
        expect(wordOf(decideOrder(order, known({ requested }), aContext()))).toBe(`ignore ${outOfScope}`)
      }
    },
  )

  it("do not count a canceled order of a foreign channel as a cancellation of ours", () => {
    const foreign = aChannelOrder({ outOfScope: "foreign_channel", status: "canceled" })
    expect(wordOf(decideOrder(foreign, known(), aContext()))).toBe("ignore foreign_channel")
    const unfulfillable = aChannelOrder({ outOfScope: "unfulfillable", status: "canceled" })
    expect(decideOrder(unfulfillable, known(), aContext()).action).toBe("cancel")
  })

  it("keep ignored what a person ignored, until a person asks for it again", () => {
    const ignored = known({ state: "ignored", ignoredByPerson: true })
    expect(wordOf(decideOrder(aChannelOrder(), ignored, aContext()))).toBe("ignore ignored_by_person")
    expect(decideOrder(aChannelOrder(), { ...ignored, requested: true }, aContext()).action).toBe("import")
  })

  it("use up no stock for the next order", () => {
    const context = aContext({ shirts: 2, settings: { stock_policy: "block" } })
    decideOrder(aChannelOrder({ status: "pending" }), known(), context)
    decideOrder(aChannelOrder({ status: "shipped" }), known(), context)
    expect(decideOrder(aChannelOrder(), known(), context).action).toBe("import")
  })
})

describe("an order that is in Medusa already", () => {
  const original = aChannelOrder({ lines: 2 })
  const same = { fingerprint: fingerprintOf(original) }
  const named = { order: original.reference }

  it.each<[string, ChannelOrder, Parameters<typeof imported>[0], Verdict]>([
    ["stays as it is when nothing changed", original, same, { action: "keep", problems: [] }],
    [
      "stays as it is when only its address or its shipping progress changed",
      { ...original, status: "shipped", shippingAddress: null },
      same,
      { action: "keep", problems: [] },
    ],
    [
      "asks a person when a line's quantity changed",
      { ...original, lines: [aLine({ quantity: 1 }), aLine({ reference: "line-2" })] },
      same,
      { action: "keep", problems: [problem("changed_after_import", { what: "lines_or_total" })] },
    ],
    [
      "asks a person when its total changed",
      { ...original, total: "1.00" },
      same,
      { action: "keep", problems: [problem("changed_after_import", { what: "lines_or_total" })] },
    ],
    [
      "is not called changed because an amount is written with other decimals",
      { ...original, total: "43.200" },
      same,
      { action: "keep", problems: [] },
    ],
    [
      "says nothing about changes it cannot compare",
      { ...original, total: "1" },
      {},
      { action: "keep", problems: [] },
    ],
    ["is canceled with the platform", { ...original, status: "canceled" }, same, { action: "cancel" }],
    [
      "asks a person when it was canceled at the platform after it was shipped here",
      { ...original, status: "canceled" },
      { ...same, fulfilledHere: true },
      { action: "keep", problems: [problem("canceled_after_shipment", named)] },
    ],
    [
      "asks a person when it was canceled at the platform after it was invoiced here",
      { ...original, status: "canceled" },
      { ...same, invoicedHere: true },
      { action: "keep", problems: [problem("canceled_after_invoice", named)] },
    ],
    [
      "names both when it was shipped and invoiced here",
      { ...original, status: "canceled" },
      { ...same, fulfilledHere: true, invoicedHere: true },
      {
        action: "keep",
        problems: [problem("canceled_after_shipment", named), problem("canceled_after_invoice", named)],
      },
    ],
    [
      "asks a person to cancel it at the platform when it was canceled here",
      original,
      { ...same, canceledHere: true },
      { action: "keep", problems: [problem("canceled_here_only", named)] },
    ],
    [
      "says that it is too late for that once the platform counts it as sent",
      { ...original, status: "shipped" },
      { ...same, canceledHere: true },
      { action: "keep", problems: [problem("canceled_here_after_confirmation", named)] },
    ],
    [
      "reminds of the invoice of an order that was canceled here",
      original,
      { ...same, canceledHere: true, invoicedHere: true },
      {
        action: "keep",
        problems: [problem("canceled_here_only", named), problem("canceled_after_invoice", named)],
      },
    ],
    [
      "completes a cancellation that crashed half way",
      { ...original, status: "canceled" },
      { ...same, fulfilledHere: true, canceledHere: true },
      { action: "cancel" },
    ],
  ])("%s", (_sentence, order, facts, verdict) => {
    expect(decideOrder(order, imported(facts), aContext())).toEqual(verdict)
  })

  it("is never imported again, whatever the platform says", () => {
    for (const status of statuses) {
      for (const requested of [false, true]) {
        const before = { ...imported(same), requested, approved: true }
        const { action } = decideOrder({ ...original, status }, before, aContext())
        expect(["keep", "cancel"]).toContain(action)
      }
    }
  })

  it("stays canceled once it was canceled", () => {
    const canceled = known({ state: "canceled", canceledForGood: true, requested: true })
    for (const status of statuses) {
      expect(decideOrder(aChannelOrder({ status }), canceled, aContext())).toEqual({
        action: "keep",
        problems: [],
      })
    }
  })
})
