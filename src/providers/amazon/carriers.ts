import type { PlatformCarrier } from "../../connector"

/** Amazon's word for a carrier that it does not list; a name has to come with it. */
export const OTHER = "Other"

/**
 * Our entry for goods that the seller delivers: Amazon has no code for that, so it is sent as {@link OTHER} with this as
 * the carrier's name.
 */
export const SELF_DELIVERY = "Self Delivery"

/** Carriers that sellers of Amazon use and its list does not have: sent as {@link OTHER} with this as the carrier's name. */
const byName: readonly string[] = ["Correios"]

/** Codes of the list that Amazon published with its order feeds; the API's model only says that a code is a text. */
const codes = [
  "AFL/Fedex",
  "Aramex",
  "Blue Package",
  "BlueDart",
  "Canada Post",
  "Chronopost",
  "City Link",
  "Correos",
  "Delhivery",
  "Deutsche Post",
  "DHL",
  "DHL Global Mail",
  "DPD",
  "DTDC",
  "Fastway",
  "FedEx",
  "FedEx SmartPost",
  "FEDEX_JP",
  "First Flight",
  "GLS",
  "GO!",
  "Hermes Logistik Gruppe",
  "India Post",
  "JP_EXPRESS",
  "La Poste",
  "Lasership",
  "Newgistics",
  "NipponExpress",
  "NITTSU",
  "OnTrac",
  "OSM",
  "Overnite Express",
  "Parcelforce",
  "Parcelnet",
  "Poste Italiane",
  "Professional",
  "Royal Mail",
  "SAGAWA",
  "SagawaExpress",
  "SDA",
  "Smartmail",
  "Streamlite",
  "Target",
  "TNT",
  "UPS",
  "UPS Mail Innovations",
  "UPSMI",
  "USPS",
  "YAMATO",
  "YamatoTransport",
  "Yodel",
] as const

/** Carriers to choose from, in alphabetical order with the two special ones at the end. */
export const carriers: readonly PlatformCarrier[] = [
  ...[...codes, ...byName]
    .sort((a, b) => a.localeCompare(b, "en", { sensitivity: "base" }))
    .map((code) => ({ code })),
  {
    code: SELF_DELIVERY,
    label: { en: "Delivered by ourselves", "pt-BR": "Entrega própria", es: "Entrega propia" },
  },
  {
    code: OTHER,
    label: { en: "Another carrier", "pt-BR": "Outra transportadora", es: "Otro transportista" },
    takesName: true,
  },
]

/** A carrier in the fields in which Amazon takes it. */
export function carrierFields(carrier: { code: string; name: string | null }): {
  carrierCode: string
  carrierName?: string
} {
  if (carrier.code === SELF_DELIVERY || byName.includes(carrier.code)) {
    return { carrierCode: OTHER, carrierName: carrier.code }
  }
  const carrierName = carrier.name?.trim()
  return { carrierCode: carrier.code, ...(carrierName ? { carrierName } : {}) }
}
