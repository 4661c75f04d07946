import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { Failure } from "../../import/batch"
import type { ExpiredBatch } from "./take-expired-orders"

/** How much was removed of one account's orders: rows of the inbox, orders in Medusa, customers in Medusa. */
export type PurgeCounts = { orders: number; medusa_orders: number; customers: number; failed: number }

/** What became of a batch: how many orders were taken, purged, and could not be. */
export type PurgeResult = {
  taken: number
  purged: string[]
  failed: string[]
  byAccount: Record<string, PurgeCounts>
}

type Removed = { batch: ExpiredBatch; withoutOrder: string[]; nameless: string[]; failures: Failure[] }

function countsByAccount({ batch, withoutOrder, nameless, failures }: Removed, purged: string[]) {
  const byAccount: Record<string, PurgeCounts> = {}
  const done = new Set(purged)
  const sets = {
    bare: new Set(withoutOrder),
    nameless: new Set(nameless),
    failed: new Set(failures.map(({ id }) => id)),
  }
  for (const { id, accountId } of batch.orders) {
    const counts = (byAccount[accountId] ??= { orders: 0, medusa_orders: 0, customers: 0, failed: 0 })
    if (sets.failed.has(id)) counts.failed += 1
    if (!done.has(id)) continue
    counts.orders += 1
    if (!sets.bare.has(id)) counts.medusa_orders += 1
    if (sets.nameless.has(id)) counts.customers += 1
  }
  return byAccount
}

/**
 * The last step, with the history in the same transaction: from here on the orders count as purged. One that failed keeps its
 * payload and its lease, so that the batches after this one pass it over; the next purge tries it again.
 */
export const emptyPayloadsStep = createStep(
  "empty-expired-marketplace-payloads",
  async (input: Removed, { container }) => {
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
    const result: PurgeResult = {
      taken: orders.length,
      purged,
      failed: [...reasons.keys()],
      byAccount: countsByAccount(input, purged),
    }
    return new StepResponse(result)
  },
)
