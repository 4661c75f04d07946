import { aChannelOrder, anAddress } from "../../import/rules/__tests__/a-channel-order"
import { withoutBuyer } from "./without-buyer"

describe("an order without whose it is", () => {
  it("says what was sold and roughly where it goes, and nothing of the buyer", () => {
    const order = aChannelOrder({
      buyer: {
        name: "Ada Lovelace",
        email: "ada@example.com",
        phone: "2065550100",
        document: "52998224725",
        company: "Engines",
      },
      shippingAddress: anAddress({
        name: "Ada Lovelace",
        company: "Engines",
        line1: "1 Secret Street",
        line2: "Attic",
        postalCode: "98101",
        phone: "2065550100",
        city: "Seattle",
        countryCode: "US",
      }),
      billingAddress: null,
      raw: { buyer: "Ada Lovelace" },
    })
    const bare = withoutBuyer(order)
    expect(JSON.stringify(bare)).not.toMatch(/Ada|Lovelace|2065550100|52998224725|Engines|Secret|Attic|98101/)
    expect(bare).toMatchObject({
      reference: order.reference,
      lines: order.lines,
      total: order.total,
      shippingAddress: { city: "Seattle", countryCode: "US" },
      billingAddress: null,
    })
  })
})
