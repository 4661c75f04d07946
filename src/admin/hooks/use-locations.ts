import { useAnswer } from "../lib/query"

/** A place from which the platform lets the merchant send. */
export type PlatformLocation = { id: string; name: string; is_default: boolean }

/** What the API answers about places; the store's own ones are those that the account counts without being mapped. */
export type PlatformLocations = { locations: PlatformLocation[]; own_location_ids: string[] }

/** The merchant's places at the platform; it is asked for them. */
export const usePlatformLocations = (accountId: string, enabled: boolean) =>
  useAnswer<PlatformLocations>(`accounts/${accountId}/locations`, { enabled })
