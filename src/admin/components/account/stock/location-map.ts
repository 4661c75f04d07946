import type { Choice } from "../../../hooks/use-store-choices"
import type { Settings } from "../form/account-changes"

export type LocationChoice = Settings["location_map"][number]

/** The choice for a location of the store, and its place in the settings: there the API finds fault with it. */
export function placeOf(map: LocationChoice[], locationId: string) {
  const place = map.findIndex(({ location_id }) => location_id === locationId)
  return place < 0 ? undefined : { place, ...map[place] }
}

/** The map with another place at the platform for a location; null: its goods are counted at the default one. */
export function withPlace(
  map: LocationChoice[],
  location_id: string,
  platform_location: string | null,
): LocationChoice[] {
  if (platform_location === null) return map.filter((choice) => choice.location_id !== location_id)
  const next = { location_id, platform_location }
  return placeOf(map, location_id)
    ? map.map((choice) => (choice.location_id === location_id ? next : choice))
    : [...map, next]
}

/** Every location of the store, and what is mapped though the store no longer has it. */
export const mappedLocations = (locations: Choice[], map: LocationChoice[]): Choice[] => [
  ...locations,
  ...map
    .filter(({ location_id }) => !locations.some(({ value }) => value === location_id))
    .map(({ location_id }) => ({ value: location_id, label: location_id })),
]
