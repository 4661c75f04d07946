import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeMarketplaceOrderWorkflow } from "../../../../../../workflows/review/change-order"
import { answering } from "../../../serializers/failure"
import { retrieveOrder } from "../../retrieve-order"
import type { ReviewOrderBody } from "../../validators"

/** Changes what an order is sold as: salesperson, payment method, instalments, customer. */
export const POST = answering(
  async (req: AuthenticatedMedusaRequest<ReviewOrderBody>, res: MedusaResponse): Promise<void> => {
    const { id } = req.params
    await changeMarketplaceOrderWorkflow(req.scope).run({
      input: { id, changes: req.validatedBody, actorId: req.auth_context.actor_id },
    })
    res.json({ order: await retrieveOrder(req, id) })
  },
)
