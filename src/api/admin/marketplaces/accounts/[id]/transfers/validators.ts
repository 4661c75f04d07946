import { z } from "@medusajs/framework/zod"
import { idSchema, languageFields, pageFields } from "../../../validation/fields"

const MOST_LINES = 200
const MOST_LISTINGS = 1_000_000

export const listTransfersSchema = z.strictObject({ ...languageFields, ...pageFields })

export const recordTransferSchema = z.strictObject({
  /** The shipment's number at the platform, or any that the merchant knows it by. */
  reference: z.string().trim().min(1).max(100),
  from_location_id: idSchema,
  to_location_id: idSchema.optional(),
  lines: z
    .array(
      z.strictObject({
        listing_key: z.string().min(1).max(200),
        /** In listings. */
        quantity: z.number().int().min(1).max(MOST_LISTINGS),
      }),
    )
    .min(1)
    .max(MOST_LINES),
})

export type ListTransfersQuery = z.infer<typeof listTransfersSchema>
export type RecordTransferBody = z.infer<typeof recordTransferSchema>
