import type { ChangesByPerson } from "../../../modules/marketplace/order-changes"
import type { OrderDraft } from "./order-draft"

/** The names under which a Medusa order's metadata tells what a person may change. */
const told = ["salesperson_id", "payment_method", "installments"] as const

const marketplaceOf = (metadata: Record<string, unknown>): Record<string, unknown> =>
  (metadata.marketplace as Record<string, unknown> | undefined) ?? {}

/** The metadata of a Medusa order with what a person changed about it. Pure. */
export function metadataWith(
  metadata: Record<string, unknown>,
  changes: Partial<Record<(typeof told)[number], unknown>>,
): Record<string, unknown> {
  const named = Object.fromEntries(
    told.flatMap((name) => (changes[name] === undefined ? [] : [[name, changes[name]] as const])),
  )
  return { ...metadata, marketplace: { ...marketplaceOf(metadata), ...named } }
}

/** A draft that is made anew keeps what a person had changed about the order. Pure. */
export const withChanges = (draft: OrderDraft, changes: ChangesByPerson): OrderDraft => ({
  ...draft,
  ...(changes.customer_id ? { customer_id: changes.customer_id } : {}),
  metadata: metadataWith(draft.metadata, changes),
})
