import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { Batch, Failure } from "../batch"
import { historyOf, newlyTroubled, settleDecision, type CancelConflict } from "../rules/settle-decision"
import type { MadeOrders } from "./create-orders"

export type SettleOrdersInput = {
  batch: Batch
  made: MadeOrders
  canceled: {
    orderIds: Record<string, string>
    conflicts: Record<string, CancelConflict>
    failures: Failure[]
  }
  failures: Failure[]
}

export type SettledOrder = {
  id: string
  account_id: string
  order_id: string | null
  reference: string
  state: string
}

/** Writes what became of the batch, with its history, in one transaction. From here on nothing is done again. */
export const settleOrdersStep = createStep(
  "settle-marketplace-orders",
  async ({ batch, made, canceled, failures }: SettleOrdersInput, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const failed = new Map([...failures, ...canceled.failures].map(({ id, reason }) => [id, reason]))
    const now = new Date()

    const settled = batch.decisions.map((decision) => {
      const failure = failed.get(decision.id) ?? null
      if (failure)
        logger.error(
          `[marketplaces] Order ${decision.reference} could not be imported: ${failure}. It is tried again later`,
        )
      const orderId = made.orderIds[decision.id] ?? canceled.orderIds[decision.id] ?? null
      const settlement = settleDecision(
        decision,
        {
          orderId,
          failure,
          conflict: canceled.conflicts[decision.id] ?? null,
          canceledHere: made.canceledHere.includes(decision.id),
        },
        now,
      )
      return { decision, settlement, line: historyOf(batch, decision, settlement) }
    })
    const ours = new Set(
      await marketplace.settleOrders(
        batch.token,
        settled.map(({ settlement }) => settlement),
        settled.flatMap(({ line }) => line ?? []),
      ),
    )
    const result = settled
      .filter(({ decision }) => ours.has(decision.id))
      .map(({ decision, settlement }): SettledOrder => ({
        id: decision.id,
        account_id: batch.accountId,
        order_id: settlement.order_id,
        reference: decision.reference,
        state: settlement.state,
      }))
    const became = (state: string) =>
      result.filter(
        (one) =>
          one.state === state &&
          !batch.decisions.some(({ id, before }) => id === one.id && before.state === state),
      )
    const troubled = new Set(
      settled
        .filter(({ decision, settlement }) => newlyTroubled(decision, settlement))
        .map(({ decision }) => decision.id),
    )
    return new StepResponse({
      settled: result,
      imported: became("imported"),
      canceled: became("canceled"),
      blocked: became("blocked"),
      troubled: result.filter(({ id }) => troubled.has(id)),
      review: became("review"),
    })
  },
)
