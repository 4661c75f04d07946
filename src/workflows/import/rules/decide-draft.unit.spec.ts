import { problem, type ReadOrder } from "../../../connector"
import { aChannelOrder } from "./__tests__/a-channel-order"
import { aContext, known } from "./__tests__/a-context"
import type { KnownDraft, KnownOrder } from "./context"
import { decideDraft } from "./decide-draft"
import { planDraft } from "./plan-draft"

const plan = planDraft({
  regionId: "region",
  salesChannelId: "channel",
  currency: "brl",
  total: "10.00",
  edited: true,
  locationId: null,
  lines: [],
  origin: {},
})
const aDraft = (changes: Partial<KnownDraft> = {}): KnownDraft => ({
  reference: "1",
  version: 1,
  edited: false,
  converted: false,
  changedWhileEdited: false,
  plan,
  ...changes,
})
const inReview = (draft: Partial<KnownDraft> | null, changes: Partial<KnownOrder> = {}): KnownOrder =>
  known({ state: "review", draft: draft && aDraft(draft), ...changes })
const read = (changes: Parameters<typeof aChannelOrder>[0] = {}): ReadOrder => ({
  readable: true,
  order: aChannelOrder(changes),
})
const unreadable: ReadOrder = {
  readable: false,
  reference: "1",
  updatedAt: null,
  problem: problem("contract_broken", { path: "lines" }),
  raw: {},
}

const UNDECIDED = undefined
const CARRIED_OUT = { action: "import", plan, remarks: [] }
const KEPT = { action: "keep", problems: [] }
const KEPT_AND_TOLD = { action: "keep", problems: [problem("changed_while_edited")] }

describe("an order whose draft a person worked on in Medusa", () => {
  it.each<[string, KnownOrder, ReadOrder | null, boolean, object | undefined]>([
    ["without a draft goes by the usual rules", inReview(null), read(), true, UNDECIDED],
    ["with an untouched draft goes by the usual rules", inReview({}), read(), true, UNDECIDED],
    [
      "approved and untouched goes by the usual rules",
      inReview({}, { approved: true }),
      read(),
      false,
      UNDECIDED,
    ],
    ["edited waits on", inReview({ edited: true }), read(), false, KEPT],
    ["edited, and changed at the platform, says so", inReview({ edited: true }), read(), true, KEPT_AND_TOLD],
    [
      "edited goes on saying so",
      inReview({ edited: true, changedWhileEdited: true }),
      read(),
      false,
      KEPT_AND_TOLD,
    ],
    [
      "edited waits on though the platform's version is broken",
      inReview({ edited: true }),
      unreadable,
      true,
      KEPT_AND_TOLD,
    ],
    [
      "edited waits on though it is not paid any more",
      inReview({ edited: true }),
      read({ status: "pending" }),
      true,
      KEPT_AND_TOLD,
    ],
    [
      "edited and approved is carried out",
      inReview({ edited: true }, { approved: true }),
      read(),
      false,
      CARRIED_OUT,
    ],
    ["converted is carried out", inReview({ converted: true }), read(), true, CARRIED_OUT],
    [
      "converted is carried out when its data has expired",
      inReview({ converted: true }),
      null,
      false,
      CARRIED_OUT,
    ],
    [
      "canceled at the platform goes, however edited",
      inReview({ edited: true }),
      read({ status: "canceled" }),
      true,
      UNDECIDED,
    ],
    [
      "canceled at the platform goes, converted or not",
      inReview({ converted: true }),
      read({ status: "canceled" }),
      true,
      UNDECIDED,
    ],
    [
      "left out by a person goes",
      inReview({ edited: true }, { ignoredByPerson: true }),
      read(),
      false,
      UNDECIDED,
    ],
  ])("%s", (_case, given, order, changed, verdict) => {
    expect(decideDraft(order, given, changed, aContext())).toEqual(verdict)
  })

  const shirts = (quantity: number): KnownOrder =>
    inReview(
      {
        edited: true,
        plan: planDraft({
          regionId: "region",
          salesChannelId: "channel",
          currency: "brl",
          total: "10.00",
          edited: true,
          locationId: "location",
          lines: [
            {
              id: "line",
              title: "Cotton shirt",
              quantity,
              variantId: "variant-SHIRT",
              manageInventory: true,
              inventory: [{ inventoryItemId: "item-SHIRT", sku: "SHIRT", required: 2 }],
              origin: {},
            },
          ],
          origin: {},
        }),
      },
      { approved: true },
    )
  const lacking = { sku: "SHIRT", title: "Cotton shirt", available: 10, needed: 12 }

  it.each<[string, "take" | "block", number, Record<string, number>, object]>([
    ["is carried out with just enough stock", "block", 5, {}, { action: "import", remarks: [] }],
    [
      "waits for its stock where the account stops such orders",
      "block",
      6,
      {},
      { action: "keep", problems: [problem("stock_short", lacking)] },
    ],
    [
      "is taken all the same where the account does not",
      "take",
      6,
      {},
      { action: "import", remarks: [problem("stock_short_taken", lacking)] },
    ],
    ["counts what is kept for it", "block", 6, { "item-SHIRT@location": 2 }, { action: "import" }],
  ])("edited and approved %s", (_case, stock_policy, quantity, held, verdict) => {
    const context = aContext({
      settings: { stock_policy },
      held: new Map([["1", new Map(Object.entries(held))]]),
      available: new Map([["item-SHIRT@location", 10]]),
    })
    expect(decideDraft(read(), shirts(quantity), false, context)).toMatchObject(verdict)
  })
})
