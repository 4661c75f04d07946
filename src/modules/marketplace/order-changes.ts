import { z } from "@medusajs/framework/zod"

const LONGEST_TEXT = 100
const MOST_INSTALLMENTS = 99

/** What a person changes about an order that came from a platform. `null` = as the platform or the account has it. */
export const orderChangesSchema = z.strictObject({
  /** Admin user who counts as its salesperson. */
  salesperson_id: z.string().trim().min(1).max(200).nullable().optional(),
  payment_method: z.string().trim().min(1).max(LONGEST_TEXT).nullable().optional(),
  installments: z.number().int().min(1).max(MOST_INSTALLMENTS).nullable().optional(),
  customer_id: z.string().trim().min(1).max(200).nullable().optional(),
})
export type OrderChanges = z.infer<typeof orderChangesSchema>

/** What is kept of it: only what differs, and whose order it was before the person chose somebody. */
export type ChangesByPerson = {
  salesperson_id?: string
  payment_method?: string
  installments?: number
  customer_id?: string
  customer_before?: string | null
}

/** What may still be changed once the order is imported: whoever gets the credit for it, and nothing of the sale itself. */
export const changeableWhenImported = ["salesperson_id"] as const satisfies (keyof OrderChanges)[]

/** The kept changes after some more. Pure. */
export function mergedChanges(
  kept: ChangesByPerson,
  changes: OrderChanges,
  customerNow: string | null,
): ChangesByPerson {
  const merged: Record<string, unknown> = { ...kept }
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) continue
    if (value === null) delete merged[name]
    else merged[name] = value
  }
  if (merged.customer_id === undefined) delete merged.customer_before
  else if (kept.customer_id === undefined) merged.customer_before = customerNow
  return merged
}
