import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { loadAccount } from "../account/load-account"
import { INTERACTIVE_WAIT_MS, openConnection } from "../account/open-connection"
import { reasonOf } from "../import/batch"
import { refusalOf } from "../refusals/refusal"
import type { RegisteredWebhooks } from "./register-webhooks"

const UNREGISTER_MS = 10_000

/**
 * Asks the platform to call us no more about an account that is going to be removed. It may be unable to, since its authorization may
 * be what is gone; then it goes on calling, and is answered that nothing follows.
 * @throws RefusalError when there is no such account.
 */
export const unregisterWebhooksStep = createStep(
  "unregister-marketplace-webhooks",
  async ({ accountId }: { accountId: string }, { container }) => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    try {
      const account = await loadAccount(container, accountId)
      const registered = account.row.webhooks as RegisteredWebhooks | null
      if (registered && account.connector.webhooks) {
        const signal = AbortSignal.timeout(UNREGISTER_MS)
        const connection = openConnection(account, { maxWaitMs: INTERACTIVE_WAIT_MS, logger, signal })
        await account.connector.webhooks.unregister(connection, registered.url)
      }
    } catch (thrown) {
      // There is no such account: nothing is removed either.
      if (refusalOf(thrown)) throw thrown
      logger.warn(
        `[marketplaces] Webhooks of ${accountId} stay registered at the platform: ${reasonOf(thrown)}`,
      )
    }
    return new StepResponse({ id: accountId })
  },
)
