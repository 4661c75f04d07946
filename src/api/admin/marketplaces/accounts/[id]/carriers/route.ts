import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { loadAccount } from "../../../../../../workflows/account/load-account"
import { searchCarriers } from "../../../../../../workflows/dispatch/shipment/rules/carriers"
import { answering } from "../../../serializers/failure"
import { languageOf } from "../../../validation/language"
import type { CarriersQuery } from "../../validators"

/** The carriers of the account's platform, or those that contain what was typed and the one that was probably meant. */
export const GET = answering(
  async (req: AuthenticatedMedusaRequest<unknown, CarriersQuery>, res: MedusaResponse): Promise<void> => {
    const { connector } = await loadAccount(req.scope, req.params.id)
    const language = languageOf(req)
    const { found, suggestion } = searchCarriers(req.validatedQuery.q, connector.shipments?.carriers ?? [])
    res.json({
      carriers: found.map(({ code, label, takesName }) => ({
        code,
        label: label?.[language] ?? code,
        takes_name: takesName ?? false,
      })),
      suggestion: suggestion?.code ?? null,
    })
  },
)
