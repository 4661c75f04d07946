import type { MedusaRequest } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import { refusal } from "../../../../workflows/refusals/refusal"
import { gatherDispatches, serializeDispatch } from "../serializers/dispatch"
import { serializeHistory } from "../serializers/order"
import { languageOf } from "../validation/language"

const MOST_LINES = 200

/**
 * A dispatch with its history.
 * @throws RefusalError
 */
export async function retrieveDispatch(req: MedusaRequest, id: string) {
  const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const language = languageOf(req)
  const [rows, history] = await Promise.all([
    marketplace.listMarketplaceDispatches({ id }),
    marketplace.listHistoryEntries(
      { subject_type: "dispatch", subject_id: id },
      { order: { at: "DESC", id: "DESC" }, take: MOST_LINES },
    ),
  ])
  const [parts] = await gatherDispatches(marketplace, rows)
  if (!parts) throw refusal("dispatch_unknown", { id })
  return {
    ...serializeDispatch(parts, language, new Date()),
    /** The newest first. */
    history: history.map((entry) => serializeHistory(entry, language)),
  }
}
