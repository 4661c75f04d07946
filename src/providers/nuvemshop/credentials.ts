import { z } from "@medusajs/framework/zod"
import { authorizationLost, type Connection } from "../../connector"
import { authHeaders } from "./options"

/** A store's number, as the platform's `user_id` and `store_id` tell it. */
export const storeIdSchema = z
  .string()
  .trim()
  .regex(/^\d{1,18}$/, "must be a store's number: digits only")

/** What connects one store; brought by the consent page, or typed in. */
export const credentialsSchema = z.strictObject({
  store_id: storeIdSchema,
  access_token: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{1,4096}$/, "must be an access token without blanks"),
  /** The form of the token's header that this store's first call was accepted with. */
  auth_header: z.enum(authHeaders).optional(),
})
export type NuvemshopCredentials = z.infer<typeof credentialsSchema>

/**
 * The credentials of a connection.
 * @throws ConnectorError `authorization_lost` when what is stored is not usable: a person must connect again.
 */
export function credentialsOf(connection: Pick<Connection, "credentials">): NuvemshopCredentials {
  const parsed = credentialsSchema.safeParse(connection.credentials)
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".") || "unknown field"))]
    throw authorizationLost(`The stored Nuvemshop credentials are not usable: ${fields.join(", ")}`)
  }
  return parsed.data
}
