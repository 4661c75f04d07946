import type { ChannelOrder } from "../../../connector"
import { aChannelOrder, aLine } from "./__tests__/a-channel-order"
import { imported } from "./__tests__/a-context"
import { aContext } from "./__tests__/a-context"
import { decideOrder } from "./decide-order"
import { changeSince, fingerprintOf } from "./order-totals"

const original = aChannelOrder({ lines: 2 })
const withMore = { lines: [aLine({ quantity: 3 }), aLine({ reference: "line-2" })], total: original.total }

describe("what the platform changed about an order since its import", () => {
  it.each<[string, Partial<ChannelOrder>, ReturnType<typeof changeSince>]>([
    ["nothing", {}, undefined],
    ["nothing, where it now tells that nothing was refunded", { refundedTotal: "0.00" }, undefined],
    ["nothing, where it does not tell refunds any more", { refundedTotal: null }, undefined],
    ["a refund", { refundedTotal: "5.00" }, "refund"],
    ["the total", { total: "1.00" }, "lines_or_total"],
    ["a quantity and a refund", { ...withMore, refundedTotal: "5.00" }, "lines_or_total"],
  ])("is %s", (_what, changes, what) => {
    expect(changeSince(fingerprintOf(original), { ...original, ...changes })).toBe(what)
  })

  it("is told by what it is", () => {
    const verdict = decideOrder(
      { ...original, refundedTotal: "5.00" },
      imported({ fingerprint: fingerprintOf(original) }),
      aContext(),
    )
    expect(verdict).toEqual({
      action: "keep",
      problems: [{ code: "changed_after_import", details: { what: "refund" } }],
    })
  })

  it("is more of a refund, but not the one that there was before the import", () => {
    const refunded = { ...original, refundedTotal: "5.00" }
    expect(changeSince(fingerprintOf(refunded), { ...refunded, refundedTotal: "5" })).toBeUndefined()
    expect(changeSince(fingerprintOf(refunded), { ...refunded, refundedTotal: "7.00" })).toBe("refund")
  })

  it("leaves orders alone that were imported before refunds were looked at", () => {
    expect(fingerprintOf(original)).toBe("43.2|line-1:2|line-2:2")
  })
})
