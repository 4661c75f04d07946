import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import { languageOf } from "../validation/language"
import { gatherAccounts, serializeAccount } from "./account"

/**
 * An account as routes answer it.
 * @throws MedusaError not_found
 */
export async function retrieveAccount(req: MedusaRequest, id: string) {
  const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const [parts] = await gatherAccounts(marketplace, await marketplace.listMarketplaceAccounts({ id }))
  if (!parts) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no marketplace account ${id}`)
  return serializeAccount(parts, languageOf(req))
}
