import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { noteConvertedDraftsWorkflow } from "./note-drafts"

const AT_ONCE = 500

/** Looks for orders in review whose draft has become an order without its event having been heard. Gives how many. */
export async function sweepConvertedDrafts(container: MedusaContainer): Promise<number> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const orders = container.resolve(Modules.ORDER)
  let found = 0
  let after = ""
  for (;;) {
    const rows = await marketplace.listMarketplaceOrders(
      { state: "review", approved_by: null, order_id: { $gt: after } },
      { select: ["order_id"], order: { order_id: "ASC" }, take: AT_ONCE },
    )
    const ids = rows.flatMap(({ order_id }) => order_id ?? [])
    // The filter's published type does not name the mark of a draft.
    const filter: { id: string[]; is_draft_order: boolean } = { id: ids, is_draft_order: false }
    const converted = ids.length ? await orders.listOrders(filter, { select: ["id"], take: ids.length }) : []
    if (converted.length) {
      await noteConvertedDraftsWorkflow(container).run({ input: { orderIds: converted.map(({ id }) => id) } })
      found += converted.length
    }
    if (rows.length < AT_ONCE) return found
    after = ids.at(-1) ?? ""
  }
}
