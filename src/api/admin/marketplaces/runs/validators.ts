import { z } from "@medusajs/framework/zod"
import { idSchema, languageFields, pageFields } from "../validation/fields"

export const listRunsSchema = z.strictObject({
  ...languageFields,
  ...pageFields,
  account_id: idSchema.optional(),
})

export type ListRunsQuery = z.infer<typeof listRunsSchema>
