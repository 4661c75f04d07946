import type { ChannelOrder } from "../../connector"
import type { MarketplaceModuleService } from "../../modules/marketplace"
import { withoutBuyer } from "../privacy/rules/without-buyer"
import type { Batch, Planned } from "./batch"
import { openOrders } from "./payload"

/**
 * The stored orders that something is to be made of in Medusa. A draft that is made anew gets nothing of a buyer who was forgotten:
 * it was removed from the draft before, and the platform that delivers it again does not bring it back.
 */
export async function ordersToMake(
  marketplace: MarketplaceModuleService,
  { accountId }: Pick<Batch, "accountId">,
  planned: Planned[],
): Promise<Map<string, ChannelOrder>> {
  const drafted = planned.filter(({ before }) => before.drafted)
  const [orders, forgotten] = await Promise.all([
    openOrders(
      marketplace,
      accountId,
      planned.map(({ id }) => id),
    ),
    marketplace.whichForgotten(drafted.map(({ id }) => id)),
  ])
  for (const id of forgotten) {
    const order = orders.get(id)
    if (order) orders.set(id, withoutBuyer(order))
  }
  return orders
}
