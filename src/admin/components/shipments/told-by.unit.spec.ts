import { toldBy } from "./told-by"

describe("a line of a shipment's history", () => {
  it.each([
    ["confirmed", { revision: 1 }, undefined],
    ["confirmed", { revision: 1, looked_up: true }, "looked_up"],
    ["confirmed", { revision: 1, superseded: true }, "superseded"],
    ["withdrawn", { reason: "labels_changed" }, "labels_changed"],
    ["withdrawn", { reason: "writer_on" }, "writer_on"],
    ["withdrawn", { reason: "a reason of a later version" }, undefined],
  ] as const)("%s with %j is explained by: %s", (event, details, remark) => {
    expect(toldBy({ event, details })).toEqual({ event, remark })
  })
})
