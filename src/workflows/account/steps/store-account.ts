import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { accountSettingsSchema, type AccountSettings } from "../../../modules/marketplace/settings"
import { asListed } from "../check-carriers"
import { findUsers } from "../check-references"
import { requireConnector } from "../require-connector"
import { chooseOrderPrefix } from "../rules/order-prefix"
import { profileOf } from "../rules/profile"
import type { VerifiedCredentials } from "../verify-candidate"
import type { NewAccount } from "./verify-new-account"

export type StoreAccountInput = {
  account: Omit<NewAccount, "credentials">
  verified: VerifiedCredentials
  actorId: string
}

/** The prefix of the account's orders; looks at removed accounts too. */
async function prefixOf(marketplace: MarketplaceModuleService, input: StoreAccountInput): Promise<string> {
  const { account, verified } = input
  const seller = {
    provider_id: account.providerId,
    external_id: verified.verification.externalId,
    marketplace_set: account.marketplaceSet ?? "",
  }
  const base = requireConnector(marketplace, account.providerId).describe().orderPrefix
  const holders = await marketplace.listMarketplaceAccounts(
    { $or: [{ order_prefix: { $like: `${base}%` } }, seller] },
    {
      select: ["id", "provider_id", "external_id", "marketplace_set", "order_prefix"],
      order: { created_at: "DESC" },
      withDeleted: true,
    },
  )
  return chooseOrderPrefix(base, seller, holders)
}

/** What a new account begins with: what the person chose, else what its platform begins with, else what every account does. */
async function settingsOf(
  container: MedusaContainer,
  marketplace: MarketplaceModuleService,
  { account, actorId }: StoreAccountInput,
): Promise<AccountSettings> {
  const connector = requireConnector(marketplace, account.providerId)
  // An account may also be connected with an API key, which sells nothing.
  const [connectedBy] = await findUsers(container, [actorId])
  const settings = accountSettingsSchema.parse({
    ...(connectedBy ? { salesperson_id: connectedBy.id } : {}),
    ...connector.describe().defaultSettings,
    ...account.settings,
  })
  return { ...settings, carriers: asListed(connector, settings.carriers) }
}

/** Stores a verified account with its marketplaces, its cursor and its history: all of it, or nothing. */
export const storeAccountStep = createStep(
  "store-marketplace-account",
  async (input: StoreAccountInput, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const { account, verified, actorId } = input
    const { externalId, marketplaces } = verified.verification
    const settings = await settingsOf(container, marketplace, input)
    const activatedAt = account.activatedAt ? new Date(account.activatedAt) : new Date()
    const orderPrefix = await prefixOf(marketplace, input)
    const id = verified.accountId

    await marketplace.inTransaction(async (shared) => {
      await marketplace.createMarketplaceAccounts(
        {
          id,
          provider_id: account.providerId,
          name: account.name,
          external_id: externalId,
          marketplace_set: account.marketplaceSet ?? "",
          order_prefix: orderPrefix,
          activated_at: activatedAt,
          sealed_credentials: verified.sealedCredentials,
          profile: profileOf(verified.verification),
          settings,
          next_sync_at: settings.import_automatically ? new Date() : null,
        },
        shared,
      )
      // The tables know that a site belongs to an account, the models do not: the account has to be there first.
      await shared.transactionManager?.flush()
      await marketplace.createMarketplaceSites(
        marketplaces.map((site) => ({
          account_id: id,
          external_id: site.externalId,
          name: site.name,
          country: site.country,
          currency: site.currency,
          enabled: site.participating,
          ...account.sites?.find(({ external_id }) => external_id === site.externalId),
        })),
        shared,
      )
      await marketplace.createCursor(id, "orders", activatedAt, shared)
      await marketplace.appendHistory(
        [
          {
            accountId: id,
            subjectType: "account",
            subjectId: id,
            actor: "person",
            actorId,
            event: "connected",
            details: {
              provider_id: account.providerId,
              order_prefix: orderPrefix,
              marketplaces: marketplaces.length,
            },
          },
        ],
        shared,
      )
    })
    return new StepResponse({ id })
  },
)
