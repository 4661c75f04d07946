import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PlatformLocation } from "../../connector"
import type { LoadedAccount } from "./load-account"
import { INTERACTIVE_WAIT_MS, openConnection } from "./open-connection"
import { refuseWhenOff } from "./steps/make-sync-due"

/**
 * The merchant's locations at the platform, as it lists them now; none where it knows no locations. Which of them is the default
 * one is kept with the account, so that stock is split without asking again.
 * @throws ConnectorError as every call; RefusalError where the account is switched off.
 */
export async function platformLocations(
  container: MedusaContainer,
  account: LoadedAccount,
  maxWaitMs = INTERACTIVE_WAIT_MS,
): Promise<PlatformLocation[]> {
  const { connector } = account
  if (!connector.locations) return []
  refuseWhenOff(account, ["paused", "needs_reauthorization"])
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const locations = await connector.locations.list(openConnection(account, { maxWaitMs, logger }))
  await noteDefaultLocation(account, locations)
  return locations
}

/** Keeps which of the platform's locations is the default one with the account. */
export async function noteDefaultLocation(
  { marketplace, row }: Pick<LoadedAccount, "marketplace" | "row">,
  locations: PlatformLocation[],
): Promise<void> {
  const found = locations.find(({ isDefault }) => isDefault)?.id ?? null
  if (found === row.default_location) return
  await marketplace.updateMarketplaceAccounts({ id: row.id, default_location: found })
  row.default_location = found
}
