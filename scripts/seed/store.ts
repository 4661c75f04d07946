import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createStoresWorkflow,
  createTaxRegionsWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import { COUNTRIES, CURRENCIES, REGIONS, SALES_CHANNEL } from "./data"

/** The channel that marketplace orders are sold in. */
export async function seedSalesChannel(container: MedusaContainer): Promise<string> {
  const [existing] = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels({ name: SALES_CHANNEL })
  if (existing) {
    return existing.id
  }
  const { result } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: SALES_CHANNEL, description: "Orders that marketplaces bring" }] },
  })
  return result[0].id
}

/** The store knows every currency that a region or a marketplace sells in. */
export async function seedStore(container: MedusaContainer, salesChannelId: string) {
  const [store] = await container
    .resolve(Modules.STORE)
    .listStores({}, { relations: ["supported_currencies"] })
  const known = (store?.supported_currencies ?? []).map((currency) => currency.currency_code)
  if (store && CURRENCIES.every((code) => known.includes(code))) {
    return
  }
  const fallback = store?.supported_currencies?.find((currency) => currency.is_default)?.currency_code
  const standard = fallback && CURRENCIES.includes(fallback) ? fallback : CURRENCIES[0]
  const codes = [...new Set([...CURRENCIES, ...known])]
  const data = {
    supported_currencies: codes.map((code) => ({ currency_code: code, is_default: code === standard })),
    default_sales_channel_id: store?.default_sales_channel_id ?? salesChannelId,
  }
  if (store) {
    await updateStoresWorkflow(container).run({ input: { selector: { id: store.id }, update: data } })
  } else {
    await createStoresWorkflow(container).run({ input: { stores: [{ name: "Demo store", ...data }] } })
  }
}

/** Taxes of an imported order are the platform's, so no region works them out by itself. */
export async function seedRegions(container: MedusaContainer) {
  const existing = await container.resolve(Modules.REGION).listRegions({}, { relations: ["countries"] })
  const taken = new Set(existing.flatMap((region) => region.countries.map((country) => country.iso_2)))
  const missing = REGIONS.map((region) => ({
    ...region,
    countries: region.countries.filter((country) => !taken.has(country)),
  })).filter((region) => region.countries.length > 0)
  if (missing.length > 0) {
    await createRegionsWorkflow(container).run({
      input: {
        regions: missing.map(({ name, currency, countries }) => ({
          name,
          currency_code: currency,
          countries,
          automatic_taxes: false,
          payment_providers: ["pp_system_default"],
        })),
      },
    })
  }
  const taxed = await container.resolve(Modules.TAX).listTaxRegions({ country_code: COUNTRIES })
  const untaxed = COUNTRIES.filter((code) => !taxed.some((region) => region.country_code === code))
  if (untaxed.length > 0) {
    await createTaxRegionsWorkflow(container).run({
      input: untaxed.map((country_code) => ({ country_code, provider_id: "tp_system" })),
    })
  }
}
