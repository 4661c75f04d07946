import { z } from "@medusajs/framework/zod"
import { movementReasons } from "../../../../modules/marketplace/models/stock-movement"
import { forward, idSchema, instantSchema, languageFields, pageFields, severalOf } from "../validation/fields"

const subjectFields = {
  account_id: severalOf(idSchema).optional(),
  product_id: severalOf(idSchema).optional(),
  variant_id: severalOf(idSchema).optional(),
  location_id: severalOf(idSchema).optional(),
  /** Inclusive. */
  from: instantSchema.optional(),
  /** Exclusive. */
  to: instantSchema.optional(),
}

const filterFields = {
  ...languageFields,
  ...subjectFields,
  marketplace: severalOf(idSchema).optional(),
  reason: severalOf(z.enum(movementReasons)).optional(),
  /** The number of an order or a transfer, or a listing's key: all of it. */
  q: z.string().trim().min(1).max(200).optional(),
}

export const listMovementsSchema = z.strictObject({ ...filterFields, ...pageFields }).refine(...forward())
export const exportMovementsSchema = z.strictObject(filterFields).refine(...forward())
/** Only what names goods and places: a balance of some of the movements would be none. */
export const balancesSchema = z
  .strictObject({ ...languageFields, ...subjectFields, ...pageFields })
  .refine(...forward())

export type ListMovementsQuery = z.infer<typeof listMovementsSchema>
export type ExportMovementsQuery = z.infer<typeof exportMovementsSchema>
export type BalancesQuery = z.infer<typeof balancesSchema>
