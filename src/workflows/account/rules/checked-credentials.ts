import { MedusaError } from "@medusajs/framework/utils"
import type { Connector } from "../../../connector"

/**
 * The credentials as the connector takes them.
 * @throws MedusaError invalid_data that names the fields and never repeats a value.
 */
export function checkedCredentials(
  connector: Connector,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const parsed = connector.describe().credentials.safeParse(given)
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.map((issue) => {
    const unknownKeys = issue.code === "unrecognized_keys" ? issue.keys : []
    const path = [...issue.path, ...unknownKeys.slice(0, 1)].join(".")
    return `Field 'credentials${path ? `.${path}` : ""}': ${issue.message}`
  })
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `Invalid request: ${sentences.join("; ")}`)
}
