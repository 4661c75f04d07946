import { shipmentDigest, type ShipmentBody } from "./body"

const body: ShipmentBody = {
  reference: "702-1",
  marketplace: "shop",
  carrier: { code: "Jadlog", name: null },
  source: { named: null, carrierName: null, shippingOptionId: null, providerId: null },
  trackingNumber: "T1",
  trackingUrl: null,
  shippedAt: "2026-11-22T12:00:00.000Z",
  lines: [{ reference: "1", title: "Mug", sku: "MUG", quantity: 1 }],
}

describe("whether a package is told anew", () => {
  it("does not depend on an address that the platform does not take: what was told before is the same", () => {
    expect(shipmentDigest(body)).toBe("3519cc6f883d05db73c87b8ee849dcfd86591e210a3d3d24b1e590d3f2c4b870")
  })

  it("depends on the address where it takes one", () => {
    const first = shipmentDigest({ ...body, trackingUrl: "https://jadlog.example/T1" })
    expect(first).not.toBe(shipmentDigest(body))
    expect(first).not.toBe(shipmentDigest({ ...body, trackingUrl: "https://jadlog.example/T2" }))
  })
})
