import type { LocationLevel, PlatformStock } from "../../../../connector"
import type { LocationChoice } from "../../../../modules/marketplace/settings"
import { quantityAt } from "./level"

/** One of the platform's locations, and the store's locations whose goods are counted there. */
export type Place = { locationId: string; from: readonly string[] }

/** What an account says of locations; null where its platform knows none. */
export type AccountPlaces = {
  map: readonly LocationChoice[]
  /** Where the platform counts goods of which no location is named; null = it was never told. */
  defaultLocation: string | null
}

/**
 * The platform's locations for which a listing's level is told, always in the same order: as the account maps them, then the
 * default one where a location of the store is mapped to none, then those that were told before and are mapped no longer: there
 * is nothing of ours any more, and they are told so. None where the account tells no locations, and never has.
 */
export function placesOf(input: {
  account: AccountPlaces | null
  /** The store's locations that the account sells from. */
  own: readonly string[]
  /** Locations that the last level of the listing was told for. */
  told: readonly string[]
}): Place[] {
  const { account, own, told } = input
  if (!account || (!account.map.length && !told.length)) return []
  const from = new Map<string, string[]>()
  const count = (locationId: string, location: string) =>
    from.set(locationId, [...(from.get(locationId) ?? []), location])
  const chosen = new Map(account.map.map((choice) => [choice.location_id, choice.platform_location]))
  for (const choice of account.map) from.set(choice.platform_location, [])
  for (const choice of account.map) {
    if (own.includes(choice.location_id)) count(choice.platform_location, choice.location_id)
  }
  const fallback = account.defaultLocation ?? account.map[0]?.platform_location ?? told[0]
  for (const location of own) {
    if (!chosen.has(location)) count(fallback, location)
  }
  for (const locationId of told) from.set(locationId, from.get(locationId) ?? [])
  return [...from].map(([locationId, locations]) => ({ locationId, from: locations }))
}

/**
 * True where a level that names no location would be wrong: it replaces what stands at the default one only, and what stands at
 * others would be offered beside it. Only the merchant can say which of the locations theirs are.
 */
export function needsLocations(input: {
  account: AccountPlaces | null
  /** Locations that the last level of the listing was told for. */
  told: readonly string[]
  /** What the platform showed of the listing by location; null where it shows none. */
  shown: readonly LocationLevel[] | null
}): boolean {
  const { account, told, shown } = input
  if (!account || account.map.length > 0 || told.length > 0 || !shown) return false
  const stocked = shown.filter(({ quantity }) => quantity > 0)
  return account.defaultLocation === null
    ? stocked.length > 1
    : stocked.some(({ locationId }) => locationId !== account.defaultLocation)
}

/**
 * What the platform shows, at the locations that we tell alone: what stands at others is not ours to compare. A platform that
 * shows no locations is taken at its word as a whole.
 */
export function shownAt(places: readonly Place[], stock: PlatformStock): PlatformStock {
  const { locations, quantity } = stock
  if (!places.length || !locations || quantity === null) return { ...stock, locations: undefined }
  const ours: LocationLevel[] = places.map(({ locationId }) => ({
    locationId,
    quantity: quantityAt(locations, locationId),
  }))
  return { ...stock, locations: ours, quantity: ours.reduce((sum, one) => sum + one.quantity, 0) }
}
