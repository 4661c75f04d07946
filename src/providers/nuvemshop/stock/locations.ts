import { z } from "@medusajs/framework/zod"
import type { Connection, LocationSource, PlatformLocation } from "../../../connector"
import type { Transport } from "../transport"
import { idSchema, inLanguage, languagesSchema, parseWire } from "../wire"

const locationsSchema = z.array(
  z.looseObject({
    id: idSchema,
    name: languagesSchema.nullish(),
    is_default: z.boolean().nullish(),
    priority: z.number().nullish(),
  }),
)

/** The store's places, by the order in which the platform takes goods from them. */
export class NuvemshopLocations implements LocationSource {
  constructor(private readonly transport: Transport) {}

  /** @throws ConnectorError as every call. */
  async list(connection: Connection): Promise<PlatformLocation[]> {
    const { body, headers } = await this.transport.read(connection, { name: "locations", path: "/locations" })
    const language = headers.get("x-main-language")
    return parseWire(locationsSchema, body, "locations")
      .sort((left, right) => (left.priority ?? Infinity) - (right.priority ?? Infinity) || 0)
      .map(({ id, name, is_default }) => ({
        id,
        name: inLanguage(name, language) ?? id,
        isDefault: is_default ?? false,
      }))
  }
}
