import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { findEdits } from "../import/load-drafts"
import { dueByAccount } from "../inbox/rules/due-by-account"
import { SyncEvents } from "../sync/events"

export const noteConvertedDraftsWorkflowId = "note-converted-marketplace-drafts"

const noteConvertedStep = createStep(
  "note-converted-marketplace-drafts",
  async ({ orderIds }: { orderIds: string[] }, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    return new StepResponse({ due: dueByAccount(await marketplace.noteConverted(orderIds)) })
  },
)

/**
 * Drafts were turned into orders on Medusa's own draft order page. Whoever does that approves them: those that wait for review here
 * are due, and get the payment and the reservations that an approval gives.
 */
export const noteConvertedDraftsWorkflow = createWorkflow(
  noteConvertedDraftsWorkflowId,
  (input: { orderIds: string[] }) => {
    const noted = noteConvertedStep(input)
    when("converted-drafts-are-due", noted, ({ due }) => due.length > 0).then(() => {
      emitEventStep({ eventName: SyncEvents.ORDERS_DUE, data: noted.due })
    })
    return new WorkflowResponse(noted)
  },
)

export const noteEditedDraftsWorkflowId = "note-edited-marketplace-drafts"

const noteEditedStep = createStep(
  "note-edited-marketplace-drafts",
  async ({ orderIds }: { orderIds: string[] }, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const noted = await marketplace.noteEdited(await findEdits(container, orderIds))
    return new StepResponse({ noted: noted.map(({ id }) => id) })
  },
)

/** Medusa orders were edited: those that are drafts in review are no longer made anew when the platform's version changes. */
export const noteEditedDraftsWorkflow = createWorkflow(
  noteEditedDraftsWorkflowId,
  (input: { orderIds: string[] }) => new WorkflowResponse(noteEditedStep(input)),
)
