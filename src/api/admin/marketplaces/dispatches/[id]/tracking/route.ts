import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { editShipmentTrackingWorkflow } from "../../../../../../workflows/dispatch/shipment/edit-tracking"
import { answering } from "../../../serializers/failure"
import { retrieveDispatch } from "../../retrieve-dispatch"
import type { TrackingBody } from "../../validators"

/** Adds or edits a package's tracking number in Medusa's fulfilment; the platform is told by that. */
export const POST = answering(
  async (req: AuthenticatedMedusaRequest<TrackingBody>, res: MedusaResponse): Promise<void> => {
    const { id } = req.params
    const { tracking_number, carrier, carrier_name } = req.validatedBody
    await editShipmentTrackingWorkflow(req.scope).run({
      input: {
        dispatchId: id,
        trackingNumber: tracking_number,
        carrier,
        carrierName: carrier_name,
        actorId: req.auth_context.actor_id,
      },
    })
    res.json({ dispatch: await retrieveDispatch(req, id) })
  },
)
