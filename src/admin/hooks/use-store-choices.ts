import { useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/client"
import { personName } from "../lib/person-name"

/** Something of the store that a setting can name. */
export type Choice = { value: string; label: string }

const ALL = { limit: 200, fields: "id,name" }
const choices = (rows: { id: string; name?: string | null }[]): Choice[] =>
  rows.map(({ id, name }) => ({ value: id, label: name || id }))

/** "Manual" for `manual_manual`, "Easypost (main)" for `easypost_main`: as Medusa's own pages write it. */
function providerName(id: string): string {
  const [type, ...name] = id.split("_")
  const written = type.charAt(0).toUpperCase() + type.slice(1)
  const own = name.join("_")
  return own && own !== type ? `${written} (${own})` : written
}

const lists = {
  sales_channels: async () => choices((await sdk.admin.salesChannel.list(ALL)).sales_channels),
  regions: async () => choices((await sdk.admin.region.list(ALL)).regions),
  stock_locations: async () => choices((await sdk.admin.stockLocation.list(ALL)).stock_locations),
  fulfillment_providers: async () =>
    (await sdk.admin.fulfillmentProvider.list({ limit: 200 })).fulfillment_providers.map(({ id }) => ({
      value: id,
      label: providerName(id),
    })),
  users: async () =>
    (await sdk.admin.user.list({ limit: 200, fields: "id,first_name,last_name,email" })).users.map(
      (user) => ({ value: user.id, label: personName(user) }),
    ),
  shipping_options: async () => choices((await sdk.admin.shippingOption.list(ALL)).shipping_options),
}

/** The store's sales channels, regions, locations, administrators, shipping options or fulfilment providers, for a select. */
export const useStoreChoices = (kind: keyof typeof lists) =>
  useQuery({ queryKey: ["marketplace-store-choices", kind], queryFn: lists[kind] })
