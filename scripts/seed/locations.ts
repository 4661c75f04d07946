import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createLocationFulfillmentSetWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { COUNTRIES, MAIN_WAREHOUSE, PLATFORM_WAREHOUSE, pricesFrom } from "./data"

const MANUAL_PROVIDER = "manual_manual"
const DELIVERY = `${MAIN_WAREHOUSE} delivery`
const SHIPPING_OPTION = "Standard shipping"

type LocationRow = {
  id: string
  sales_channels?: { id: string }[]
  fulfillment_providers?: { id: string }[]
}

export type Locations = Record<string, string>

/** Two shelves: the merchant's own, and the one at the platform. */
export async function seedLocations(container: MedusaContainer, salesChannelId: string): Promise<Locations> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const locations: Locations = {}
  for (const name of [MAIN_WAREHOUSE, PLATFORM_WAREHOUSE]) {
    const { data } = (await query.graph({
      entity: "stock_location",
      fields: ["id", "sales_channels.id", "fulfillment_providers.id"],
      filters: { name },
    })) as { data: LocationRow[] }
    let location = data[0]
    if (!location) {
      const { result } = await createStockLocationsWorkflow(container).run({
        input: { locations: [{ name, address: { address_1: "1 Example Street", country_code: "us" } }] },
      })
      location = { id: result[0].id }
    }
    if (!location.sales_channels?.some((channel) => channel.id === salesChannelId)) {
      await linkSalesChannelsToStockLocationWorkflow(container).run({
        input: { id: location.id, add: [salesChannelId] },
      })
    }
    if (!location.fulfillment_providers?.some((provider) => provider.id === MANUAL_PROVIDER)) {
      await link.create({
        [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
        [Modules.FULFILLMENT]: { fulfillment_provider_id: MANUAL_PROVIDER },
      })
    }
    locations[name] = location.id
  }
  return locations
}

export async function seedShippingProfile(container: MedusaContainer): Promise<string> {
  const [existing] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingProfiles({ type: "default" }, { take: 1 })
  if (existing) {
    return existing.id
  }
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Default", type: "default" }] },
  })
  return result[0].id
}

/** One way to ship everywhere the demo sells, from the main warehouse. */
export async function seedShipping(container: MedusaContainer, locationId: string, profileId: string) {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  let [set] = await fulfillment.listFulfillmentSets({ name: DELIVERY }, { relations: ["service_zones"] })
  if (!set) {
    await createLocationFulfillmentSetWorkflow(container).run({
      input: { location_id: locationId, fulfillment_set_data: { name: DELIVERY, type: "shipping" } },
    })
    ;[set] = await fulfillment.listFulfillmentSets({ name: DELIVERY }, { relations: ["service_zones"] })
  }
  let zoneId = set.service_zones[0]?.id
  if (!zoneId) {
    const { result } = await createServiceZonesWorkflow(container).run({
      input: {
        data: [
          {
            name: "Everywhere",
            fulfillment_set_id: set.id,
            geo_zones: COUNTRIES.map((country_code) => ({ type: "country" as const, country_code })),
          },
        ],
      },
    })
    zoneId = result[0].id
  }
  const options = await fulfillment.listShippingOptions({
    name: SHIPPING_OPTION,
    service_zone: { id: zoneId },
  })
  if (options.length > 0) {
    return
  }
  await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: SHIPPING_OPTION,
        price_type: "flat",
        provider_id: MANUAL_PROVIDER,
        service_zone_id: zoneId,
        shipping_profile_id: profileId,
        type: { label: "Standard", description: "Ships in two to three days", code: "standard" },
        prices: pricesFrom(5),
        rules: [
          { attribute: "enabled_in_store", value: "true", operator: "eq" },
          { attribute: "is_return", value: "false", operator: "eq" },
        ],
      },
    ],
  })
}
