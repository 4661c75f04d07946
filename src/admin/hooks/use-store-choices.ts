import { useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/client"

/** Something of the store that a setting can name. */
export type Choice = { value: string; label: string }

const ALL = { limit: 200, fields: "id,name" }
const choices = (rows: { id: string; name?: string | null }[]): Choice[] =>
  rows.map(({ id, name }) => ({ value: id, label: name || id }))

const lists = {
  sales_channels: async () => choices((await sdk.admin.salesChannel.list(ALL)).sales_channels),
  regions: async () => choices((await sdk.admin.region.list(ALL)).regions),
  stock_locations: async () => choices((await sdk.admin.stockLocation.list(ALL)).stock_locations),
  shipping_options: async () => choices((await sdk.admin.shippingOption.list(ALL)).shipping_options),
}

/** The store's sales channels, regions, stock locations or shipping options, for a select. */
export const useStoreChoices = (kind: keyof typeof lists) =>
  useQuery({ queryKey: ["marketplace-store-choices", kind], queryFn: lists[kind] })
