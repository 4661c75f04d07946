import { planDraft, type DraftLine, type DraftOrder } from "./plan-draft"

const aLine = (changes: Partial<DraftLine> = {}): DraftLine => ({
  id: "ordli_1",
  title: "Cotton shirt",
  quantity: 2,
  variantId: "variant_1",
  manageInventory: true,
  inventory: [{ inventoryItemId: "item_1", sku: "SHIRT", required: 1 }],
  origin: { line_reference: "line-1", listings_ordered: 2, quantity_shipped_at_platform: 0 },
  ...changes,
})
const aDraft = (changes: Partial<DraftOrder> = {}): DraftOrder => ({
  regionId: "region",
  salesChannelId: "channel",
  currency: "brl",
  total: "35.6",
  edited: true,
  locationId: "shelf",
  lines: [aLine()],
  origin: { total: "36.60", fulfilled_by: "merchant" },
  ...changes,
})
const piecesOf = (line: Partial<DraftLine>, draft: Partial<DraftOrder> = {}) =>
  planDraft(aDraft({ ...draft, lines: [aLine(line)] })).lines.flatMap(({ needs }) =>
    needs.map(({ quantity }) => quantity),
  )

describe("what it takes to import a draft as it stands", () => {
  it("is paid with what it comes to now where it was edited, else with what the buyer paid", () => {
    expect(planDraft(aDraft()).total).toBe("35.6")
    expect(planDraft(aDraft({ edited: false })).total).toBe("36.60")
    expect(planDraft(aDraft({ edited: false, origin: {} })).total).toBe("35.6")
  })

  it.each<[string, Partial<DraftLine>, Partial<DraftOrder>, number[]]>([
    ["what it holds", {}, {}, [2]],
    ["more where more was put in", { quantity: 5 }, {}, [5]],
    ["the pieces of a kit", { inventory: [{ inventoryItemId: "a", sku: null, required: 3 }] }, {}, [6]],
    ["a line that was added here", { origin: {} }, {}, [2]],
    [
      "not what had left before",
      { origin: { listings_ordered: 2, quantity_shipped_at_platform: 1 } },
      {},
      [1],
    ],
    [
      "all of it from the platform's stock",
      { origin: { listings_ordered: 2, quantity_shipped_at_platform: 2 } },
      { origin: { fulfilled_by: "platform" } },
      [2],
    ],
    ["nothing of goods that are not counted", { manageInventory: false }, {}, []],
    ["nothing of a line without a variant", { variantId: null }, {}, []],
    ["nothing of a line that was taken out", { quantity: 0 }, {}, []],
    ["nothing of a fee", { origin: { line_reference: "line-1", charge: "gift_wrap" } }, {}, []],
  ])("reserves %s", (_case, line, draft, pieces) => {
    expect(piecesOf(line, draft)).toEqual(pieces)
  })
})
