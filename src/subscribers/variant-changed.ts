import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { collectChange } from "../workflows/dispatch/stock/collect-changes"

/** A variant was changed: it may be counted now, or no longer, or by other inventory items. */
export default async function variantChanged({
  event: { data },
  container,
}: SubscriberArgs<{ id: string } | { id: string }[]>): Promise<void> {
  collectChange(container, { variant_ids: [data].flat().map(({ id }) => id) })
}

export const config: SubscriberConfig = {
  event: "product-variant.updated",
  context: { subscriberId: "marketplace-variant-changed" },
}
