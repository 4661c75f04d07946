import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { OrderAction } from "../../../modules/marketplace/order-actions"
import { dueByAccount } from "../rules/due-by-account"

export type ActOnOrders = { ids: string[]; action: OrderAction; actorId: string }

/** Carries out a person's decision on some orders; whether their states allow it is checked by the same statement. */
export const actOnOrdersStep = createStep(
  "act-on-marketplace-orders",
  async ({ ids, action, actorId }: ActOnOrders, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const { done, refused } = await marketplace.actOnOrders(ids, action, actorId)
    // A draft that an ignored order leaves behind is removed with the account's next due orders.
    const due = action === "ignore" ? [] : dueByAccount(done, actorId)
    return new StepResponse({ done: done.map(({ id }) => id), refused, due })
  },
)
