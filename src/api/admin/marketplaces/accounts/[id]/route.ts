import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { removeMarketplaceAccountWorkflow } from "../../../../../workflows/account/remove-account"
import { updateMarketplaceAccountWorkflow } from "../../../../../workflows/account/update-account"
import { originOf } from "../../authorize/callback-url"
import { answering } from "../../serializers/failure"
import { retrieveAccount } from "../../serializers/retrieve-account"
import type { UpdateAccountBody } from "../validators"

export const GET = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  res.json({ account: await retrieveAccount(req, req.params.id) })
})

export const POST = answering(
  async (req: AuthenticatedMedusaRequest<UpdateAccountBody>, res: MedusaResponse): Promise<void> => {
    const body = req.validatedBody
    await updateMarketplaceAccountWorkflow(req.scope).run({
      input: {
        accountId: req.params.id,
        name: body.name,
        settings: body.settings,
        activatedAt: body.activated_at,
        credentials: body.credentials,
        sites: body.sites,
        origin: originOf(req),
        actorId: req.auth_context.actor_id,
      },
    })
    res.json({ account: await retrieveAccount(req, req.params.id) })
  },
)

export const DELETE = answering(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
    const { id } = req.params
    await removeMarketplaceAccountWorkflow(req.scope).run({
      input: { accountId: id, actorId: req.auth_context.actor_id },
    })
    res.json({ id, object: "marketplace_account", deleted: true })
  },
)
