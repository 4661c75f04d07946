import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { connectorFailureOf } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { DispatchKind } from "../../../modules/marketplace/models/marketplace-dispatch"
import { dispatchAccount, type DispatchedCounts } from "../dispatch-account"

export type SendDispatches = { accountId: string; kind?: DispatchKind }

type Turn = { work: Promise<DispatchedCounts>; again: boolean }
/** What a process sends at this moment. Keyed by its module, of which a test may have several in one process. */
const turns = new WeakMap<MarketplaceModuleService, Map<string, Turn>>()

/**
 * Sends what is due of an account. In one process one turn at a time does it: of a hundred shipments that are made at once each
 * announces itself, and all but the first only have that turn look once more.
 */
async function takeTurn(container: MedusaContainer, input: SendDispatches): Promise<DispatchedCounts> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const ofProcess = turns.get(marketplace) ?? new Map<string, Turn>()
  turns.set(marketplace, ofProcess)
  const key = `${input.accountId} ${input.kind ?? ""}`
  const known = ofProcess.get(key)
  if (known) {
    known.again = true
    return known.work
  }
  const turn: Turn = { work: Promise.resolve({}), again: false }
  const untilDone = async (): Promise<DispatchedCounts> => {
    try {
      for (;;) {
        turn.again = false
        const counts = await dispatchAccount(container, input)
        if (!turn.again) return counts
      }
    } finally {
      // In the same breath as the last look at `again`: whoever comes from now on takes a turn of their own.
      ofProcess.delete(key)
    }
  }
  ofProcess.set(key, turn)
  turn.work = untilDone()
  return turn.work
}

/** Sends until nothing is due. Forward-only: what was sent is sent. */
export const sendDueDispatchesStep = createStep(
  "send-due-marketplace-dispatches",
  async (input: SendDispatches, { container }) => {
    try {
      return new StepResponse(await takeTurn(container, input))
    } catch (thrown) {
      // The account shows it after its next sync, and the rows stay due until the connector is back.
      if (connectorFailureOf(thrown)?.problem.code !== "connector_missing") throw thrown
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      logger.warn(
        `[marketplaces] Dispatches of account ${input.accountId} wait: its connector is not configured`,
      )
      return new StepResponse<DispatchedCounts>({})
    }
  },
)
