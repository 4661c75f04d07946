import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { blankCustomersStep } from "./steps/blank-customers"
import { blankOrdersStep } from "./steps/blank-orders"
import { emptyPayloadsStep } from "./steps/empty-payloads"
import { takeExpiredOrdersStep, type PurgeInput } from "./steps/take-expired-orders"

export const purgePersonalDataWorkflowId = "purge-marketplace-personal-data"

/** Orders that one purge takes at most. */
export const PURGE_BATCH = 100

/**
 * Removes the personal data of one batch of orders that their platforms no longer let us keep: first what was made of them in
 * Medusa, the inbox row last. Every step looks for what is left, so that a crash between any two of them is made good by the
 * next purge; nothing is rolled back.
 */
export const purgePersonalDataWorkflow = createWorkflow(purgePersonalDataWorkflowId, (input: PurgeInput) => {
  const batch = takeExpiredOrdersStep(input)
  const blanked = blankOrdersStep(batch)
  const { nameless, failures } = blankCustomersStep({ batch, blanked })
  return new WorkflowResponse(
    emptyPayloadsStep({ batch, withoutOrder: blanked.withoutOrder, nameless, failures }),
  )
})
