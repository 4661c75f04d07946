import { definePolicies } from "@medusajs/framework/utils"

const resource = "marketplace"

/**
 * What a role can be given, and the policy that stands for it. Seeing is Medusa's `read`, so that a role which may read
 * everything sees marketplaces too. The others are operations of their own: `update` would be given by accident.
 */
export const permissionPolicies = {
  see: { resource, operation: "read" },
  operate: { resource, operation: "operate" },
  configure: { resource, operation: "configure" },
} as const

export type Permission = keyof typeof permissionPolicies

/** Medusa stores them at start and offers them in Settings → Roles. Without its flag `rbac` they have no effect. */
export const marketplacePolicies = definePolicies([
  {
    ...permissionPolicies.see,
    name: "SeeMarketplaces",
    description: "See accounts, marketplace orders, listings and their history, explain orders",
  },
  {
    ...permissionPolicies.operate,
    name: "OperateMarketplaces",
    description: "Import, retry, approve and ignore orders, map products",
  },
  {
    ...permissionPolicies.configure,
    name: "ConfigureMarketplaces",
    description: "Connect, change, pause and remove accounts",
  },
])
