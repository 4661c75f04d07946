import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { checkFields } from "../../../../workflows/refusals/check-fields"
import { translated } from "../serializers/failure"

/** @throws MedusaError invalid_data that names every field in the reader's language */
function checked<Schema extends z.ZodType>(
  req: MedusaRequest,
  schema: Schema,
  given: unknown,
): z.infer<Schema> {
  try {
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

/** Puts the checked query into `req.validatedQuery`. */
export const validateQuery =
  (schema: z.ZodType<Record<string, unknown>>) =>
  (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void => {
    req.validatedQuery = checked(req, schema, req.query)
    next()
  }
