import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import { createMarketplaceAccountWorkflow } from "../../../../workflows/account/create-account"
import { originOf } from "../authorize/callback-url"
import { gatherAccounts, serializeAccount } from "../serializers/account"
import { answering } from "../serializers/failure"
import { retrieveAccount } from "../serializers/retrieve-account"
import { languageOf } from "../validation/language"
import type { CreateAccountBody, ListAccountsQuery } from "./validators"

export const GET = answering(
  async (req: AuthenticatedMedusaRequest<unknown, ListAccountsQuery>, res: MedusaResponse): Promise<void> => {
    const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const { limit, offset } = req.validatedQuery
    const [rows, count] = await marketplace.listAndCountMarketplaceAccounts(
      {},
      { take: limit, skip: offset, order: { created_at: "ASC" } },
    )
    const accounts = (await gatherAccounts(marketplace, rows)).map((parts) =>
      serializeAccount(parts, languageOf(req)),
    )
    res.json({ accounts, count, limit, offset })
  },
)

export const POST = answering(
  async (req: AuthenticatedMedusaRequest<CreateAccountBody>, res: MedusaResponse): Promise<void> => {
    const body = req.validatedBody
    const { result } = await createMarketplaceAccountWorkflow(req.scope).run({
      input: {
        providerId: body.provider_id,
        name: body.name,
        credentials: body.credentials,
        settings: body.settings,
        activatedAt: body.activated_at,
        marketplaceSet: body.marketplace_set,
        sites: body.sites,
        origin: originOf(req),
        actorId: req.auth_context.actor_id,
      },
    })
    res.status(201).json({ account: await retrieveAccount(req, result.id) })
  },
)
