import { money, type ChannelOrder } from "../../../connector"
import { anItem, anItemWorth, aWireOrder, breakdowns, usd, type Json } from "../__tests__/a-wire-order"
import { translateOrder } from "../translate"

const BRAZIL = { channelName: "AMAZON", marketplaceId: "A2Q3Y263D00KWC" }

function translated(items: Json[], grandTotal?: string, changes: Json = {}): ChannelOrder {
  const proceeds = grandTotal === undefined ? {} : { proceeds: { grandTotal: usd(grandTotal) } }
  return translateOrder(aWireOrder({ orderItems: items, proceeds: undefined, ...proceeds, ...changes }))
}

const firstLine = (item: Json, grandTotal?: string, changes?: Json) =>
  translated([item], grandTotal, changes).lines[0]

describe("whether prices contain tax", () => {
  it.each([
    ["the sum with tax is the item's total: net", "11.00", BRAZIL, false, "11"],
    ["the sum without tax is the item's total: gross", "10.00", undefined, true, "10"],
  ])("%s, whatever the marketplace's habit", (_name, proceedsTotal, salesChannel, taxInclusive, total) => {
    const order = translated(
      [anItemWorth({ ITEM: "10.00", TAX: "1.00" }, proceedsTotal)],
      undefined,
      salesChannel && { salesChannel },
    )
    expect(order.lines[0]).toMatchObject({ taxInclusive, total })
    expect(order.assumptions).toEqual([])
  })

  it.each([
    ["the United States are net", undefined, false],
    ["Brazil is gross", BRAZIL, true],
    ["an unknown marketplace is gross", { channelName: "AMAZON", marketplaceId: "A0UNKNOWN" }, true],
  ])("without tax nothing needs deciding: %s", (_name, salesChannel, taxInclusive) => {
    const order = translated([anItem()], "10.00", salesChannel && { salesChannel })
    expect(order.lines[0]).toMatchObject({ taxInclusive, total: "10" })
    expect(order.assumptions).toEqual([])
  })

  it.each([
    ["net in the United States", undefined, "11"],
    ["gross in Brazil", BRAZIL, "10"],
  ])("no sum is the item's total: %s, with a remark", (_name, salesChannel, total) => {
    const order = translated(
      [anItemWorth({ ITEM: "10.00", TAX: "1.00" }, "99.00")],
      "99.00",
      salesChannel && { salesChannel },
    )
    expect(order.lines[0].total).toBe(total)
    expect(order.assumptions.map(({ code }) => code)).toEqual(["tax_basis_assumed"])
  })

  it.each([
    ["22.00", false],
    ["20.00", true],
  ])("items state no total: the order's total %s decides", (grandTotal, taxInclusive) => {
    const items = ["1", "2"].map((orderItemId) =>
      anItemWorth({ ITEM: "10.00", TAX: "1.00" }, undefined, { orderItemId }),
    )
    const order = translated(items, grandTotal)
    expect(order.lines.map((line) => line.taxInclusive)).toEqual([taxInclusive, taxInclusive])
    expect(order.assumptions).toEqual([])
  })

  it("neither items nor order state a total: the habit decides, with a remark", () => {
    const order = translated([anItemWorth({ ITEM: "10.00", TAX: "1.00" })])
    expect(order).toMatchObject({ total: null, assumptions: [{ code: "tax_basis_assumed" }] })
    expect(order.lines[0]).toMatchObject({ taxInclusive: false, total: "11" })
  })

  it("items decided by their own total stay so when the order decides for the others", () => {
    const own = anItemWorth({ ITEM: "10.00", TAX: "1.00" }, "10.00", { orderItemId: "1" })
    const open = anItemWorth({ ITEM: "10.00", TAX: "1.00" }, undefined, { orderItemId: "2" })
    expect(translated([own, open], "21.00").lines.map((line) => line.taxInclusive)).toEqual([true, false])
  })
})

