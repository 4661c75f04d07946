/** The marketplaces of the platform's pages "Marketplace IDs" and "SP-API Endpoints". */

export type Region = "NA" | "EU" | "FE"

export interface Marketplace {
  code: string
  id: string
  region: Region
  name: string
  /** ISO 3166-1 alpha-2: the United Kingdom is GB. */
  countryCode: string
  currency: string
  language: string
  domain: string
  /** Whether prices are shown to the buyer without tax (net) or with it (gross). */
  taxStyle: "net" | "gross"
  /** Usual tax rates in basis points. */
  taxRates: readonly number[]
}

const NET = ["US", "CA"]

function row(
  code: string,
  id: string,
  region: Region,
  domain: string,
  currency: string,
  language: string,
  taxRates: readonly number[],
): Marketplace {
  return {
    code,
    id,
    region,
    name: `Amazon.${domain}`,
    countryCode: code === "UK" ? "GB" : code,
    currency,
    language,
    domain: `www.amazon.${domain}`,
    taxStyle: NET.includes(code) ? "net" : "gross",
    taxRates,
  }
}

export const MARKETPLACES: readonly Marketplace[] = [
  row("CA", "A2EUQ1WTGCTBG2", "NA", "ca", "CAD", "en_CA", [500, 1300, 1498]),
  row("US", "ATVPDKIKX0DER", "NA", "com", "USD", "en_US", [0, 625, 888, 1025]),
  row("MX", "A1AM78C64UM0Y8", "NA", "com.mx", "MXN", "es_MX", [1600]),
  row("BR", "A2Q3Y263D00KWC", "NA", "com.br", "BRL", "pt_BR", [1200, 1800]),
  row("IE", "A28R8C7NBKEWEA", "EU", "ie", "EUR", "en_IE", [2300]),
  row("ES", "A1RKKUPIHCS9HS", "EU", "es", "EUR", "es_ES", [1000, 2100]),
  row("UK", "A1F83G8C2ARO7P", "EU", "co.uk", "GBP", "en_GB", [0, 2000]),
  row("FR", "A13V1IB3VIYZZH", "EU", "fr", "EUR", "fr_FR", [550, 2000]),
  row("BE", "AMEN7PMS3EDWL", "EU", "com.be", "EUR", "fr_BE", [2100]),
  row("NL", "A1805IZSGTT6HS", "EU", "nl", "EUR", "nl_NL", [900, 2100]),
  row("DE", "A1PA6795UKMFR9", "EU", "de", "EUR", "de_DE", [700, 1900]),
  row("IT", "APJ6JRA9NG5V4", "EU", "it", "EUR", "it_IT", [400, 2200]),
  row("SE", "A2NODRKZP88ZB9", "EU", "se", "SEK", "sv_SE", [2500]),
  row("ZA", "AE08WJ6YKNBMC", "EU", "co.za", "ZAR", "en_ZA", [1500]),
  row("PL", "A1C3SOZRARQ6R3", "EU", "pl", "PLN", "pl_PL", [800, 2300]),
  row("EG", "ARBP9OOSHTCHU", "EU", "eg", "EGP", "ar_EG", [1400]),
  row("TR", "A33AVAJ2PDY3EV", "EU", "com.tr", "TRY", "tr_TR", [1000, 2000]),
  row("SA", "A17E79C6D8DWNP", "EU", "sa", "SAR", "ar_SA", [1500]),
  row("AE", "A2VIGQ35RCS4UG", "EU", "ae", "AED", "en_AE", [500]),
  row("IN", "A21TJRUUN4KGV", "EU", "in", "INR", "en_IN", [500, 1800]),
  row("SG", "A19VAU5U5O7RUS", "FE", "sg", "SGD", "en_SG", [900]),
  row("AU", "A39IBJ37TRP1C6", "FE", "com.au", "AUD", "en_AU", [1000]),
  row("JP", "A1VC38T7YXB528", "FE", "co.jp", "JPY", "ja_JP", [800, 1000]),
]

const BY_ID = new Map(MARKETPLACES.map((marketplace) => [marketplace.id, marketplace]))
const BY_CODE = new Map(MARKETPLACES.map((marketplace) => [marketplace.code, marketplace]))

export function marketplaceById(id: string): Marketplace | undefined {
  return BY_ID.get(id)
}

/** By id or by code ("DE", "UK"); throws when there is none, as it is a mistake in a test's set-up. */
export function marketplaceOf(idOrCode: string): Marketplace {
  const found = BY_ID.get(idOrCode) ?? BY_CODE.get(idOrCode)
  if (!found) throw new Error(`There is no Amazon marketplace "${idOrCode}".`)
  return found
}

/** JP, AU and SG answer orders since 2016, the others of the last two years (Orders API v2026-01-01). */
export function historyStart(marketplaceId: string | undefined, now: Date): Date {
  const code = marketplaceId ? BY_ID.get(marketplaceId)?.code : undefined
  if (code === "JP" || code === "AU" || code === "SG") return new Date("2016-01-01T00:00:00.000Z")
  const start = new Date(now)
  start.setUTCFullYear(start.getUTCFullYear() - 2)
  return start
}
