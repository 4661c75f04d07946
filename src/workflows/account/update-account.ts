import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { ShipmentEvents } from "../dispatch/shipment/events"
import { StockEvents } from "../dispatch/stock/events"
import { registerWebhooksStep } from "../webhooks/register-webhooks"
import { changeAccountStep } from "./steps/change-account"
import { checkAccountChangeStep, type AccountChange } from "./steps/check-account-change"

export const updateMarketplaceAccountWorkflowId = "update-marketplace-account"

/** Changes an account's name, settings, activation, marketplaces or credentials. What is not named stays. */
export const updateMarketplaceAccountWorkflow = createWorkflow(
  updateMarketplaceAccountWorkflowId,
  (input: AccountChange & { actorId: string; origin?: string }) => {
    const verified = checkAccountChangeStep(input)
    const change = transform(
      { input },
      ({ input: { credentials: _credentials, actorId: _actorId, origin: _origin, ...rest } }) => rest,
    )
    const changed = changeAccountStep({ change, verified, actorId: input.actorId })
    when("credentials-are-new", input, ({ credentials }) => Boolean(credentials)).then(() => {
      registerWebhooksStep({ accountId: input.accountId, origin: input.origin, actorId: input.actorId })
    })
    when("settings-or-marketplaces-changed", input, ({ settings, sites }) => Boolean(settings ?? sites)).then(
      () => {
        const whole = transform({ input }, (data) => ({ account_ids: [data.input.accountId] }))
        emitEventStep({ eventName: StockEvents.CHANGED, data: whole })
      },
    )
    const carriersChanged = transform({ input, changed }, ({ input: { settings }, changed: { id } }) =>
      settings?.carriers ? [{ account_id: id }] : [],
    )
    emitEventStep({ eventName: ShipmentEvents.CARRIERS_CHANGED, data: carriersChanged }).config({
      name: "emit-carriers-changed",
    })
    return new WorkflowResponse(changed)
  },
)
