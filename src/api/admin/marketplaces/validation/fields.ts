import { z } from "@medusajs/framework/zod"
import { languages } from "../../../../connector"
import { saying } from "../../../../workflows/refusals/check-fields"

/** A body without anything in it. */
export const emptySchema = z.strictObject({})

/** An id of the store, or any text that is not empty. */
export const idSchema = z.string().trim().min(1).max(200)

/** An instant in ISO 8601 with its offset, given on as UTC. */
export const instantSchema = z.iso
  .datetime({ offset: true, error: saying("instant_malformed") })
  .transform((text) => new Date(text).toISOString())

/** The language of texts; without it the browser's counts. */
export const languageFields = { lang: z.enum(languages).optional() }
export const languageQuerySchema = z.strictObject(languageFields)

const MOST_ROWS = 100

export const pageFields = {
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(20),
  offset: z.coerce.number().int().min(0).default(0),
}

/** One value or several: `state=a&state=b`, `state[]=a`, `state=a,b`. */
export const severalOf = <Value extends z.ZodType>(value: Value) =>
  z.preprocess(
    (given) => (typeof given === "string" ? given.split(",") : given),
    z.array(value).min(1).max(50),
  )

/** The same for texts that may hold a comma themselves, such as a seller's SKU: `key=a&key=b`. */
export const severalTexts = z.preprocess(
  (given) => (typeof given === "string" ? [given] : given),
  z.array(z.string().min(1).max(200)).min(1).max(100),
)

/** For `refine`: a period, which may be open on either side, ends after it begins. */
export function forward(start = "from", end = "to") {
  const runsForward = (fields: object): boolean => {
    const from: unknown = Reflect.get(fields, start)
    const to: unknown = Reflect.get(fields, end)
    return typeof from !== "string" || typeof to !== "string" || from < to
  }
  const complaint = { path: [end], error: saying("not_later_than"), params: { start } }
  return [runsForward, complaint] as const
}
