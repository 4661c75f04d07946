import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { dueByAccount } from "../inbox/rules/due-by-account"
import { SyncEvents } from "../sync/events"

export const noteCanceledHereWorkflowId = "note-marketplace-orders-canceled-here"

const noteCanceledHereStep = createStep(
  "note-marketplace-orders-canceled-here",
  async ({ orderIds }: { orderIds: string[] }, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    return new StepResponse({ due: dueByAccount(await marketplace.noteCanceledHere(orderIds)) })
  },
)

/**
 * Medusa orders were canceled in the store. Nothing is told to the platform: those that came from one and still stand there get a
 * problem that says what a person has to do (`canceled_here_only`), until the platform cancels them as well.
 */
export const noteCanceledHereWorkflow = createWorkflow(
  noteCanceledHereWorkflowId,
  (input: { orderIds: string[] }) => {
    const noted = noteCanceledHereStep(input)
    when("canceled-orders-are-due", noted, ({ due }) => due.length > 0).then(() => {
      emitEventStep({ eventName: SyncEvents.ORDERS_DUE, data: noted.due })
    })
    return new WorkflowResponse(noted)
  },
)
