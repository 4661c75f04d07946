import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { DispatchAction } from "../../../modules/marketplace/dispatch-actions"
import { dueByAccountAndKind } from "../rules/due-by-account-and-kind"

export type ActOnDispatches = { ids: string[]; action: DispatchAction; actorId: string }

/** Carries out a person's decision on some dispatches; whether their states allow it is checked by the same statement. */
export const actOnDispatchesStep = createStep(
  "act-on-marketplace-dispatches",
  async ({ ids, action, actorId }: ActOnDispatches, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const { done, refused } = await marketplace.actOnDispatches(ids, action, actorId)
    const due = action === "retry" ? dueByAccountAndKind(done) : []
    return new StepResponse({ done: done.map(({ id }) => id), refused, due })
  },
)
