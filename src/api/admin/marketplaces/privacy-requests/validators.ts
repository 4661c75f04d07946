import { z } from "@medusajs/framework/zod"
import { privacyKinds } from "../../../../modules/marketplace/models/privacy-request"
import { idSchema, languageFields, pageFields, severalOf } from "../validation/fields"

export const listPrivacyRequestsSchema = z.strictObject({
  ...languageFields,
  ...pageFields,
  account_id: idSchema.optional(),
  kind: severalOf(z.enum(privacyKinds)).optional(),
  state: z.enum(["open", "done"]).optional(),
})

export type ListPrivacyRequestsQuery = z.infer<typeof listPrivacyRequestsSchema>
