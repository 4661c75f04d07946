import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../modules/marketplace"
import { reasonOf } from "../workflows/import/batch"
import { registerWebhooks } from "../workflows/webhooks/register-webhooks"

/** Asks the platforms of all connected accounts to call us: where that failed, was forgotten there, or our address is another. */
export async function renewWebhooks(container: MedusaContainer): Promise<void> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const called = marketplace.connectorIds().filter((id) => marketplace.connector(id)?.webhooks)
  if (!called.length) return
  const accounts = await marketplace.listMarketplaceAccounts(
    { provider_id: called, state: "connected" },
    { select: ["id"], take: 10_000 },
  )
  for (const { id } of accounts) {
    try {
      await registerWebhooks(container, { accountId: id, actorId: null })
    } catch (thrown) {
      logger.warn(`[marketplaces] Webhooks of ${id} wait until tomorrow: ${reasonOf(thrown)}`)
    }
  }
}

/** Every night. Tests call {@link renewWebhooks} themselves. */
export default async function registerWebhooksJob(container: MedusaContainer): Promise<void> {
  if (process.env.NODE_ENV === "test") return
  await renewWebhooks(container)
}

export const config = { name: "marketplaces-register-webhooks", schedule: "23 4 * * *" }
