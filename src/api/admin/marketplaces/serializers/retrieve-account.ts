import type { MedusaRequest } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import { refusal } from "../../../../workflows/refusals/refusal"
import { languageOf } from "../validation/language"
import { gatherAccounts, serializeAccount } from "./account"

/**
 * An account as routes answer it.
 * @throws RefusalError
 */
export async function retrieveAccount(req: MedusaRequest, id: string) {
  const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const [parts] = await gatherAccounts(marketplace, await marketplace.listMarketplaceAccounts({ id }))
  if (!parts) throw refusal("account_unknown", { id })
  return serializeAccount(parts, languageOf(req))
}
