export const RESOURCES = [
  "content",
  "products",
  "customers",
  "orders",
  "draft_orders",
  "coupons",
  "shipping",
  "locations",
  "fulfillment_orders",
  "payments",
] as const
export type Resource = (typeof RESOURCES)[number]
export type Scope = `read_${Resource}` | `write_${Resource}` | "write_scripts"

/** What comes with a scope: write implies read, and some resources bring others. */
const BROUGHT: readonly [Resource, Resource][] = [["orders", "fulfillment_orders"]]
const BRING_READ_LOCATIONS: readonly Resource[] = ["products", "shipping"]

/** Everything that an application with these scopes may do. */
export function grantedScopes(asked: readonly Scope[]): ReadonlySet<Scope> {
  const granted = new Set<Scope>(asked)
  for (const [from, to] of BROUGHT) {
    if (granted.has(`read_${from}`)) granted.add(`read_${to}`)
    if (granted.has(`write_${from}`)) granted.add(`write_${to}`)
  }
  for (const resource of RESOURCES) if (granted.has(`write_${resource}`)) granted.add(`read_${resource}`)
  if (BRING_READ_LOCATIONS.some((resource) => granted.has(`read_${resource}`))) granted.add("read_locations")
  return granted
}

/** What the documentation names as the least a connector needs. */
export const CONNECTOR_SCOPES: readonly Scope[] = ["write_products", "write_orders", "read_customers"]
