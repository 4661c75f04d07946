import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { LocationChoice } from "../../modules/marketplace/settings"
import { invalidField } from "../refusals/refusal"
import type { LoadedAccount } from "./load-account"
import { platformLocations } from "./platform-locations"

const at = (index: number, field: keyof LocationChoice) => `settings.location_map.${index}.${field}`

const isSame = (left: LocationChoice[], right: LocationChoice[]): boolean =>
  left.length === right.length &&
  left.every(
    ({ location_id, platform_location }, index) =>
      location_id === right[index].location_id && platform_location === right[index].platform_location,
  )

/** @throws RefusalError: which locations the platform has is not known before the account is connected. */
export function refuseLocationsOfNew(map: LocationChoice[] | undefined): void {
  if (map?.length) throw invalidField("settings.location_map", "locations_of_new_account", {})
}

/**
 * Checks which of the platform's locations the store's are: both have to exist, and each of the store's is one there. The platform
 * is asked only where the map is another one.
 * @throws RefusalError that names the field; ConnectorError when the platform does not tell its locations.
 */
export async function checkLocations(
  container: MedusaContainer,
  account: LoadedAccount,
  map: LocationChoice[] | undefined,
): Promise<void> {
  if (!map?.length || isSame(map, account.settings.location_map)) return
  const platform = account.connector.describe().name
  if (!account.connector.locations) {
    throw invalidField("settings.location_map", "platform_has_no_locations", { platform })
  }
  const ids = map.map(({ location_id }) => location_id)
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (twice >= 0) throw invalidField(at(twice, "location_id"), "location_mapped_twice", {})
  const found = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({ id: ids }, { select: ["id"], take: ids.length })
  const strange = ids.findIndex((id) => !found.some((one) => one.id === id))
  if (strange >= 0) {
    throw invalidField(at(strange, "location_id"), "stock_location_unknown", { id: ids[strange] })
  }
  const listed = await platformLocations(container, account)
  const missing = map.findIndex(({ platform_location }) => !listed.some(({ id }) => id === platform_location))
  if (missing >= 0) {
    throw invalidField(at(missing, "platform_location"), "platform_location_unknown", {
      platform,
      id: map[missing].platform_location,
    })
  }
}
