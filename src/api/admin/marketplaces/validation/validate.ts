import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"

type Issue = z.core.$ZodIssue

/** Where the trouble is, in the words of the request; an unknown field is named by itself. */
function fieldsOf(issue: Issue): string[] {
  const path = issue.path.join(".")
  if (issue.code !== "unrecognized_keys") return [path || "body"]
  return issue.keys.map((key) => (path ? `${path}.${key}` : key))
}

/**
 * Checks what came in. Every complaint names its field, and none repeats a value: values may be secrets.
 * @throws MedusaError invalid_data
 */
function checked<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.flatMap((issue) => {
    const reason = issue.code === "unrecognized_keys" ? "is not known" : issue.message
    return fieldsOf(issue).map((field) => `Field '${field}': ${reason}`)
  })
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: ${sentences.slice(0, 5).join("; ")}`,
  )
}

/** Puts the checked body into `req.validatedBody`; a request without a body is an empty one. */
export const validateBody =
  (schema: z.ZodType) =>
  (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void => {
    req.validatedBody = checked(schema, req.body ?? {})
    next()
  }

/** Puts the checked query into `req.validatedQuery`. */
export const validateQuery =
  (schema: z.ZodType<Record<string, unknown>>) =>
  (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void => {
    req.validatedQuery = checked(schema, req.query)
    next()
  }
