import type { Connector } from "../../../connector"
import { checkFields } from "../../refusals/check-fields"

/**
 * The credentials as the connector takes them.
 * @throws RefusalError that names the fields and never repeats a value.
 */
export function checkedCredentials(
  connector: Connector,
  given: Record<string, unknown>,
): Record<string, unknown> {
  return checkFields(connector.describe().credentials, given, "credentials")
}
