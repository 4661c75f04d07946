import type { Mapping } from "../../lib/answers"

/** What was decided of a listing, as one text: the same as long as nobody decides otherwise, whatever the platform tells anew. */
export const decisionOf = (
  mapping: Pick<Mapping, "id" | "state" | "variant_id" | "units_per_package" | "packaging">,
): string => {
  const { id, state, variant_id, units_per_package, packaging } = mapping
  return JSON.stringify([id, state, variant_id, units_per_package, packaging])
}
