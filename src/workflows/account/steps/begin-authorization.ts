import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Authorization, Connector } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { AccountSettings } from "../../../modules/marketplace/settings"
import { invalidField } from "../../refusals/refusal"
import { checkCarriers } from "../check-carriers"
import { refuseLocationsOfNew } from "../check-locations"
import { checkPersonalDataDays } from "../check-personal-data-days"
import { checkReferences } from "../check-references"
import { requireConnector } from "../require-connector"

export type BeginAuthorization = {
  providerId: string
  name: string
  choice: Record<string, string>
  /** The account to authorize again; a new one is made when left out. */
  accountId?: string
  /** What a new account shall be set to from its first minute. */
  settings?: Partial<AccountSettings>
  /** Where the platform sends the browser back to. */
  redirectUri: string
  /** Only this admin may complete it. */
  actorId: string
}

export function requireAuthorization(connector: Connector): Authorization {
  if (connector.authorization) return connector.authorization
  throw invalidField("provider_id", "connector_typed", { platform: connector.describe().name })
}

/** @throws RefusalError when a choice is missing, unknown, or not among its options. */
function checkChoice(connector: Connector, choice: Record<string, string>): void {
  const fields = connector.describe().authorizationChoices
  const stranger = Object.keys(choice).find((name) => !fields.some((field) => field.name === name))
  if (stranger) throw invalidField(`choice.${stranger}`, "choice_unknown", {})
  for (const { name, options } of fields) {
    if (!choice[name]) throw invalidField(`choice.${name}`, "required", {})
    if (options && !options.some(({ value }) => value === choice[name])) {
      throw invalidField(`choice.${name}`, "choice_not_offered", {})
    }
  }
}

/** Begins a consent: its state is random, short-lived, works once, and for this admin only. Gives the consent page. */
export const beginAuthorizationStep = createStep(
  "begin-marketplace-authorization",
  async (input: BeginAuthorization, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const connector = requireConnector(marketplace, input.providerId)
    const authorization = requireAuthorization(connector)
    checkChoice(connector, input.choice)
    await checkReferences(container, [{ at: "settings", references: input.settings ?? {} }])
    await checkCarriers(container, connector, input.settings?.carriers)
    refuseLocationsOfNew(input.settings?.location_map)
    checkPersonalDataDays(connector, input.settings?.personal_data_days)
    if (input.accountId) {
      const [account] = await marketplace.listMarketplaceAccounts(
        { id: input.accountId },
        { select: ["id", "provider_id"] },
      )
      if (account?.provider_id !== input.providerId) {
        throw invalidField("account_id", "account_of_connector_unknown", {
          id: input.accountId,
          connector: input.providerId,
        })
      }
    }
    const state = await marketplace.beginAuthorization(
      {
        provider_id: input.providerId,
        name: input.name,
        account_id: input.accountId ?? null,
        choice: input.choice,
        settings: input.settings ?? null,
      },
      input.actorId,
    )
    const url = authorization.begin({ state, redirectUri: input.redirectUri, choice: input.choice })
    return new StepResponse({ url })
  },
)