describe("discounts", () => {
  it.each(["-3.00", "3.00"])("are taken off, with the sign of %s", (discount) => {
    const line = firstLine(anItemWorth({ ITEM: "10.00", DISCOUNT: discount, TAX: "0.70" }, "7.70"))
    expect(line.charges).toEqual([{ kind: "item", amount: "10", discount: "3", tax: "0.7" }])
    expect(line.total).toBe("7.7")
  })

  it.each(["-", ""])("go to the charge they are stated for and the rest to the item (sign %j)", (sign) => {
    const parts = {
      ITEM: "10.00",
      SHIPPING: "5.00",
      DISCOUNT: { total: `${sign}6.00`, SHIPPING: `${sign}4.00`, ITEM: `${sign}1.00` },
    }
    const line = firstLine(anItemWorth(parts, "9.00"))
    expect(line.charges).toMatchObject([
      { kind: "item", amount: "10", discount: "2" },
      { kind: "shipping", amount: "5", discount: "4" },
    ])
  })

  it("larger than their charge spill over to the other charges of the line", () => {
    const parts = { ITEM: "10.00", SHIPPING: "5.00", DISCOUNT: { total: "-8.00", SHIPPING: "-8.00" } }
    expect(firstLine(anItemWorth(parts, "7.00")).charges).toMatchObject([
      { kind: "item", discount: "3" },
      { kind: "shipping", discount: "5" },
    ])
  })

  it("stated for a charge that is not there belong to the item", () => {
    const parts = { ITEM: "10.00", DISCOUNT: { total: "-2.00", SHIPPING: "-2.00" } }
    expect(firstLine(anItemWorth(parts, "8.00")).charges).toMatchObject([{ kind: "item", discount: "2" }])
  })

  it("stated in detail as more than their sum are cut down to the sum", () => {
    const parts = { ITEM: "10.00", SHIPPING: "5.00", DISCOUNT: { total: "-2.00", SHIPPING: "-4.00" } }
    expect(firstLine(anItemWorth(parts, "13.00")).charges).toMatchObject([
      { kind: "item", discount: "0" },
      { kind: "shipping", discount: "2" },
    ])
  })

  it("that the amounts are already after show up again before them, so that the line costs what Amazon says", () => {
    const line = firstLine(anItemWorth({ ITEM: "7.00", DISCOUNT: "-3.00" }, "7.00"))
    expect(line).toMatchObject({ total: "7", charges: [{ kind: "item", amount: "10", discount: "3" }] })
  })
})

describe("taxes", () => {
  it("go to their charges, and what is left to the item", () => {
    const parts = {
      ITEM: "10.00",
      SHIPPING: "5.00",
      GIFT_WRAP: "2.00",
      TAX: { total: "1.70", ITEM: "1.00", SHIPPING: "0.50", GIFT_WRAP: "0.20" },
    }
    expect(firstLine(anItemWorth(parts, "18.70")).charges).toMatchObject([
      { kind: "item", tax: "1" },
      { kind: "shipping", tax: "0.5" },
      { kind: "gift_wrap", tax: "0.2" },
    ])
  })

  it.each([
    ["a tax on the discount", { total: "0.90", ITEM: "1.00", DISCOUNT: "-0.10" }, "0.9"],
    ["a tax on a charge that is not there", { total: "1.20", ITEM: "1.00", SHIPPING: "0.20" }, "1.2"],
    ["no details", { total: "1.20" }, "1.2"],
  ])("%s changes the item's tax", (_name, tax, expected) => {
    expect(firstLine(anItemWorth({ ITEM: "10.00", TAX: tax })).charges).toMatchObject([{ tax: expected }])
  })

  it("never make the item's tax negative while there is tax elsewhere", () => {
    const parts = {
      ITEM: "1.00",
      SHIPPING: "5.00",
      TAX: { total: "0.30", SHIPPING: "0.50", DISCOUNT: "-0.20" },
    }
    expect(firstLine(anItemWorth(parts)).charges).toMatchObject([{ tax: "0" }, { tax: "0.3" }])
  })

  it("are summed for the order, and unknown as soon as one line's money is", () => {
    const taxed = (orderItemId: string) =>
      anItemWorth({ ITEM: "10.00", TAX: "1.00" }, "11.00", { orderItemId })
    expect(translated([taxed("1"), taxed("2")]).taxTotal).toBe("2")
    expect(translated([taxed("1"), anItem({ orderItemId: "2", proceeds: undefined })]).taxTotal).toBeNull()
  })
})

