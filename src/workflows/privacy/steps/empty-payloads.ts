import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { Failure } from "../../import/batch"
import type { ExpiredBatch } from "./take-expired-orders"

/** What became of a batch: how many orders were taken, purged, and could not be. */
export type PurgeResult = { taken: number; purged: string[]; failed: string[] }

/**
 * The last step, with the history in the same transaction: from here on the orders count as purged. One that failed keeps its
 * payload and its lease, so that the batches after this one pass it over; the next purge tries it again.
 */
export const emptyPayloadsStep = createStep(
  "empty-expired-marketplace-payloads",
  async (input: { batch: ExpiredBatch; failures: Failure[] }, { container }) => {
    const { token, orders } = input.batch
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const reasons = new Map(input.failures.map(({ id, reason }) => [id, reason]))
    for (const { id, reference } of orders.filter((order) => reasons.has(order.id))) {
      logger.error(
        `[marketplaces] The expired personal data of order ${reference} could not be removed: ${reasons.get(id)}. It is tried again by the next purge`,
      )
    }
    const done = orders.filter(({ id }) => !reasons.has(id)).map(({ id, digest }) => ({ id, digest }))
    const purged = await marketplace.emptyPayloads(token, done)
    const result: PurgeResult = { taken: orders.length, purged, failed: [...reasons.keys()] }
    return new StepResponse(result)
  },
)
