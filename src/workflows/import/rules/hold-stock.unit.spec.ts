import type { ChannelOrder } from "../../../connector"
import { aChannelOrder, aLine } from "./__tests__/a-channel-order"
import { aContext, known } from "./__tests__/a-context"
import { decideOrder } from "./decide-order"
import { holdOf } from "./hold-stock"

const keeping = (settings = {}) => aContext({ settings: { reserve_waiting_orders: true, ...settings } })
const waiting = (changes: Parameters<typeof aChannelOrder>[0] = {}): ChannelOrder =>
  aChannelOrder({ status: "pending", ...changes })

describe("goods of an order that waits for its payment", () => {
  it("are kept where the account wants it, lines of the same article added up", () => {
    const order = waiting({
      lines: [aLine(), aLine({ reference: "line-2", listingKey: "SIX-PACK", sku: "SIX-PACK", quantity: 1 })],
    })
    expect(holdOf(order, keeping())).toEqual({
      locationId: "shelf",
      needs: [{ inventoryItemId: "item-SHIRT", sku: "SHIRT", quantity: 8 }],
    })
  })

  it.each<[string, ChannelOrder, ReturnType<typeof aContext>]>([
    ["the setting is off", waiting(), aContext()],
    ["the platform sends them itself", waiting({ fulfilledBy: "platform" }), keeping()],
    ["the marketplace is unknown", waiting({ marketplace: "elsewhere" }), keeping()],
    [
      "the listing is not mapped yet",
      waiting({ lines: [aLine({ listingKey: "NEW", sku: "NEW" })] }),
      keeping(),
    ],
    [
      "the listing is not managed here",
      waiting({ lines: [aLine({ listingKey: "SERVICE", sku: "SERVICE" })] }),
      keeping(),
    ],
    ["the line was canceled", waiting({ lines: [aLine({ quantity: 0 })] }), keeping()],
    ["there is no shelf to keep them on", waiting(), keeping({ stock_location_id: null })],
  ])("are not kept when %s", (_why, order, context) => {
    expect(holdOf(order, context)).toBeNull()
  })

  it("are kept through the review, and given to the order's own lines when it is imported", () => {
    const context = keeping({ review_first: true })
    expect(decideOrder(waiting(), known(), context)).toMatchObject({ hold: { locationId: "shelf" } })
    expect(decideOrder(aChannelOrder(), known(), context)).toMatchObject({
      action: "review",
      hold: { locationId: "shelf" },
    })
    expect(decideOrder(aChannelOrder(), known({ approved: true }), context)).not.toHaveProperty("hold")
  })
})
