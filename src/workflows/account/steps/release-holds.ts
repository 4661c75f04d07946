import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { releaseHolds } from "../release-holds"

/** Lets go of what a removed account kept; where it does not come to that, the nightly job does. */
export const releaseHoldsStep = createStep(
  "release-marketplace-holds",
  async ({ id }: { id: string }, { container }) => {
    await releaseHolds(container, id)
    return new StepResponse({ id })
  },
)
