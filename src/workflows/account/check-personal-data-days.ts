import type { Connector } from "../../connector"
import type { AccountSettings } from "../../modules/marketplace/settings"
import { invalidField } from "../refusals/refusal"

/**
 * Nobody may keep a buyer's data longer than the platform allows.
 * @throws RefusalError that names the field.
 */
export function checkPersonalDataDays(
  connector: Connector,
  days: AccountSettings["personal_data_days"] | undefined,
): void {
  const { name, personalDataDays } = connector.describe()
  if (!days || personalDataDays === undefined || days <= personalDataDays) return
  throw invalidField("settings.personal_data_days", "personal_data_too_long", {
    platform: name,
    days: String(personalDataDays),
  })
}
