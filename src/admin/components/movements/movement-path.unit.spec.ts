import { referenceOf } from "./movement-path"

describe("what a movement refers to", () => {
  it.each([
    ["platform_shipment", "702-1234567-1234567", { kind: "order", number: "702-1234567-1234567" }],
    ["inbound_sent", "FBA15ABCDE", { kind: "transfer", reference: "FBA15ABCDE" }],
    ["inbound_received", "FBA15ABCDE", { kind: "transfer", reference: "FBA15ABCDE" }],
    ["platform_count", "2026-03-04T09:15:00.000Z", { kind: "count", at: "2026-03-04T09:15:00.000Z" }],
    ["mapping_changed", "2026-03-04T09:15:00.000Z", { kind: "count", at: "2026-03-04T09:15:00.000Z" }],
    // The platform had counted the goods of an order out before the order was known to be shipped.
    ["platform_count", "702-1234567-1234567", { kind: "order", number: "702-1234567-1234567" }],
    // A person's own number may look like anything.
    ["inbound_sent", "2026-03-04T09:15:00.000Z", { kind: "transfer", reference: "2026-03-04T09:15:00.000Z" }],
  ] as const)("%s %s", (reason, reference, told) => {
    expect(referenceOf({ reason, reference })).toEqual(told)
  })
})
