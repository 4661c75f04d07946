import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { connectorFailureOf, type Problem } from "../../../connector"
import { recordTrouble, troubleOf } from "../../sync/account-trouble"
import { personLine } from "../../../modules/marketplace/store/lines"
import { loadAccount } from "../load-account"
import { INTERACTIVE_WAIT_MS, openConnection } from "../open-connection"
import { takeVerification } from "../take-verification"
import { refuseOtherSeller } from "./check-account-change"

/**
 * Asks the platform whether the account still works and writes down the answer. A failure of the platform is an answer too:
 * the problem. Only a lost authorization and a suspension change the account's state; everything else may be gone in a minute.
 */
export const testConnectionStep = createStep(
  "test-marketplace-connection",
  async (input: { accountId: string; actorId: string }, { container }) => {
    const account = await loadAccount(container, input.accountId)
    const { row, connector, marketplace } = account
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    try {
      const connection = openConnection(account, { maxWaitMs: INTERACTIVE_WAIT_MS, logger })
      const verification = await connector.verify(connection)
      refuseOtherSeller(row, verification.externalId)
      await marketplace.inTransaction(async (shared) => {
        await takeVerification(account, { verification }, shared)
        await marketplace.appendHistory([personLine(row.id, input.actorId, "verified")], shared)
      })
      return new StepResponse<{ problem: Problem | null }>({ problem: null })
    } catch (thrown) {
      const failure = connectorFailureOf(thrown)
      if (!failure) throw thrown
      const details = { problem: failure.problem }
      await marketplace.appendHistory([personLine(row.id, input.actorId, "verification_failed", details)])
      const trouble = troubleOf(thrown, new Date())
      if (trouble.needsReauthorization || trouble.suspended) await recordTrouble(container, account, trouble)
      return new StepResponse<{ problem: Problem | null }>({ problem: failure.problem })
    }
  },
)
