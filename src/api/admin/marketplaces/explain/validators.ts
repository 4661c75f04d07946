import { z } from "@medusajs/framework/zod"
import { idSchema, languageFields } from "../validation/fields"

export const explainQuerySchema = z.strictObject({
  ...languageFields,
  /** Left out, the number may be of any account, or the one of an order in Medusa. */
  account_id: idSchema.optional(),
  reference: z.string().trim().min(1).max(100),
})

export const supportBundleQuerySchema = explainQuerySchema.required({ account_id: true })

export type SupportBundleQuery = z.infer<typeof supportBundleQuerySchema>
export type ExplainQuery = z.infer<typeof explainQuerySchema>
