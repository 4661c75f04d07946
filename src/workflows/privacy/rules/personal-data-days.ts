import type { Connector } from "../../../connector"
import type { AccountSettings } from "../../../modules/marketplace/settings"

/**
 * Days after delivery for which an account's orders keep their buyers' data: the store's own setting, never longer than its
 * platform allows; undefined = nobody sets a limit.
 */
export function personalDataDaysOf({
  connector,
  settings,
}: {
  connector: Pick<Connector, "describe">
  settings: Pick<AccountSettings, "personal_data_days">
}): number | undefined {
  const limits = [connector.describe().personalDataDays, settings.personal_data_days]
  const known = limits.filter((days): days is number => typeof days === "number")
  return known.length ? Math.min(...known) : undefined
}
