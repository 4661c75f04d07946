import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { invalidField } from "../refusals/refusal"

/** Fields of settings and sites that name a thing of the store. */
export type StoreReferences = {
  sales_channel_id?: string | null
  region_id?: string | null
  stock_location_id?: string | null
  platform_location_id?: string | null
  shipping_option_id?: string | null
  salesperson_id?: string | null
}

type Unknown = `${"sales_channel" | "region" | "stock_location" | "shipping_option" | "user"}_unknown`
type Finder = (container: MedusaContainer, ids: string[]) => Promise<{ id: string }[]>

const locations: Finder = (container, ids) =>
  container.resolve(Modules.STOCK_LOCATION).listStockLocations({ id: ids }, { select: ["id"] })

/** The admin users with some ids. */
export const findUsers: Finder = (container, ids) =>
  container.resolve(Modules.USER).listUsers({ id: ids }, { select: ["id"] })

const finders: Record<keyof StoreReferences, { unknown: Unknown; find: Finder }> = {
  sales_channel_id: {
    unknown: "sales_channel_unknown",
    find: (container, ids) =>
      container.resolve(Modules.SALES_CHANNEL).listSalesChannels({ id: ids }, { select: ["id"] }),
  },
  region_id: {
    unknown: "region_unknown",
    find: (container, ids) => container.resolve(Modules.REGION).listRegions({ id: ids }, { select: ["id"] }),
  },
  stock_location_id: { unknown: "stock_location_unknown", find: locations },
  platform_location_id: { unknown: "stock_location_unknown", find: locations },
  shipping_option_id: {
    unknown: "shipping_option_unknown",
    find: (container, ids) =>
      container.resolve(Modules.FULFILLMENT).listShippingOptions({ id: ids }, { select: ["id"] }),
  },
  salesperson_id: { unknown: "user_unknown", find: findUsers },
}

/**
 * Checks that everything that is named exists, one query a kind. `at` is the place in the request, e.g. "settings".
 * @throws RefusalError that names the field.
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
    const { unknown, find } = finders[field]
    const found = new Set(
      (await find(container, [...new Set(wanted.map(({ id }) => id))])).map(({ id }) => id),
    )
    const missing = wanted.find(({ id }) => !found.has(id))
    if (missing) throw invalidField(`${missing.at}.${field}`, unknown, { id: missing.id })
  }
}
