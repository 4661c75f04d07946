import { z } from "@medusajs/framework/zod"
import { runStates } from "../../../../modules/marketplace/states"
import { idSchema, languageFields, pageFields, severalOf } from "../validation/fields"

export const listRunsSchema = z.strictObject({
  ...languageFields,
  ...pageFields,
  account_id: idSchema.optional(),
  state: severalOf(z.enum(runStates)).optional(),
})

export type ListRunsQuery = z.infer<typeof listRunsSchema>
