import type { Scope } from "../scopes"

/** Every event of the platform, with the scope an application needs for it. */
const BY_SCOPE: readonly (readonly [Scope | undefined, readonly string[]])[] = [
  [undefined, ["app/uninstalled", "app/suspended", "app/resumed", "domain/updated"]],
  ["read_products", crossed(["category", "product"], ["created", "updated", "deleted"])],
  ["read_products", ["product_variant/custom_fields_updated"]],
  ["read_products", crossed(["product_variant_custom_field"], ["created", "updated", "deleted"])],
  ["read_customers", crossed(["customer"], ["created", "updated", "deleted"])],
  [
    "read_orders",
    crossed(
      ["order"],
      [
        "created",
        "updated",
        "paid",
        "packed",
        "fulfilled",
        "cancelled",
        "pending",
        "voided",
        "unpacked",
        "edited",
        "custom_fields_updated",
      ],
    ),
  ],
  ["read_orders", crossed(["order_custom_field"], ["created", "updated", "deleted"])],
  ["read_orders", ["subscription/updated"]],
  ["read_fulfillment_orders", ["fulfillment/updated"]],
  [
    "read_fulfillment_orders",
    crossed(
      ["fulfillment_order"],
      ["status_updated", "tracking_event_created", "tracking_event_updated", "tracking_event_deleted"],
    ),
  ],
  ["read_locations", crossed(["location"], ["created", "updated", "deleted"])],
]

const SCOPE_OF: ReadonlyMap<string, Scope | undefined> = new Map(
  BY_SCOPE.flatMap(([scope, events]) => events.map((event): [string, Scope | undefined] => [event, scope])),
)

export function isEvent(event: string): boolean {
  return SCOPE_OF.has(event)
}

/** What an application must be allowed to read to hear of an event. */
export function scopeOfEvent(event: string): Scope | undefined {
  return SCOPE_OF.get(event)
}

function crossed(resources: readonly string[], changes: readonly string[]): string[] {
  return resources.flatMap((resource) => changes.map((change) => `${resource}/${change}`))
}
