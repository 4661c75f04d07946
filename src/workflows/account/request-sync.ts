import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SyncEvents } from "../sync/events"
import { makeSyncDueStep } from "./steps/make-sync-due"

export const requestMarketplaceSyncWorkflowId = "request-marketplace-sync"

/** Asks for a sync now; it is carried out by whichever process is free. */
export const requestMarketplaceSyncWorkflow = createWorkflow(
  requestMarketplaceSyncWorkflowId,
  (input: { accountId: string; actorId: string }) => {
    const due = makeSyncDueStep(input)
    emitEventStep({ eventName: SyncEvents.SYNC_DUE, data: due })
    return new WorkflowResponse(due)
  },
)
