import { resolvePermissions } from "@medusajs/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { permissionPolicies, type Permission } from "../../../../policies/marketplace"
import { answering } from "../serializers/failure"

/** The roles that Medusa wrote into the sign-in; its guard of every route reads the same. */
const rolesOf = ({ auth_context }: AuthenticatedMedusaRequest): string[] =>
  z.array(z.string()).catch([]).parse(auth_context.app_metadata?.roles)

/** What the person who is signed in may do here: everything, where roles are switched off. */
export async function grantedPermissions(
  req: AuthenticatedMedusaRequest,
): Promise<Record<Permission, boolean>> {
  const granted = await resolvePermissions({
    roles: rolesOf(req),
    universe: Object.values(permissionPolicies),
    container: req.scope,
  })
  const may = ({ resource, operation }: (typeof permissionPolicies)[Permission]) =>
    granted.has(`${resource}:${operation}`)
  return {
    see: may(permissionPolicies.see),
    operate: may(permissionPolicies.operate),
    configure: may(permissionPolicies.configure),
  }
}

export const GET = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  res.json({ permissions: await grantedPermissions(req) })
})
