import type { LocalizedText } from "../../connector"

/** Amazon's three API regions. An authorisation belongs to one seller in one region. */
export const regions = ["na", "eu", "fe"] as const
export type Region = (typeof regions)[number]

type RegionFacts = {
  name: LocalizedText
  /** Where the API of the region answers (platform page "SP-API Endpoints"). */
  apiUrl: string
  /** The Seller Central whose consent page is used when no marketplace was chosen. */
  sellerCentralHost: string
}

export const regionFacts: Record<Region, RegionFacts> = {
  na: {
    name: {
      en: "North America and Brazil",
      "pt-BR": "América do Norte e Brasil",
      es: "América del Norte y Brasil",
    },
    apiUrl: "https://sellingpartnerapi-na.amazon.com",
    sellerCentralHost: "sellercentral.amazon.com",
  },
  eu: {
    name: {
      en: "Europe, Middle East, Africa and India",
      "pt-BR": "Europa, Oriente Médio, África e Índia",
      es: "Europa, Oriente Medio, África e India",
    },
    apiUrl: "https://sellingpartnerapi-eu.amazon.com",
    sellerCentralHost: "sellercentral-europe.amazon.com",
  },
  fe: {
    name: {
      en: "Far East and Australia",
      "pt-BR": "Extremo Oriente e Austrália",
      es: "Extremo Oriente y Australia",
    },
    apiUrl: "https://sellingpartnerapi-fe.amazon.com",
    sellerCentralHost: "sellercentral.amazon.co.jp",
  },
}

export type AmazonMarketplace = {
  /** Amazon's marketplace id. */
  id: string
  /** ISO 3166-1 alpha-2. */
  country: string
  name: string
  region: Region
  sellerCentralHost: string
  /**
   * Whether prices contain their tax, where an order does not tell by its own sums. Net in the United States and Canada,
   * gross elsewhere.
   */
  taxInclusive: boolean
}

type Row = [id: string, country: string, name: string, sellerCentralHost: string]

const EUROPE = "sellercentral-europe.amazon.com"
const NET_COUNTRIES = new Set(["US", "CA"])

const rows: Record<Region, Row[]> = {
  na: [
    ["A2EUQ1WTGCTBG2", "CA", "Canada", "sellercentral.amazon.ca"],
    ["ATVPDKIKX0DER", "US", "United States", "sellercentral.amazon.com"],
    ["A1AM78C64UM0Y8", "MX", "Mexico", "sellercentral.amazon.com.mx"],
    ["A2Q3Y263D00KWC", "BR", "Brazil", "sellercentral.amazon.com.br"],
  ],
  eu: [
    ["A28R8C7NBKEWEA", "IE", "Ireland", EUROPE],
    ["A1RKKUPIHCS9HS", "ES", "Spain", EUROPE],
    ["A1F83G8C2ARO7P", "GB", "United Kingdom", EUROPE],
    ["A13V1IB3VIYZZH", "FR", "France", EUROPE],
    ["AMEN7PMS3EDWL", "BE", "Belgium", "sellercentral.amazon.com.be"],
    ["A1805IZSGTT6HS", "NL", "Netherlands", "sellercentral.amazon.nl"],
    ["A1PA6795UKMFR9", "DE", "Germany", EUROPE],
    ["APJ6JRA9NG5V4", "IT", "Italy", EUROPE],
    ["A2NODRKZP88ZB9", "SE", "Sweden", "sellercentral.amazon.se"],
    ["AE08WJ6YKNBMC", "ZA", "South Africa", "sellercentral.amazon.co.za"],
    ["A1C3SOZRARQ6R3", "PL", "Poland", "sellercentral.amazon.pl"],
    ["ARBP9OOSHTCHU", "EG", "Egypt", "sellercentral.amazon.eg"],
    ["A33AVAJ2PDY3EV", "TR", "Türkiye", "sellercentral.amazon.com.tr"],
    ["A17E79C6D8DWNP", "SA", "Saudi Arabia", "sellercentral.amazon.sa"],
    ["A2VIGQ35RCS4UG", "AE", "United Arab Emirates", "sellercentral.amazon.ae"],
    ["A21TJRUUN4KGV", "IN", "India", "sellercentral.amazon.in"],
  ],
  fe: [
    ["A19VAU5U5O7RUS", "SG", "Singapore", "sellercentral.amazon.sg"],
    ["A39IBJ37TRP1C6", "AU", "Australia", "sellercentral.amazon.com.au"],
    ["A1VC38T7YXB528", "JP", "Japan", "sellercentral.amazon.co.jp"],
  ],
}

/** All marketplaces of the Selling Partner API (platform page "Marketplace IDs"). */
export const marketplaces: readonly AmazonMarketplace[] = regions.flatMap((region) =>
  rows[region].map(([id, country, name, sellerCentralHost]) => {
    return { id, country, name, region, sellerCentralHost, taxInclusive: !NET_COUNTRIES.has(country) }
  }),
)

const byId = new Map(marketplaces.map((marketplace) => [marketplace.id, marketplace]))

/** The marketplace of an id, or undefined when Amazon's published list does not hold it. */
export function marketplaceOf(id: string): AmazonMarketplace | undefined {
  return byId.get(id)
}

/** Whether prices of a marketplace contain their tax by default; unknown marketplaces count as gross, as most are. */
export function taxInclusiveByDefault(marketplaceId: string): boolean {
  return marketplaceOf(marketplaceId)?.taxInclusive ?? true
}
