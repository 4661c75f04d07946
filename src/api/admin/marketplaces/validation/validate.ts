import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { checkFields } from "../../../../workflows/refusals/check-fields"
import { invalidFields } from "../../../../workflows/refusals/refusal"
import { translated } from "../serializers/failure"
import { unstorableFields } from "./unstorable-fields"

const pathSchema = z.record(z.string(), z.string())

/** Whatever a field is for: such a text would come to a query sooner or later, and fail there. @throws RefusalError */
function refuseUnstorable(given: unknown): void {
  const fields = unstorableFields(given)
  if (!fields.length) return
  throw invalidFields(fields.map((field) => ({ field, code: "unstorable", details: {} })))
}

/** @throws MedusaError invalid_data that names every field in the reader's language */
function checked<Schema extends z.ZodType>(
  req: MedusaRequest,
  schema: Schema,
  given: unknown,
): z.infer<Schema> {
  try {
    refuseUnstorable(given)
    return checkFields(schema, given)
  } catch (refused) {
    throw translated(refused, req)
  }
}

/** Puts the checked body into `req.validatedBody`; a request without a body is an empty one. */
export const validateBody =
  (schema: z.ZodType) =>
  (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void => {
    req.validatedBody = checked(req, schema, req.body ?? {})
    next()
  }

/** Puts the checked query into `req.validatedQuery`; the ids of the path are looked at too, and every route comes by here. */
export const validateQuery =
  (schema: z.ZodType<Record<string, unknown>>) =>
  (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void => {
    checked(req, pathSchema, req.params)
    req.validatedQuery = checked(req, schema, req.query)
    next()
  }
