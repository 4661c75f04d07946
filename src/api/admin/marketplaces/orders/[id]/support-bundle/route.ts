import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../../../modules/marketplace"
import { refusal } from "../../../../../../workflows/refusals/refusal"
import { sendBundle } from "../../../explain/send-bundle"
import { answering } from "../../../serializers/failure"

/** Everything about an order of the inbox, as a file for whoever looks into it. */
export const GET = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const { id } = req.params
  const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const [row] = await marketplace.listMarketplaceOrders({ id }, { select: ["id", "account_id", "reference"] })
  if (!row) throw refusal("order_unknown", { id })
  await sendBundle(req, res, { accountId: row.account_id, reference: row.reference })
})
