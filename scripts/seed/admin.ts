import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"

/** The administrator named by ADMIN_EMAIL and ADMIN_PASSWORD, unless there is one with this address. */
export async function seedAdmin(container: MedusaContainer): Promise<"created" | "kept" | "none"> {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = process.env
  if (!email || !password) {
    return "none"
  }
  const [existing] = await container.resolve(Modules.USER).listUsers({ email })
  if (existing) {
    return "kept"
  }
  const auth = container.resolve(Modules.AUTH)
  const { success, authIdentity, error } = await auth.register("emailpass", { body: { email, password } })
  if (!success || !authIdentity) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The administrator ${email} could not be created: ${error}`,
    )
  }
  await createUserAccountWorkflow(container).run({
    input: { userData: { email }, authIdentityId: authIdentity.id },
  })
  return "created"
}
