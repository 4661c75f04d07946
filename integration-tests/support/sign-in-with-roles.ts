import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { AdminClient } from "./admin-client"
import type { AdminSession } from "./admin-session"

const PASSWORD = "correct horse battery staple"

/** Medusa's own login, which writes the user's roles into the token. */
export async function signIn(client: AdminClient, email: string): Promise<AdminSession> {
  const { data } = await client.post("/auth/user/emailpass", { email, password: PASSWORD }, { as: null })
  return { id: email, headers: { authorization: `Bearer ${data.token}` } }
}

/** Makes a user with roles, and signs the user in. */
export async function signInWithRoles(
  container: MedusaContainer,
  client: AdminClient,
  email: string,
  roles: string[],
): Promise<AdminSession> {
  const { authIdentity } = await container
    .resolve(Modules.AUTH)
    .register("emailpass", { body: { email, password: PASSWORD } })
  const { result: user } = await createUserAccountWorkflow(container).run({
    input: { authIdentityId: authIdentity?.id ?? "", userData: { email, roles } },
  })
  return { ...(await signIn(client, email)), id: user.id }
}
