import { MedusaError } from "@medusajs/framework/utils"
import type { StoreReferences } from "../check-references"
import type { SiteRow } from "../load-account"

/** What a person wants otherwise in one of the account's marketplaces; what is not named stays. */
export type SiteChange = { external_id: string } & Partial<
  Pick<SiteRow, "enabled" | "team"> & Omit<StoreReferences, "shipping_option_id">
>

/**
 * Checks that every marketplace that is named is one of those that exist.
 * @throws MedusaError invalid_data that names the field and the marketplace.
 */
export function checkSites(changes: SiteChange[], known: string[], otherwise: string): void {
  const stranger = changes.findIndex(({ external_id }) => !known.includes(external_id))
  if (stranger < 0) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: Field 'sites.${stranger}.external_id': ${otherwise} ${changes[stranger].external_id}`,
  )
}
