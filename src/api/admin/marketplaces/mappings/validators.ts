import { z } from "@medusajs/framework/zod"
import { mappingStates } from "../../../../modules/marketplace/models/product-mapping"
import { idSchema, languageFields, pageFields, severalOf, severalTexts } from "../validation/fields"

export const listMappingsSchema = z.strictObject({
  ...languageFields,
  ...pageFields,
  account_id: idSchema.optional(),
  variant_id: severalOf(idSchema).optional(),
  state: severalOf(z.enum(mappingStates)).optional(),
  listing_key: severalTexts.optional(),
  /** Something was found that it may be. */
  proposed: z.literal("true").optional(),
  /** In the platform's own list, or known from orders only. */
  listed: z.enum(["true", "false"]).optional(),
  /** Part of the listing's key, SKU or title. */
  q: z.string().trim().min(1).max(100).optional(),
})

const MOST_UNITS = 100_000

export const saveMappingSchema = z.strictObject({
  account_id: idSchema,
  listing_key: z.string().min(1).max(200),
  variant_id: idSchema.nullable(),
  units_per_package: z.number().int().min(1).max(MOST_UNITS).optional(),
  packaging: z.string().trim().max(100).nullable().optional(),
  state: z.enum(mappingStates).optional(),
})

export const matchMappingsSchema = z.strictObject({ account_id: idSchema })

const MOST_ACCEPTED = 500

export const acceptProposalsSchema = z.strictObject({ ids: z.array(idSchema).min(1).max(MOST_ACCEPTED) })

/** `q`: what a person searches the variant by, instead of the suggestions. */
export const suggestionsQuerySchema = z.strictObject({
  ...languageFields,
  q: z.string().trim().min(1).max(100).optional(),
})

export type SuggestionsQuery = z.infer<typeof suggestionsQuerySchema>
export type ListMappingsQuery = z.infer<typeof listMappingsSchema>
export type SaveMappingBody = z.infer<typeof saveMappingSchema>
export type AcceptProposalsBody = z.infer<typeof acceptProposalsSchema>
export type MatchMappingsBody = z.infer<typeof matchMappingsSchema>
