import { useAnswer } from "../lib/query"

/** A place from which the platform lets the merchant send. */
export type PlatformLocation = { id: string; name: string; is_default: boolean }

/** The merchant's places at the platform; it is asked for them. */
export const usePlatformLocations = (accountId: string, enabled: boolean) =>
  useAnswer<{ locations: PlatformLocation[] }>(`accounts/${accountId}/locations`, { enabled })
