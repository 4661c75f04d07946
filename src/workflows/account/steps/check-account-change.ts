import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Verification } from "../../../connector"
import type { AccountSettings } from "../../../modules/marketplace/settings"
import { invalidField, refusal } from "../../refusals/refusal"
import { checkCarriers } from "../check-carriers"
import { checkLocations } from "../check-locations"
import { checkPersonalDataDays } from "../check-personal-data-days"
import { checkReferences } from "../check-references"
import { loadAccount, type SiteRow } from "../load-account"
import { checkSites, type SiteChange } from "../rules/check-sites"
import { checkedCredentials } from "../rules/checked-credentials"
import { areOtherMarketplaces } from "../rules/refresh-sites"
import { verifyCandidate, type VerifiedCredentials } from "../verify-candidate"

export type AccountChange = {
  accountId: string
  name?: string
  settings?: Partial<AccountSettings>
  /** ISO 8601. */
  activatedAt?: string
  /** Typed in anew; must belong to the same seller. */
  credentials?: Record<string, unknown>
  sites?: SiteChange[]
}

/**
 * Checks a change before anything of it is written; new credentials are verified with the platform.
 * @throws RefusalError that names the field; ConnectorError when the platform refuses the credentials.
 */
export const checkAccountChangeStep = createStep(
  "check-marketplace-account-change",
  async (input: AccountChange, { container }) => {
    const account = await loadAccount(container, input.accountId)
    const { row, sites, connector } = account
    const changes = input.sites ?? []
    await checkCarriers(container, connector, input.settings?.carriers)
    checkPersonalDataDays(connector, input.settings?.personal_data_days)
    await checkReferences(container, [
      { at: "settings", references: input.settings ?? {} },
      ...changes.map((site, index) => ({ at: `sites.${index}`, references: site })),
    ])
    checkSites(
      changes,
      sites.map((site) => site.external_id),
      (field, id) => invalidField(field, "marketplace_of_account_unknown", { account: row.name, id }),
    )
    await checkLocations(container, account, input.settings?.location_map)
    if (!input.credentials) return new StepResponse<VerifiedCredentials | null>(null)

    const verified = await verifyCandidate(container, {
      accountId: row.id,
      providerId: row.provider_id,
      name: row.name,
      credentials: checkedCredentials(connector, input.credentials),
    })
    refuseOtherSeller(row, verified.verification.externalId)
    refuseOtherMarketplaces(row, sites, verified.verification)
    return new StepResponse<VerifiedCredentials | null>(verified)
  },
)

/** @throws RefusalError: orders of two sellers in one account could not be told apart. */
export function refuseOtherSeller(account: { name: string; external_id: string }, externalId: string): void {
  if (account.external_id === externalId) return
  throw refusal("other_seller", {
    account: account.name,
    seller: account.external_id,
    other: externalId,
  })
}

/** @throws RefusalError: the account would read them from now on, and its own no more, without a word. */
export function refuseOtherMarketplaces(
  account: { name: string },
  sites: readonly Pick<SiteRow, "external_id">[],
  { marketplaces }: Verification,
): void {
  if (!areOtherMarketplaces(sites, marketplaces)) return
  throw refusal("other_marketplaces", {
    account: account.name,
    marketplaces: marketplaces.map(({ name }) => name).join(", "),
  })
}
