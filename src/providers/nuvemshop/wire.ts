import { z } from "@medusajs/framework/zod"
import { contractBroken } from "../../connector"

/*
 * What the platform's resources are made of. Unknown fields are let through; fields that the connector needs are required; `null`
 * counts as absent. Numbers and texts stand for each other in the platform's own examples, so that both are taken.
 */

/** A number of the platform; 64 bits, so that it is kept as a text. */
export const idSchema = z
  .union([z.string().trim().min(1).max(100), z.number().int().nonnegative()])
  .transform(String)

/** Something that people wrote. */
export const text = z.union([z.string(), z.number().transform(String)]).nullish()

const DECIMAL = /^-?\d{1,15}(\.\d{1,10})?$/

/** An amount: a decimal text on orders, a JSON number on fulfilment orders, whose binary rests are cut off. */
export const amountSchema = z.union([
  z.string().trim().regex(DECIMAL, "must be a decimal string such as 19.90"),
  z.number().refine(Number.isFinite).transform(decimalOf).pipe(z.string().regex(DECIMAL)),
])

/** An amount that cannot be below zero. */
export const priceSchema = amountSchema.refine((amount) => !amount.startsWith("-"), "must not be negative")

function decimalOf(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, "")
}

/** `{ value, currency }`. */
export const moneySchema = z.looseObject({ value: priceSchema, currency: text })

/** A whole number of pieces. */
export const countSchema = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,9}(\.0+)?$/)
      .transform(Number),
  ])
  .pipe(z.number().int().nonnegative())

/** An object that the platform writes as `[]` or `""` where it is empty. */
export function objectOrNothing<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(
    (received) => (received === "" || (Array.isArray(received) && received.length === 0) ? null : received),
    z.looseObject(shape).nullish(),
  )
}

/** A text in several languages, by language; on some calls a plain text. */
export const languagesSchema = z.union([
  z.string(),
  z.record(z.string(), z.union([z.string(), z.number().transform(String)]).nullable()),
])
export type Languages = z.infer<typeof languagesSchema>

/** The text in the language that is wanted, else in any; null where there is none. */
export function inLanguage(received: Languages | null | undefined, language?: string | null): string | null {
  if (typeof received === "string" || !received) return textOf(received)
  const wanted = language?.slice(0, 2).toLowerCase()
  const own = Object.entries(received).find(([key]) => key.slice(0, 2).toLowerCase() === wanted)?.[1]
  return (
    textOf(own) ??
    Object.values(received)
      .map(textOf)
      .find((told) => told !== null) ??
    null
  )
}

/**
 * What was received, if it is what `schema` says.
 * @throws ConnectorError `contract_broken` with the path of the first difference; the value itself is not repeated.
 */
export function parseWire<Output>(schema: z.ZodType<Output>, received: unknown, subject: string): Output {
  const parsed = schema.safeParse(received)
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0].path.join(".") || subject
  throw contractBroken(path, `${subject}: "${path}" is missing or not what the platform documents`)
}

/** A text without blanks around it; `null` where there is none. */
export function textOf(received: string | null | undefined): string | null {
  const trimmed = received?.trim()
  return trimmed ? trimmed : null
}

/** EAN, UPC or ISBN; what else merchants keep in that field is none. */
export function barcodeOf(received: string | null | undefined): string | null {
  const digits = textOf(received)?.replace(/[\s-]/g, "") ?? ""
  return /^\d{8,14}$/.test(digits) ? digits : null
}

/** How orders, stock and listings name a variant alike. */
export function listingKeyOf(productId: string, variantId: string): string {
  return `${productId}/${variantId}`
}
