import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { loadAccount } from "../../../../../../workflows/account/load-account"
import { platformLocations } from "../../../../../../workflows/account/platform-locations"
import { stockAccountsOf } from "../../../../../../workflows/dispatch/stock/stock-accounts"
import { answering } from "../../../serializers/failure"

/**
 * The merchant's locations at the account's platform, as it lists them now; none where it knows no locations. And which of the
 * store's locations the account counts without being told to: those at which its orders are reserved.
 */
export const GET = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const account = await loadAccount(req.scope, req.params.id)
  const locations = await platformLocations(req.scope, account)
  const unmapped = { ...account, settings: { ...account.settings, location_map: [] } }
  const [own] = await stockAccountsOf(req.scope, [unmapped])
  res.json({
    locations: locations.map(({ id, name, isDefault }) => ({ id, name, is_default: isDefault })),
    own_location_ids: own.locationIds,
  })
})
