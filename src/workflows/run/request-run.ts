import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SyncEvents } from "../sync/events"
import type { RunRequest } from "./queue-run"
import { createRunStep } from "./steps/create-run"

export const requestMarketplaceRunWorkflowId = "request-marketplace-run"

/** Asks for an import of a period or of single orders. Gives `{ run_id }`; the work is done by whichever process is free. */
export const requestMarketplaceRunWorkflow = createWorkflow(
  requestMarketplaceRunWorkflowId,
  (input: RunRequest) => {
    const run = createRunStep(input)
    emitEventStep({ eventName: SyncEvents.RUN_DUE, data: run })
    return new WorkflowResponse(run)
  },
)
