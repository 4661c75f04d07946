import { z } from "@medusajs/framework/zod"
import { standings } from "../../../../modules/marketplace/dispatch-actions"
import { languageFields, pageFields, severalOf } from "../validation/fields"

export const listStockSchema = z.strictObject({
  ...languageFields,
  ...pageFields,
  /** Part of the listing's key, SKU or title. */
  q: z.string().trim().min(1).max(100).optional(),
  /** How its level stands. */
  state: severalOf(z.enum(standings)).optional(),
})

export type ListStockQuery = z.infer<typeof listStockSchema>
