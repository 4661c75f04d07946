import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { OrderAction } from "../../../modules/marketplace/store/inbox-actions"

export type ActOnOrder = { id: string; action: OrderAction; actorId: string }

/** Why an action is refused, by what stands in its way. */
const refusals: Record<OrderAction, (reference: string, state: string) => string> = {
  retry: (reference) => `Order ${reference} is canceled; there is nothing to try again`,
  approve: (reference, state) =>
    `Order ${reference} is not in review (it is "${state}"), so there is nothing to approve`,
  ignore: (reference, state) =>
    state === "imported" || state === "canceled"
      ? `Order ${reference} is "${state}" and can no longer be ignored`
      : `Order ${reference} is being imported right now. Try again in a moment`,
}

/** Carries out a person's decision on one order; whether its state allows it is checked by the same statement. */
export const actOnOrderStep = createStep(
  "act-on-marketplace-order",
  async (input: ActOnOrder, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const acted = await marketplace.actOnOrder(input.id, input.action, input.actorId)
    if (!acted) {
      const [order] = await marketplace.listMarketplaceOrders(
        { id: input.id },
        { select: ["id", "reference", "state"] },
      )
      if (!order)
        throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no marketplace order ${input.id}`)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        refusals[input.action](order.reference, order.state),
      )
    }
    return new StepResponse({ account_id: acted.account_id, ids: [acted.id], actor_id: input.actorId })
  },
)
