import { z } from "@medusajs/framework/zod"
import { authorizationLost, type Connection } from "../../connector"
import { regions } from "./marketplaces"

/** A seller's id as Seller Central shows it ("Merchant Token"). */
export const sellingPartnerIdSchema = z
  .string()
  .trim()
  .regex(/^A[A-Z0-9]{7,31}$/, "must be a seller id such as A2EXAMPLE12345")

/** What connects one seller in one region; typed in by a person or brought by the consent page. */
export const credentialsSchema = z.strictObject({
  refresh_token: z.string().trim().min(1).max(4096),
  selling_partner_id: sellingPartnerIdSchema,
  region: z.enum(regions),
})
export type AmazonCredentials = z.infer<typeof credentialsSchema>

/**
 * The credentials of a connection.
 * @throws ConnectorError `authorization_lost` when what is stored is not usable: a person must connect again.
 */
export function credentialsOf(connection: Pick<Connection, "credentials">): AmazonCredentials {
  const parsed = credentialsSchema.safeParse(connection.credentials)
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".") || "unknown field"))]
    throw authorizationLost(`The stored Amazon credentials are not usable: ${fields.join(", ")}`)
  }
  return parsed.data
}
