import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { AccountSettings } from "../../../modules/marketplace/settings"
import { AuthorizationRefusals } from "../authorization-refusals"
import { checkReferences } from "../check-references"
import { loadAccount } from "../load-account"
import { checkSites, type SiteChange } from "../rules/check-sites"
import { checkedCredentials } from "../rules/checked-credentials"
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
 * @throws MedusaError that names the field; ConnectorError when the platform refuses the credentials.
 */
export const checkAccountChangeStep = createStep(
  "check-marketplace-account-change",
  async (input: AccountChange, { container }) => {
    const { row, sites, connector } = await loadAccount(container, input.accountId)
    const changes = input.sites ?? []
    await checkReferences(container, [
      { at: "settings", references: input.settings ?? {} },
      ...changes.map((site, index) => ({ at: `sites.${index}`, references: site })),
    ])
    checkSites(
      changes,
      sites.map((site) => site.external_id),
      `account "${row.name}" has no marketplace`,
    )
    if (!input.credentials) return new StepResponse<VerifiedCredentials | null>(null)

    const verified = await verifyCandidate(container, {
      accountId: row.id,
      providerId: row.provider_id,
      name: row.name,
      credentials: checkedCredentials(connector, input.credentials),
    })
    refuseOtherSeller(row, verified.verification.externalId)
    return new StepResponse<VerifiedCredentials | null>(verified)
  },
)

/** @throws MedusaError not_allowed: orders of two sellers in one account could not be told apart. */
export function refuseOtherSeller(account: { name: string; external_id: string }, externalId: string): void {
  if (account.external_id === externalId) return
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Account "${account.name}" belongs to seller ${account.external_id}, and this authorization is of seller ${externalId}. Connect that seller as an account of its own`,
    AuthorizationRefusals.OTHER_SELLER,
  )
}
