import { isBlocking, problem, type ChannelOrder } from "../../../connector"
import { aChannelOrder, aCharge, aLine, anAddress } from "./__tests__/a-channel-order"
import { aContext, aSite, known } from "./__tests__/a-context"
import { stockKey, type DecideContext } from "./context"
import { decideOrder } from "./decide-order"
import { planOrder } from "./plan-order"

const codesOf = (order: ChannelOrder, context: DecideContext = aContext()): string[] =>
  planOrder(order, context).found.map(({ code }) => code)

describe("reasons against an import", () => {
  it("are all told at once, not only the first", () => {
    const order = aChannelOrder({
      currency: "CHF",
      total: "99.00",
      shippingAddress: anAddress({ name: null, line1: null }),
      lines: [
        aLine({ reference: "line-1", listingKey: "UNKNOWN-1", title: "One" }),
        aLine({ reference: "line-2", listingKey: "UNKNOWN-2", title: "Two" }),
        aLine({ reference: "line-3", quantity: 50 }),
      ],
    })
    const context = aContext({ defaultSalesChannelId: null, settings: { stock_policy: "block" } })
    const verdict = decideOrder(order, known(), context)
    expect(verdict).toEqual({
      action: "block",
      problems: [
        problem("amounts_inconsistent", { expected: "99.00", computed: "64.8" }),
        problem("region_missing", { country: "US", currency: "CHF" }),
        problem("sales_channel_missing"),
        problem("listing_unmapped", { listing_key: "UNKNOWN-1", title: "One" }),
        problem("listing_unmapped", { listing_key: "UNKNOWN-2", title: "Two" }),
        problem("stock_short", { sku: "SHIRT", title: "Cotton shirt", available: 10, needed: 50 }),
      ],
      remarks: [problem("address_incomplete", { missing: "name, line1" })],
    })
  })

  it("name a listing once, on however many lines it stands", () => {
    const lines = ["line-1", "line-2"].map((reference) => aLine({ reference, listingKey: "UNKNOWN-1" }))
    const verdict = decideOrder(aChannelOrder({ lines }), known(), aContext())
    const unmapped = problem("listing_unmapped", { listing_key: "UNKNOWN-1", title: lines[0].title })
    expect(verdict).toMatchObject({ action: "block", problems: [unmapped] })
  })

  it.each<[string, Partial<ChannelOrder>, Parameters<typeof aContext>[0], string]>([
    ["a marketplace that the account does not know", { marketplace: "site-xx" }, {}, "marketplace_unknown"],
    ["no region in the order's currency", { currency: "BRL" }, {}, "region_missing"],
    ["a chosen region that is gone", {}, { settings: { region_id: "region-gone" } }, "region_missing"],
    ["no sales channel", {}, { defaultSalesChannelId: null }, "sales_channel_missing"],
    [
      "no place to take the goods from",
      {},
      { settings: { stock_location_id: null } },
      "stock_location_missing",
    ],
    [
      "no place that stands for the platform's warehouse",
      { fulfilledBy: "platform", status: "shipped" },
      { settings: { platform_location_id: null } },
      "platform_location_missing",
    ],
    ["no lines", { lines: [], total: "0" }, {}, "order_without_lines"],
    ["a total that its lines do not add up to", { total: "21.61" }, {}, "amounts_inconsistent"],
    ["a currency that nobody told", { currency: null }, {}, "amount_unknown"],
  ])("%s", (_what, changes, context, code) => {
    expect(codesOf(aChannelOrder(changes), aContext(context))).toContain(code)
  })

  it("are not invented for an order of which everything was canceled but one line", () => {
    const order = aChannelOrder({
      lines: [
        aLine(),
        aLine({ reference: "line-2", quantity: 0, listingKey: "GONE", charges: null, total: null }),
      ],
    })
    expect(codesOf(order)).toEqual([])
  })

  it("include a tax on nothing, which Medusa cannot write down", () => {
    const lines = [aLine({ charges: [aCharge({ amount: "5", discount: "5", tax: "0.40" })] })]
    expect(codesOf(aChannelOrder({ lines }))).toEqual(["amounts_inconsistent"])
  })
})

