import type { LocationLevel } from "../../../../connector"

/** A listing's level: as a whole, and at the platform's locations where it is told or shown there. */
export type Level = { quantity: number; locations: readonly LocationLevel[] | null }

/** What is there of a level at a location; what is not named there is not there. */
export const quantityAt = (locations: readonly LocationLevel[], locationId: string): number =>
  locations.find((one) => one.locationId === locationId)?.quantity ?? 0

/** True when a level is what is wanted: as a whole, and at each location that is wanted. */
export function isLevel(
  level: Level | null,
  wanted: { quantity: number; locations?: readonly LocationLevel[] },
): boolean {
  if (level?.quantity !== wanted.quantity) return false
  const { locations } = level
  if (!wanted.locations) return true
  return (
    locations !== null &&
    wanted.locations.every(({ locationId, quantity }) => quantityAt(locations, locationId) === quantity)
  )
}

/** A level as people read it: "5", or "5 (3 + 2)" where it is told by location. */
export const levelText = ({ quantity, locations }: Level): string =>
  locations ? `${quantity} (${locations.map((one) => one.quantity).join(" + ")})` : String(quantity)
