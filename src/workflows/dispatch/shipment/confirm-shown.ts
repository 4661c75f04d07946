import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { openStates } from "../../../modules/marketplace/dispatch-actions"
import type { DispatchKind } from "../../../modules/marketplace/models/marketplace-dispatch"
import type { Batch } from "../../import/batch"
import { openOrders } from "../../import/payload"
import { openedShipment } from "./body"
import { isConfirmedBy, shownOf } from "./rules/shown"

/** What the event of a confirmed dispatch tells. */
type ShownDispatch = { id: string; account_id: string; kind: DispatchKind; order_id: string | null }

async function takesNoTracking(marketplace: MarketplaceModuleService, accountId: string): Promise<boolean> {
  const [account] = await marketplace.listMarketplaceAccounts({ id: accountId }, { select: ["provider_id"] })
  return marketplace.connector(account?.provider_id ?? "")?.shipments?.trackingOptional ?? false
}

/**
 * An order that was read may show packages that we did not know to have arrived: sent without an answer, accepted for later, refused
 * at first, or confirmed at the platform by hand. Their dispatches are confirmed by that. One query where nothing is open.
 */
export const confirmShownShipmentsStep = createStep(
  "confirm-shown-marketplace-shipments",
  async (batch: Batch, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const imported = batch.decisions.filter(({ before }) => before.state === "imported").map(({ id }) => id)
    if (!imported.length) return new StepResponse<ShownDispatch[]>([])
    const open = await marketplace.listMarketplaceDispatches(
      { marketplace_order_id: imported, kind: "shipment", state: [...openStates] },
      {
        select: ["id", "marketplace_order_id", "subject", "package_number", "revision", "sealed_body"],
        take: null,
      },
    )
    if (!open.length) return new StepResponse<ShownDispatch[]>([])
    const orders = await openOrders(marketplace, batch.accountId, [
      ...new Set(open.flatMap(({ marketplace_order_id }) => marketplace_order_id ?? [])),
    ])
    const trackingOptional = await takesNoTracking(marketplace, batch.accountId)
    const shown = open.filter((row) => {
      const order = orders.get(row.marketplace_order_id ?? "")
      const body = openedShipment(marketplace, batch.accountId, row)
      if (!order || !body) return false
      const { trackingNumber, lines } = body
      const sent = { packageNumber: row.package_number, trackingNumber, lines, trackingOptional }
      return isConfirmedBy(shownOf(order, sent))
    })
    const confirmed = await marketplace.confirmDispatches(
      shown.map(({ id, revision }) => ({ id, revision })),
      { actor: "platform" },
      { shown_by_order: true },
    )
    return new StepResponse(
      confirmed.map(({ id, account_id, kind, order_id }): ShownDispatch => ({
        id,
        account_id,
        kind,
        order_id,
      })),
    )
  },
)
