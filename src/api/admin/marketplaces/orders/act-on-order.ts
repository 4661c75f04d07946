import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { OrderAction } from "../../../../modules/marketplace/order-actions"
import { actOnMarketplaceOrdersWorkflow } from "../../../../workflows/inbox/act-on-orders"
import { refusal, type RefusalError } from "../../../../workflows/refusals/refusal"
import { answering } from "../serializers/failure"
import { retrieveOrder } from "./retrieve-order"
import { leftOutOf, type IgnoreOrderBody } from "./validators"

/** Why an action is refused, by what stands in its way. */
const refusals: Record<OrderAction, (reference: string, state: string) => RefusalError> = {
  retry: (reference, state) =>
    refusal(state === "canceled" ? "order_canceled" : "order_data_removed", { reference }),
  approve: (reference, state) =>
    state === "review"
      ? refusal("order_data_removed", { reference })
      : refusal("order_not_in_review", { reference, state }),
  ignore: (reference, state) =>
    ["imported", "canceled", "ignored"].includes(state)
      ? refusal("order_final", { reference, state })
      : refusal("order_being_imported", { reference }),
}

/** The route of one action on one order: it is done, or the answer says why not. */
export const actsOnOrder = (action: OrderAction) =>
  answering(async (req: AuthenticatedMedusaRequest<IgnoreOrderBody>, res): Promise<void> => {
    const { id } = req.params
    const { result } = await actOnMarketplaceOrdersWorkflow(req.scope).run({
      input: {
        ids: [id],
        action,
        actorId: req.auth_context.actor_id,
        leftOut: leftOutOf(req.validatedBody),
      },
    })
    const [refused] = result.refused
    if (refused?.reference && refused.state) throw refusals[action](refused.reference, refused.state)
    res.json({ order: await retrieveOrder(req, id) })
  })
