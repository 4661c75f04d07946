import articles from "./articles.json"

export const SALES_CHANNEL = "Marketplaces"
export const MAIN_WAREHOUSE = "Main warehouse"
export const PLATFORM_WAREHOUSE = "Amazon FBA"

export type RegionSeed = { name: string; currency: string; countries: string[] }

export const REGIONS: RegionSeed[] = [
  { name: "United States", currency: "usd", countries: ["us"] },
  { name: "Canada", currency: "cad", countries: ["ca"] },
  { name: "Mexico", currency: "mxn", countries: ["mx"] },
  { name: "Brazil", currency: "brl", countries: ["br"] },
  { name: "United Kingdom", currency: "gbp", countries: ["gb"] },
  { name: "Europe", currency: "eur", countries: ["de", "fr", "es", "it", "nl", "be", "ie"] },
  { name: "Japan", currency: "jpy", countries: ["jp"] },
]

export const CURRENCIES = REGIONS.map((region) => region.currency)
export const COUNTRIES = REGIONS.flatMap((region) => region.countries)

/** What one dollar is worth in the demo's price lists, and how many decimals a price has. */
const RATES: Record<string, { rate: number; decimals: number }> = {
  usd: { rate: 1, decimals: 2 },
  cad: { rate: 1.35, decimals: 2 },
  mxn: { rate: 18, decimals: 2 },
  brl: { rate: 5, decimals: 2 },
  gbp: { rate: 0.8, decimals: 2 },
  eur: { rate: 0.9, decimals: 2 },
  jpy: { rate: 150, decimals: 0 },
}

export const pricesFrom = (dollars: number) =>
  CURRENCIES.map((currency_code) => {
    const { rate, decimals } = RATES[currency_code]
    return { currency_code, amount: Number((dollars * rate).toFixed(decimals)) }
  })

export type ProductSeed = {
  title: string
  handle: string
  option: string
  variants: { sku: string; title: string; dollars: number; grams: number; barcode?: string }[]
}

/** The articles of the demo, of the tests, and of the simulated seller. */
export const PRODUCTS: ProductSeed[] = articles

export const SKUS = PRODUCTS.flatMap((product) => product.variants.map((variant) => variant.sku))

/** Pieces on the shelf of each location. */
export const STOCK: Record<string, number> = { [MAIN_WAREHOUSE]: 1000, [PLATFORM_WAREHOUSE]: 200 }
