import type { Connection } from "./connection"

/** A place from which the platform lets the merchant send. */
export type PlatformLocation = {
  id: string
  name: string
  /** Where goods are counted when no place is named. */
  isDefault: boolean
}

/** Capability: the merchant's places at the platform, so that stock is told place by place. */
export interface LocationSource {
  /** @throws ConnectorError as every call. */
  list(connection: Connection): Promise<PlatformLocation[]>
}
