import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { AccountSettings } from "../../../modules/marketplace/settings"
import { invalidField, refusal } from "../../refusals/refusal"
import { checkCarriers } from "../check-carriers"
import { refuseLocationsOfNew } from "../check-locations"
import { checkPersonalDataDays } from "../check-personal-data-days"
import { checkReferences } from "../check-references"
import { requireConnector } from "../require-connector"
import { checkSites, type SiteChange } from "../rules/check-sites"
import { checkedCredentials } from "../rules/checked-credentials"
import { forgetCandidate, verifyCandidate } from "../verify-candidate"

export type NewAccount = {
  providerId: string
  name: string
  credentials: Record<string, unknown>
  settings?: Partial<AccountSettings>
  /** ISO 8601; now when left out. */
  activatedAt?: string
  /** Tells apart accounts of one seller; usually empty. */
  marketplaceSet?: string
  /** What some of its marketplaces do otherwise; the platform has to list them. */
  sites?: SiteChange[]
}

/** @throws RefusalError when the seller is connected already. */
async function refuseConnected(
  marketplace: MarketplaceModuleService,
  input: NewAccount,
  externalId: string,
): Promise<void> {
  const [known] = await marketplace.listMarketplaceAccounts({
    provider_id: input.providerId,
    external_id: externalId,
    marketplace_set: input.marketplaceSet ?? "",
  })
  if (known) throw refusal("seller_connected", { seller: known.external_id, account: known.name })
}

/**
 * Checks everything about a new account before anything is written, the platform's own answer included.
 * @throws RefusalError that names the field; ConnectorError when the platform refuses.
 */
export const verifyNewAccountStep = createStep(
  "verify-new-marketplace-account",
  async (input: NewAccount, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const connector = requireConnector(marketplace, input.providerId)
    const credentials = checkedCredentials(connector, input.credentials)
    const sites = input.sites ?? []
    await checkCarriers(container, connector, input.settings?.carriers)
    refuseLocationsOfNew(input.settings?.location_map)
    checkPersonalDataDays(connector, input.settings?.personal_data_days)
    await checkReferences(container, [
      { at: "settings", references: input.settings ?? {} },
      ...sites.map((site, index) => ({ at: `sites.${index}`, references: site })),
    ])
    const verified = await verifyCandidate(container, { ...input, accountId: undefined, credentials })
    try {
      const listed = verified.verification.marketplaces.map(({ externalId }) => externalId)
      const platform = connector.describe().name
      checkSites(sites, listed, (field, id) =>
        invalidField(field, "marketplace_of_platform_unknown", { platform, id }),
      )
      await refuseConnected(marketplace, input, verified.verification.externalId)
    } catch (refused) {
      await forgetCandidate(container, verified.accountId)
      throw refused
    }
    return new StepResponse(verified, verified.accountId)
  },
  async (accountId, { container }) => {
    if (accountId) await forgetCandidate(container, accountId)
  },
)
