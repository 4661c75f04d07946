import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../../../modules/marketplace"
import { refusal } from "../../../../../../workflows/refusals/refusal"
import { answering } from "../../../serializers/failure"
import { serializeHistory } from "../../../serializers/order"
import { languageOf } from "../../../validation/language"
import type { HistoryQuery } from "../../validators"

/** What happened to an account, the newest first; its orders have their own history. */
export const GET = answering(
  async (req: AuthenticatedMedusaRequest<unknown, HistoryQuery>, res: MedusaResponse): Promise<void> => {
    const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const { limit, offset } = req.validatedQuery
    const { id } = req.params
    const [account] = await marketplace.listMarketplaceAccounts({ id }, { select: ["id"] })
    if (!account) throw refusal("account_unknown", { id })
    const [lines, count] = await marketplace.listAndCountHistoryEntries(
      { subject_type: "account", subject_id: id },
      { take: limit, skip: offset, order: { at: "DESC", id: "DESC" } },
    )
    res.json({ history: lines.map((line) => serializeHistory(line, languageOf(req))), count, limit, offset })
  },
)
