import { emitEventStep, updateFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { carrierComplaint } from "../../account/check-carriers"
import { loadAccount } from "../../account/load-account"
import { invalidFields, refusal } from "../../refusals/refusal"
import { DispatchEvents } from "../events"
import { openedShipment } from "./body"
import { oweShipmentsStep } from "./owe-marketplace-shipments"
import { labelsWith } from "./rules/labels"

export const editShipmentTrackingWorkflowId = "edit-marketplace-shipment-tracking"

export type EditTracking = {
  dispatchId: string
  trackingNumber: string
  /** For this shipment only; null = what the account has chosen; left out = as it is. */
  carrier?: string | null
  carrierName?: string | null
  actorId: string
}

/**
 * What is to be changed of the fulfilment.
 * @throws RefusalError when it is gone, nothing can be told of it any more, or the platform knows no such carrier.
 */
const planTrackingStep = createStep(
  "plan-marketplace-shipment-tracking",
  async ({ dispatchId, trackingNumber, carrier, carrierName }: EditTracking, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const [row] = await marketplace.listMarketplaceDispatches({ id: dispatchId, kind: "shipment" })
    if (!row) throw refusal("dispatch_unknown", { id: dispatchId })
    // Where the body of one of them has gone, nothing is told of the fulfilment's packages any more.
    const packages = await marketplace.listMarketplaceDispatches(
      { fulfillment_id: row.fulfillment_id ?? "", kind: "shipment" },
      { select: ["id", "subject", "sealed_body"], take: null },
    )
    const bodies = new Map(
      [row, ...packages].map((one) => [one.id, openedShipment(marketplace, row.account_id, one)]),
    )
    if ([...bodies.values()].includes(null)) throw refusal("dispatch_data_removed", {})
    const { connector } = await loadAccount(container, row.account_id)
    const complaint =
      carrier && carrierComplaint(connector, { carrier, carrier_name: carrierName ?? null }, "")
    if (complaint) throw invalidFields([complaint])

    const fulfillments = container.resolve(Modules.FULFILLMENT)
    const [fulfillment] = await fulfillments.listFulfillments(
      { id: row.fulfillment_id ?? "" },
      { relations: ["labels"] },
    )
    if (!fulfillment || fulfillment.canceled_at) throw refusal("shipment_gone", {})
    const before = bodies.get(row.id)?.trackingNumber ?? null
    const named =
      carrier === undefined ? {} : { carrier, carrier_name: carrier ? (carrierName ?? null) : null }
    return new StepResponse({
      id: fulfillment.id,
      labels: labelsWith(fulfillment.labels, before, trackingNumber),
      metadata: { ...fulfillment.metadata, ...named },
    })
  },
)

/** Writes a person's tracking number, and carrier, of one package to Medusa's fulfilment, and owes it to the platform. */
export const editShipmentTrackingWorkflow = createWorkflow(
  editShipmentTrackingWorkflowId,
  (input: EditTracking) => {
    const change = planTrackingStep(input)
    updateFulfillmentWorkflow.runAsStep({ input: change })
    const due = oweShipmentsStep(
      transform({ input, change }, (data) => ({
        fulfillmentIds: [data.change.id],
        actorId: data.input.actorId,
      })),
    )
    emitEventStep({ eventName: DispatchEvents.DUE, data: due })
    return new WorkflowResponse(change)
  },
)
