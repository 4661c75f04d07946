import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { recordMarketplaceTransferWorkflow } from "../../../../../../workflows/platform-stock/record-transfer"
import { answering } from "../../../serializers/failure"
import { listTransfers, retrieveTransfer } from "./retrieve-transfers"
import type { ListTransfersQuery, RecordTransferBody } from "./validators"

/** Goods that were sent to the platform's warehouse, the newest first. */
export const GET = answering(
  async (
    req: AuthenticatedMedusaRequest<unknown, ListTransfersQuery>,
    res: MedusaResponse,
  ): Promise<void> => {
    res.json(await listTransfers(req.scope, req.params.id, req.validatedQuery))
  },
)

/** Records such a shipment: the goods leave the own location at once and are on their way to the platform's. */
export const POST = answering(
  async (req: AuthenticatedMedusaRequest<RecordTransferBody>, res: MedusaResponse): Promise<void> => {
    const body = req.validatedBody
    const accountId = req.params.id
    await recordMarketplaceTransferWorkflow(req.scope).run({
      input: {
        accountId,
        reference: body.reference,
        fromLocationId: body.from_location_id,
        toLocationId: body.to_location_id,
        lines: body.lines.map(({ listing_key, quantity }) => ({ listingKey: listing_key, quantity })),
        actorId: req.auth_context.actor_id,
      },
    })
    res.json({ transfer: await retrieveTransfer(req.scope, accountId, body.reference) })
  },
)