describe("remarks that do not stop an import", () => {
  it.each<[string, Partial<ChannelOrder>, Parameters<typeof aContext>[0], string[]]>([
    ["the total was worked out, because the platform is silent", { total: null }, {}, ["total_computed"]],
    [
      "an address without a street",
      { shippingAddress: anAddress({ line1: null }) },
      {},
      ["address_incomplete"],
    ],
    ["no address at all", { shippingAddress: null }, {}, ["address_incomplete"]],
    [
      "an assumption of the translation",
      { assumptions: [problem("tax_basis_assumed")] },
      {},
      ["tax_basis_assumed"],
    ],
    ["too little stock, which the account takes all the same", {}, { shirts: 1 }, ["stock_short_taken"]],
  ])("%s", (_what, changes, context, codes) => {
    const verdict = decideOrder(aChannelOrder(changes), known(), aContext(context))
    expect(verdict.action).toBe("import")
    expect("remarks" in verdict && verdict.remarks.map(({ code }) => code)).toEqual(codes)
  })

  it("do not ask for an address where the platform ships", () => {
    const order = aChannelOrder({ fulfilledBy: "platform", status: "shipped", shippingAddress: null })
    expect(codesOf(order)).toEqual([])
  })
})

describe("an order without a price", () => {
  const unpriced = () =>
    aChannelOrder({
      total: null,
      currency: null,
      lines: [aLine({ charges: null, total: null, unitPrice: null })],
    })

  it("is blocked, because unknown is not zero", () => {
    const { found } = planOrder(unpriced(), aContext())
    expect(found).toContainEqual(problem("amount_unknown", { line: "line-1" }))
    expect(found.filter(isBlocking)).not.toHaveLength(0)
  })

  it("is taken as free of charge where the account says so, in the currency of its region", () => {
    const context = aContext({ settings: { unpriced_policy: "zero", region_id: "region-us" } })
    const verdict = decideOrder(unpriced(), known(), context)
    expect(verdict).toMatchObject({
      action: "import",
      plan: { total: "0", currency: "USD", regionId: "region-us" },
    })
    expect("remarks" in verdict && verdict.remarks.map(({ code }) => code)).toContain(
      "price_unknown_taken_as_zero",
    )
  })

  it("keeps the prices of its other lines", () => {
    const lines = [aLine(), aLine({ reference: "line-2", charges: null, total: null })]
    const order = aChannelOrder({ lines, total: "21.60" })
    const context = aContext({ settings: { unpriced_policy: "zero" } })
    expect(decideOrder(order, known(), context)).toMatchObject({ action: "import", plan: { total: "21.60" } })
  })
})

describe("what a line takes from the shelf", () => {
  const planned = (order: ChannelOrder, context = aContext()) => planOrder(order, context).plan?.lines[0]

  it("is six shirts for every six-pack", () => {
    const order = aChannelOrder({ lines: [aLine({ listingKey: "SIX-PACK", quantity: 2 })] })
    expect(planned(order, aContext({ shirts: 12 }))).toMatchObject({
      units: 12,
      needs: [{ inventoryItemId: "item-SHIRT", sku: "SHIRT", quantity: 12 }],
    })
  })

  it("is only what has not left yet, where a part was shipped elsewhere", () => {
    const order = aChannelOrder({
      status: "partially_shipped",
      lines: [aLine({ quantity: 5, quantityShipped: 3 })],
    })
    expect(planned(order)).toMatchObject({ units: 5, needs: [{ quantity: 2 }] })
  })

  it("is all of it where the platform ships", () => {
    const lines = [aLine({ quantity: 5, quantityShipped: 5 })]
    const order = aChannelOrder({ fulfilledBy: "platform", status: "shipped", lines })
    expect(planned(order)).toMatchObject({ needs: [{ quantity: 5 }] })
  })

  it("is nothing for a listing that is not managed here", () => {
    const order = aChannelOrder({ lines: [aLine({ listingKey: "SERVICE" })] })
    expect(planned(order)).toEqual({
      reference: "line-1",
      listingKey: "SERVICE",
      title: "Shirt",
      variantId: null,
      product: null,
      createDraft: false,
      units: 2,
      needs: [],
    })
    expect(codesOf(order)).toEqual([])
  })

  it("is nothing for an unknown listing whose product is made as a draft", () => {
    const order = aChannelOrder({ lines: [aLine({ listingKey: "NEW" })] })
    const context = aContext({ settings: { unmapped_policy: "draft" } })
    expect(planned(order, context)).toMatchObject({ createDraft: true, variantId: null, needs: [] })
    expect(decideOrder(order, known(), context).action).toBe("import")
  })

  it("is counted for every part of a set", () => {
    const context = aContext()
    const set = {
      id: "variant-SHIRT",
      sku: "SET",
      manageInventory: true,
      product: {},
      inventory: [
        { inventoryItemId: "item-SHIRT", sku: "SHIRT", required: 2 },
        { inventoryItemId: "item-CAP", sku: "CAP", required: 1 },
      ],
    }
    const order = aChannelOrder({ lines: [aLine({ quantity: 3 })] })
    expect(planned(order, { ...context, variants: new Map([[set.id, set]]) })?.needs).toEqual([
      { inventoryItemId: "item-SHIRT", sku: "SHIRT", quantity: 6 },
      { inventoryItemId: "item-CAP", sku: "CAP", quantity: 3 },
    ])
  })
})

