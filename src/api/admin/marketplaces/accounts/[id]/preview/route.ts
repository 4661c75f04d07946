import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { previewOrders } from "../../../../../../workflows/preview/preview-orders"
import { answering } from "../../../serializers/failure"
import { serializeForeseenOrder } from "../../../serializers/foreseen-order"
import { languageOf } from "../../../validation/language"
import type { PreviewBody } from "../../validators"

/** One page of what an import of the period would do; writes nothing. */
export const POST = answering(
  async (req: AuthenticatedMedusaRequest<PreviewBody>, res: MedusaResponse): Promise<void> => {
    const { from, to, page_token } = req.validatedBody
    const { orders, nextPageToken } = await previewOrders(req.scope, {
      accountId: req.params.id,
      from: new Date(from),
      to: new Date(to),
      pageToken: page_token,
    })
    res.json({
      orders: orders.map((order) => serializeForeseenOrder(order, languageOf(req))),
      ...(nextPageToken ? { next_page_token: nextPageToken } : {}),
    })
  },
)
