import type { StoreReferences } from "../check-references"
import type { SiteRow } from "../load-account"
import type { RefusalError } from "../../refusals/refusal"

/** What a person wants otherwise in one of the account's marketplaces; what is not named stays. */
export type SiteChange = { external_id: string } & Partial<
  Pick<SiteRow, "enabled" | "team"> & Omit<StoreReferences, "shipping_option_id">
>

/**
 * Checks that every marketplace that is named is one of those that exist.
 * @throws what `otherwise` gives for the field and the marketplace.
 */
export function checkSites(
  changes: SiteChange[],
  known: string[],
  otherwise: (field: string, id: string) => RefusalError,
): void {
  const stranger = changes.findIndex(({ external_id }) => !known.includes(external_id))
  if (stranger < 0) return
  throw otherwise(`sites.${stranger}.external_id`, changes[stranger].external_id)
}
