import type { Mapping } from "../../lib/answers"
import { decisionOf } from "./listing-decision"

type Decided = Parameters<typeof decisionOf>[0] & Partial<Mapping>

const mapping: Decided = {
  id: "pmap_1",
  state: "mapped",
  variant_id: "variant_1",
  units_per_package: 1,
  packaging: null,
}

describe("what was decided of a listing", () => {
  it("stays when a reading of the listings changes what the platform tells", () => {
    const read: Decided = { ...mapping, updated_at: "2026-11-23T00:00:00Z", title: "Another title" }
    expect(decisionOf(read)).toBe(decisionOf(mapping))
  })

  it.each<[string, Partial<Decided>]>([
    ["the listing", { id: "pmap_2" }],
    ["the state", { state: "ignored" }],
    ["the variant", { variant_id: "variant_2" }],
    ["the units of a package", { units_per_package: 6 }],
    ["the packaging", { packaging: "Box" }],
  ])("is another one with %s", (_, part) => {
    expect(decisionOf({ ...mapping, ...part })).not.toBe(decisionOf(mapping))
  })
})
