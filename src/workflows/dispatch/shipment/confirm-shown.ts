import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { openStates } from "../../../modules/marketplace/dispatch-actions"
import type { DispatchKind } from "../../../modules/marketplace/models/marketplace-dispatch"
import type { Batch } from "../../import/batch"
import { openOrders } from "../../import/payload"
import { openedShipment } from "./body"
import type { DispatchRow } from "./current-shipments"
import { isConfirmedBy, shownOf } from "./rules/shown"
import { attemptedPackages } from "./told-packages"

/** What the event of a confirmed dispatch tells. */
type ShownDispatch = { id: string; account_id: string; kind: DispatchKind; order_id: string | null }

async function takesNoTracking(marketplace: MarketplaceModuleService, accountId: string): Promise<boolean> {
  const [account] = await marketplace.listMarketplaceAccounts({ id: accountId }, { select: ["provider_id"] })
  return marketplace.connector(account?.provider_id ?? "")?.shipments?.trackingOptional ?? false
}

/**
 * What is open for another reason than that the platform may not have it: a correction of what it shows already (it shows a
 * number, and neither carrier nor address) is to be sent; what was canceled here a person has to see.
 */
const staysOpen = (
  row: Pick<DispatchRow, "revision" | "attempted_at" | "attempted_revision" | "problem_code">,
): boolean =>
  row.problem_code === "shipment_canceled_here" ||
  (row.attempted_at !== null && row.attempted_revision !== row.revision)

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
    const rows = await marketplace.listMarketplaceDispatches(
      { marketplace_order_id: imported, kind: "shipment", state: [...openStates] },
      {
        select: [
          "id",
          "marketplace_order_id",
          "subject",
          "package_number",
          "revision",
          "sealed_body",
          "attempted_at",
          "attempted_revision",
          "problem_code",
        ],
        take: null,
      },
    )
    const open = rows.filter((row) => !staysOpen(row))
    if (!open.length) return new StepResponse<ShownDispatch[]>([])
    const { accountId } = batch
    const orderIds = [...new Set(open.flatMap(({ marketplace_order_id }) => marketplace_order_id ?? []))]
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const orders = await openOrders(marketplace, accountId, orderIds, logger)
    const trackingOptional = await takesNoTracking(marketplace, accountId)
    const attempted = await attemptedPackages(marketplace, { accountId, trackingOptional }, orderIds)
    const shown = open.filter((row) => {
      const order = orders.get(row.marketplace_order_id ?? "")
      const body = openedShipment(marketplace, accountId, row)
      if (!order || !body) return false
      const { trackingNumber, lines } = body
      const sent = {
        packageNumber: row.package_number,
        trackingNumber,
        lines,
        trackingOptional,
        attempted: row.attempted_at !== null,
      }
      return isConfirmedBy(shownOf(order, sent, attempted.get(row.marketplace_order_id ?? "")))
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