describe("orders of one batch", () => {
  const six = (reference: string) => aChannelOrder({ reference, lines: [aLine({ quantity: 6 })] })

  it("share the stock: the second is told what the first has left", () => {
    const context = aContext({ shirts: 10 })
    expect(decideOrder(six("first"), known(), context)).toMatchObject({ action: "import", remarks: [] })
    expect(decideOrder(six("second"), known(), context)).toMatchObject({
      action: "import",
      remarks: [problem("stock_short_taken", { sku: "SHIRT", available: 4, needed: 6 })],
    })
  })

  it("block the one that does not fit, and still take a smaller one after it", () => {
    const context = aContext({ shirts: 10, settings: { stock_policy: "block" } })
    expect(decideOrder(six("first"), known(), context).action).toBe("import")
    expect(decideOrder(six("second"), known(), context)).toMatchObject({
      action: "block",
      problems: [problem("stock_short", { sku: "SHIRT", available: 4, needed: 6 })],
    })
    const small = aChannelOrder({ reference: "third", lines: [aLine({ quantity: 4 })] })
    expect(decideOrder(small, known(), context).action).toBe("import")
    expect(context.available.get(stockKey("item-SHIRT", "shelf"))).toBe(0)
  })

  it("count two lines of one article together", () => {
    const context = aContext({ shirts: 10, settings: { stock_policy: "block" } })
    const lines = [aLine({ quantity: 6 }), aLine({ reference: "line-2", quantity: 6 })]
    expect(decideOrder(aChannelOrder({ lines }), known(), context).action).toBe("block")
    expect(context.available.get(stockKey("item-SHIRT", "shelf"))).toBe(10)
  })

  it("lose no stock to an order that is blocked for another reason", () => {
    const context = aContext({ shirts: 6, settings: { stock_policy: "block" } })
    expect(decideOrder({ ...six("first"), total: "1" }, known(), context).action).toBe("block")
    expect(decideOrder(six("second"), known(), context).action).toBe("import")
  })
})

describe("where an imported order lands", () => {
  const planWith = (context: Parameters<typeof aContext>[0], changes: Partial<ChannelOrder> = {}) =>
    planOrder(aChannelOrder(changes), aContext(context)).plan

  it("follows the marketplace before the account, and the account before the store", () => {
    const chosen = aSite({ salesChannelId: "channel-site", stockLocationId: "shelf-site", team: "Team US" })
    const settings = { sales_channel_id: "channel-account", team: "All" }
    expect(planWith({ settings, sites: [chosen] })).toMatchObject({
      salesChannelId: "channel-site",
      locationId: "shelf-site",
      team: "Team US",
    })
    expect(planWith({ settings })).toMatchObject({
      salesChannelId: "channel-account",
      locationId: "shelf",
      team: "All",
    })
    expect(planWith({})).toMatchObject({ salesChannelId: "channel-default", team: null })
  })

  it("takes the sales channel's own location where none was chosen", () => {
    const locationsByChannel = new Map([["channel-default", "shelf-of-channel"]])
    expect(planWith({ settings: { stock_location_id: null }, locationsByChannel })).toMatchObject({
      locationId: "shelf-of-channel",
    })
  })

  it("is the region of the buyer's country in the order's currency, or else of the currency alone", () => {
    const regions = [
      { id: "region-nl", currency: "eur", countries: ["nl"] },
      { id: "region-fr", currency: "eur", countries: ["fr"] },
      { id: "region-ch", currency: "chf", countries: ["ch"] },
    ]
    const to = (countryCode: string) =>
      planWith({ regions }, { currency: "EUR", shippingAddress: anAddress({ countryCode }) })
    expect(to("FR")).toMatchObject({ regionId: "region-fr" })
    expect(to("CH")).toMatchObject({ regionId: "region-nl" })
  })
})
