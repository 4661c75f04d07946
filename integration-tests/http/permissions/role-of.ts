import type * as Policies from "../../../src/policies/marketplace"
import type { Permission } from "../../../src/policies/marketplace"
import type { AdminSession } from "../../support/admin-session"
import { signInWithRoles } from "../../support/sign-in-with-roles"
import type { Shop } from "../admin-api/shop"

let count = 0

/**
 * The operation that Medusa knows a permission by. Looked up only now: policies are declared when their file is loaded, and
 * a host loads Medusa's own before ours. The other way round every resource of the store would get our operations too.
 */
export function operationOf(permission: Permission): string {
  const { permissionPolicies } = jest.requireActual<typeof Policies>("../../../src/policies/marketplace")
  return permissionPolicies[permission].operation
}

/** A person whose only role holds these policies, made as the owner makes it in Settings → Roles. */
export async function personWithPolicies(shop: Shop, policyIds: string[]): Promise<AdminSession> {
  count += 1
  const made = await shop.api.post("/admin/rbac/roles", { name: `Role ${count}`, policy_ids: policyIds })
  expect(made.status).toBe(200)
  return signInWithRoles(shop.container, shop.api, `person-${count}@example.com`, [made.data.role.id])
}

export async function personWho(shop: Shop, ...permissions: Permission[]): Promise<AdminSession> {
  const { data } = await shop.api.get("/admin/rbac/policies?resource=marketplace")
  const offered: { id: string; operation: string }[] = data.policies
  const wanted = permissions.map(operationOf)
  const held = offered.filter(({ operation }) => wanted.includes(operation))
  expect(held).toHaveLength(wanted.length)
  return personWithPolicies(
    shop,
    held.map(({ id }) => id),
  )
}
