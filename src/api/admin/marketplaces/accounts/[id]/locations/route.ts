import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { loadAccount } from "../../../../../../workflows/account/load-account"
import { platformLocations } from "../../../../../../workflows/account/platform-locations"
import { answering } from "../../../serializers/failure"

/** The merchant's locations at the account's platform, as it lists them now; none where it knows no locations. */
export const GET = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const account = await loadAccount(req.scope, req.params.id)
  const locations = await platformLocations(req.scope, account)
  res.json({
    locations: locations.map(({ id, name, isDefault }) => ({ id, name, is_default: isDefault })),
  })
})
