import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import { saveMarketplaceMappingWorkflow } from "../../../../workflows/mapping/save-mapping"
import { containing } from "../orders/order-filters"
import { answering } from "../serializers/failure"
import { retrieveMapping, showMappings } from "./retrieve-mappings"
import type { ListMappingsQuery, SaveMappingBody } from "./validators"

export const GET = answering(
  async (req: AuthenticatedMedusaRequest<unknown, ListMappingsQuery>, res: MedusaResponse): Promise<void> => {
    const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const { account_id, variant_id, listing_key, state, proposed, listed, q, limit, offset } =
      req.validatedQuery
    const [rows, count] = await marketplace.listAndCountProductMappings(
      {
        ...(account_id ? { account_id } : {}),
        ...(variant_id ? { variant_id } : {}),
        ...(listing_key ? { listing_key } : {}),
        ...(state ? { state } : {}),
        ...(proposed ? { proposed_variant_id: { $ne: null } } : {}),
        ...(listed ? { listed_at: listed === "true" ? { $ne: null } : null } : {}),
        ...(q
          ? { $or: [{ listing_key: containing(q) }, { sku: containing(q) }, { title: containing(q) }] }
          : {}),
      },
      { take: limit, skip: offset, order: { listing_key: "ASC", id: "ASC" } },
    )
    res.json({ mappings: await showMappings(req.scope, rows), count, limit, offset })
  },
)

/** Says which variant a listing is; orders that waited for it are decided again. */
export const POST = answering(
  async (req: AuthenticatedMedusaRequest<SaveMappingBody>, res: MedusaResponse): Promise<void> => {
    const body = req.validatedBody
    const { result } = await saveMarketplaceMappingWorkflow(req.scope).run({
      input: {
        accountId: body.account_id,
        listingKey: body.listing_key,
        variantId: body.variant_id,
        unitsPerPackage: body.units_per_package,
        packaging: body.packaging,
        state: body.state,
        actorId: req.auth_context.actor_id,
      },
    })
    const mapping = await retrieveMapping(req.scope, result.id)
    res.json({ mapping, orders_due: result.due.ids.length })
  },
)
