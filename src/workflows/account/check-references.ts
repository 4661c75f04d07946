import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"

/** Fields of settings and sites that name a thing of the store. */
export type StoreReferences = {
  sales_channel_id?: string | null
  region_id?: string | null
  stock_location_id?: string | null
  platform_location_id?: string | null
  shipping_option_id?: string | null
}

type Finder = (container: MedusaContainer, ids: string[]) => Promise<{ id: string }[]>

const locations: Finder = (container, ids) =>
  container.resolve(Modules.STOCK_LOCATION).listStockLocations({ id: ids }, { select: ["id"] })

const finders: Record<keyof StoreReferences, { what: string; find: Finder }> = {
  sales_channel_id: {
    what: "sales channel",
    find: (container, ids) =>
      container.resolve(Modules.SALES_CHANNEL).listSalesChannels({ id: ids }, { select: ["id"] }),
  },
  region_id: {
    what: "region",
    find: (container, ids) => container.resolve(Modules.REGION).listRegions({ id: ids }, { select: ["id"] }),
  },
  stock_location_id: { what: "stock location", find: locations },
  platform_location_id: { what: "stock location", find: locations },
  shipping_option_id: {
    what: "shipping option",
    find: (container, ids) =>
      container.resolve(Modules.FULFILLMENT).listShippingOptions({ id: ids }, { select: ["id"] }),
  },
}

/**
 * Checks that everything that is named exists, one query a kind. `at` is the place in the request, e.g. "settings".
 * @throws MedusaError invalid_data that names the field.
 */
export async function checkReferences(
  container: MedusaContainer,
  named: { at: string; references: StoreReferences }[],
): Promise<void> {
  for (const field of Object.keys(finders) as (keyof StoreReferences)[]) {
    const wanted = named.flatMap(({ at, references }) => {
      const id = references[field]
      return id ? [{ at, id }] : []
    })
    if (!wanted.length) continue
    const { what, find } = finders[field]
    const found = new Set(
      (await find(container, [...new Set(wanted.map(({ id }) => id))])).map(({ id }) => id),
    )
    const missing = wanted.find(({ id }) => !found.has(id))
    if (missing) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Invalid request: Field '${missing.at}.${field}': there is no ${what} ${missing.id}`,
      )
    }
  }
}
