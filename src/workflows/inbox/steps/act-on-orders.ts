import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { LeftOut, OrderAction } from "../../../modules/marketplace/order-actions"
import { invalidField } from "../../refusals/refusal"
import { readBrokenAnew } from "../read-broken-anew"
import { dueByAccount } from "../rules/due-by-account"

export type ActOnOrders = {
  ids: string[]
  action: OrderAction
  actorId: string
  /** Why orders are left out; orders in review are not without a reason. */
  leftOut?: LeftOut
}

/** Somebody was asked to look at an order in review: whoever leaves it out says why. */
async function requireReason(
  marketplace: MarketplaceModuleService,
  { ids, action, leftOut }: ActOnOrders,
): Promise<void> {
  if (action !== "ignore" || leftOut) return
  const [inReview] = await marketplace.listMarketplaceOrders(
    { id: ids, state: "review" },
    { select: ["id"], take: 1 },
  )
  if (inReview) throw invalidField("reason", "reason_wanted", {})
}

/** Carries out a person's decision on some orders; whether their states allow it is checked by the same statement. */
export const actOnOrdersStep = createStep(
  "act-on-marketplace-orders",
  async (input: ActOnOrders, { container }) => {
    const { ids, action, actorId, leftOut } = input
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    await requireReason(marketplace, input)
    const { done, refused } = await marketplace.actOnOrders(ids, action, actorId, leftOut ?? null)
    const acted = done.map(({ id }) => id)
    const runs = action === "retry" ? await readBrokenAnew(marketplace, acted, actorId) : []
    return new StepResponse({ done: acted, refused, due: dueByAccount(done, actorId), runs })
  },
)
