import { z } from "@medusajs/framework/zod"
import { idSchema, languagesSchema, text } from "../wire"

/* Products and variants of the API 2025-03, as far as they are used. */

/** Pieces; null or empty = unlimited. */
const stockSchema = z
  .union([
    z.number().int(),
    z
      .string()
      .regex(/^-?\d{1,9}$/)
      .transform(Number),
    z.literal("").transform(() => null),
  ])
  .nullish()

export const variantSchema = z.looseObject({
  id: idSchema,
  sku: text,
  barcode: text,
  /** False: the platform does not count, and sells without end. */
  stock_management: z.boolean().nullish(),
  /** All places together. */
  stock: stockSchema,
  inventory_levels: z.array(z.looseObject({ location_id: idSchema, stock: stockSchema })).nullish(),
  values: z.array(languagesSchema).nullish(),
})
export type WireVariant = z.infer<typeof variantSchema>

export const productSchema = z.looseObject({
  id: idSchema,
  name: languagesSchema.nullish(),
  published: z.boolean().nullish(),
  visibility: text,
  variants: z.array(variantSchema),
})
export type WireProduct = z.infer<typeof productSchema>

/** What can be sold of a variant; null = without end. */
export function quantityOf({ stock_management, stock }: WireVariant): number | null {
  return stock_management === false || stock === null || stock === undefined ? null : Math.max(0, stock)
}
