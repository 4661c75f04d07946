import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"

export type AdminSession = { id: string; headers: Record<string, string> }

/** An admin user with what a signed-in browser sends. */
export async function signInAdmin(container: MedusaContainer, email: string): Promise<AdminSession> {
  const user = await container.resolve(Modules.USER).createUsers({ email })
  const identity = await container.resolve(Modules.AUTH).createAuthIdentities({
    provider_identities: [{ provider: "emailpass", entity_id: email }],
    app_metadata: { user_id: user.id },
  })
  const { http } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const token = generateJwtToken(
    {
      actor_id: user.id,
      actor_type: "user",
      auth_identity_id: identity.id,
      app_metadata: { user_id: user.id },
    },
    { secret: http.jwtSecret, expiresIn: "1d" },
  )
  return { id: user.id, headers: { authorization: `Bearer ${token}` } }
}