describe("what is missing is unknown and not zero", () => {
  it.each([
    ["no proceeds", undefined],
    ["a total but no breakdowns", { proceedsTotal: usd("10.00") }],
    ["breakdowns without ITEM", { breakdowns: breakdowns({ SHIPPING: "5.00" }) }],
  ])("a line with %s", (_name, proceeds) => {
    expect(firstLine(anItem({ proceeds }))).toMatchObject({ charges: null, total: null })
  })

  it("an order that is pending and tells no amount", () => {
    const item = anItem({ proceeds: undefined, product: { sellerSku: "MUG-1" } })
    const fulfillment = { fulfillmentStatus: "PENDING" }
    expect(translated([item], undefined, { fulfillment })).toMatchObject({
      status: "pending",
      currency: null,
      total: null,
      taxTotal: null,
      lines: [{ unitPrice: null, charges: null, total: null }],
      assumptions: [],
    })
  })

  it("a charge that a line does not have is simply not there", () => {
    expect(firstLine(anItem()).charges).toEqual([{ kind: "item", amount: "10", discount: "0", tax: "0" }])
  })

  it("zero that was told stays zero", () => {
    expect(firstLine(anItemWorth({ ITEM: "0.00" }, "0.00"), "0.00")).toMatchObject({ total: "0" })
  })
})

describe("money that belongs to no item", () => {
  const tip = (status?: string) => ({
    type: "DELIVERY_TIP",
    subtotal: usd("4.00"),
    ...(status && { status }),
  })
  const withTip = (grandTotal: string, status?: string) =>
    translated([anItem()], undefined, {
      proceeds: {
        grandTotal: usd(grandTotal),
        breakdowns: [...breakdowns({ ITEM: "10.00", TAX: "0.00" }), tip(status)],
      },
    })

  it("a tip is an adjustment; breakdowns that repeat the items are not", () => {
    expect(withTip("14.00", "FINALIZED").adjustments).toEqual([
      {
        kind: "delivery_tip",
        title: "Delivery tip",
        amount: "4.00",
        discount: "0",
        tax: "0",
        taxInclusive: true,
      },
    ])
  })

  it.each([
    ["counts when the total holds it", "14.00", 1],
    ["is left out until the total holds it", "10.00", 0],
  ])("a pending tip %s", (_name, grandTotal, count) => {
    expect(withTip(grandTotal, "PENDING").adjustments).toHaveLength(count)
  })
})

describe("amounts that are not as documented", () => {
  it.each<[string, Json, string]>([
    [
      "a number instead of a text",
      { orderItems: [anItem({ proceeds: { proceedsTotal: { amount: 10, currencyCode: "USD" } } })] },
      "orderItems.0.proceeds.proceedsTotal.amount",
    ],
    [
      "an exponent that no money has",
      { proceeds: { grandTotal: usd("1e31") } },
      "proceeds.grandTotal.amount",
    ],
    ["no currency", { proceeds: { grandTotal: { amount: "1" } } }, "proceeds.grandTotal.currencyCode"],
    [
      "several currencies",
      { proceeds: { grandTotal: usd("10.00", "CAD") } },
      "orderItems.0.product.price.unitPrice.currencyCode",
    ],
  ])("%s breaks the contract at its path", (_name, changes, path) => {
    expect(() => translateOrder(aWireOrder(changes))).toThrow(
      expect.objectContaining({
        connectorFailure: expect.objectContaining({ kind: "contract_broken", path }),
      }),
    )
  })
})

describe("a breakdown of a kind Amazon adds later", () => {
  it("is kept as another charge, so that the line still costs what Amazon says", () => {
    const line = firstLine(anItemWorth({ ITEM: "10.00", ASSEMBLY: "5.00" }, "15.00"))
    expect(line).toMatchObject({ total: "15", charges: [{ kind: "item" }, { kind: "other", amount: "5" }] })
    expect(money.equal(line.total ?? "", "15.00")).toBe(true)
  })
})
