import type { LoadedFulfillment, OrderedLine } from "../load-fulfillments"
import { fulfilledLines } from "./fulfilled-lines"

const aLine = (more: Partial<OrderedLine> = {}): OrderedLine => ({
  id: "ordli_1",
  title: "Mug",
  sku: "MUG",
  quantity: 12,
  reference: "L1",
  listingsOrdered: 2,
  shippedBefore: 0,
  required: new Map([["iitem_mug", 1]]),
  ...more,
})
const anItem = (quantity: number, inventoryItemId: string | null = "iitem_mug", lineItemId = "ordli_1") => ({
  lineItemId,
  inventoryItemId,
  quantity,
})
const linesOf = (items: LoadedFulfillment["items"], line: OrderedLine, elsewhere: [string, number][] = []) =>
  fulfilledLines({ items, lines: new Map([[line.id, line]]) }, new Map(elsewhere))

describe("what a fulfilment holds of an order", () => {
  it("is counted in pieces, with the pieces of a listing as they were imported", () => {
    expect(linesOf([anItem(6)], aLine())).toMatchObject([
      { reference: "L1", units: 6, perPackage: 6, open: 2 },
    ])
  })

  it("counts a kit once, whatever it is made of", () => {
    const kit = aLine({
      required: new Map([
        ["iitem_mug", 2],
        ["iitem_box", 1],
      ]),
    })
    expect(linesOf([anItem(4), anItem(2, "iitem_box")], kit)).toMatchObject([{ units: 2 }])
  })

  it("counts an article without inventory by itself", () => {
    expect(linesOf([anItem(3, null)], aLine({ required: new Map() }))).toMatchObject([{ units: 3 }])
  })

  it("leaves out fees and lines that were added here", () => {
    expect(linesOf([anItem(1)], aLine({ reference: null }))).toEqual([])
  })

  it("leaves out lines that other fulfilments hold", () => {
    expect(linesOf([anItem(1, "iitem_mug", "ordli_2")], aLine())).toEqual([])
  })

  it("is told in one order, whatever the database gives first", () => {
    const lines = ["ordli_1", "ordli_2"].map((id) => aLine({ id, reference: id }))
    const items = lines.map(({ id }) => anItem(6, "iitem_mug", id))
    const told = (given: OrderedLine[]) =>
      fulfilledLines({ items, lines: new Map(given.map((line) => [line.id, line])) }, new Map())
    expect(told([...lines].reverse())).toEqual(told(lines))
  })

  it("leaves open what neither left before the import nor is in another fulfilment", () => {
    const line = aLine({ quantity: 5, listingsOrdered: 5, shippedBefore: 1 })
    expect(linesOf([anItem(5)], line, [["L1", 2]])).toMatchObject([{ units: 5, perPackage: 1, open: 2 }])
  })
})
