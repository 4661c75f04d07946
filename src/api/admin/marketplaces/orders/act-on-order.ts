import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { OrderAction } from "../../../../modules/marketplace/order-actions"
import { actOnMarketplaceOrdersWorkflow } from "../../../../workflows/inbox/act-on-orders"
import { retrieveOrder } from "./retrieve-order"

const expired = (reference: string): string =>
  `The data of order ${reference} had to be removed by the platform's rules. Import the order by its number to read it again`

/** Why an action is refused, by what stands in its way. */
const refusals: Record<OrderAction, (reference: string, state: string) => string> = {
  retry: (reference, state) =>
    state === "canceled"
      ? `Order ${reference} is canceled; there is nothing to try again`
      : expired(reference),
  approve: (reference, state) =>
    state === "review"
      ? expired(reference)
      : `Order ${reference} is not in review (it is "${state}"), so there is nothing to approve`,
  ignore: (reference, state) =>
    ["imported", "canceled", "ignored"].includes(state)
      ? `Order ${reference} is "${state}" and can no longer be ignored`
      : `Order ${reference} is being imported right now. Try again in a moment`,
}

/** The route of one action on one order: it is done, or the answer says why not. */
export const actsOnOrder =
  (action: OrderAction) =>
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
    const { id } = req.params
    const { result } = await actOnMarketplaceOrdersWorkflow(req.scope).run({
      input: { ids: [id], action, actorId: req.auth_context.actor_id },
    })
    const [refused] = result.refused
    if (refused?.reference && refused.state) {
      const sentence = refusals[action](refused.reference, refused.state)
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, sentence)
    }
    res.json({ order: await retrieveOrder(req, id) })
  }
