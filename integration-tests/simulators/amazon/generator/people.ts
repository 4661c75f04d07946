import type { Random } from "../random"
import type { Address } from "../types"

/** Invented people and places; e-mail and documents are of nobody. */

export interface Place {
  city: string
  stateOrRegion: string
  postalCode: string
}

interface Country {
  names: readonly string[]
  streets: readonly string[]
  places: readonly Place[]
  phone: string
}

const COUNTRIES: Record<string, Country> = {
  US: {
    names: ["Mary O'Neil", "James Carter Jr.", "Zoë Núñez", "Li Wei"],
    streets: ["12 Elm Street", "4500 N 32nd Ave Apt #7", "1 Main St"],
    places: [
      { city: "Seattle", stateOrRegion: "WA", postalCode: "98101" },
      { city: "Austin", stateOrRegion: "TX", postalCode: "73301-0001" },
      { city: "New York", stateOrRegion: "NY", postalCode: "10001" },
    ],
    phone: "+1 206-555-0100 ext. 12345",
  },
  CA: {
    names: ["Émilie Tremblay", "John Smith"],
    streets: ["88 Rue Saint-Jean", "200 King St W"],
    places: [
      { city: "Montréal", stateOrRegion: "QC", postalCode: "H2X 1Y4" },
      { city: "Toronto", stateOrRegion: "ON", postalCode: "M5H 3T4" },
    ],
    phone: "+1 416-555-0101",
  },
  MX: {
    names: ["José Ángel Hernández Peña", "María Guadalupe Ñuñez"],
    streets: ["Av. Insurgentes Sur 1602", "Calle 5 de Mayo 21"],
    places: [
      { city: "Ciudad de México", stateOrRegion: "CDMX", postalCode: "03940" },
      { city: "Mérida", stateOrRegion: "Yucatán", postalCode: "97000" },
    ],
    phone: "+52 55 5555 0100",
  },
  BR: {
    names: ["João da Conceição", "Ana Lúcia Araújo", "Antônio D'Ávila"],
    streets: ["Rua das Flores", "Avenida Paulista", "Praça da Sé"],
    places: [
      { city: "São Paulo", stateOrRegion: "SP", postalCode: "01310-100" },
      { city: "Belém", stateOrRegion: "PA", postalCode: "66010-000" },
    ],
    phone: "+55 11 95555-0100",
  },
  GB: {
    names: ["Siân Hughes", "Oliver Brown"],
    streets: ["10 High Street", "Flat 2, 221 Baker Street"],
    places: [
      { city: "London", stateOrRegion: "", postalCode: "NW1 6XE" },
      { city: "Cardiff", stateOrRegion: "Wales", postalCode: "CF10 1AA" },
    ],
    phone: "+44 20 7946 0100",
  },
  DE: {
    names: ["Jürgen Groß", "Anna-Lena Müller"],
    streets: ["Hauptstraße 5", "Königsallee 27"],
    places: [
      { city: "Düsseldorf", stateOrRegion: "Nordrhein-Westfalen", postalCode: "40212" },
      { city: "Berlin", stateOrRegion: "", postalCode: "01067" },
    ],
    phone: "+49 211 5550100",
  },
  JP: {
    names: ["山田 太郎", "佐藤 花子"],
    streets: ["下目黒1-8-1", "本町3丁目2番1号"],
    places: [
      { city: "目黒区", stateOrRegion: "東京都", postalCode: "153-0064" },
      { city: "札幌市", stateOrRegion: "北海道", postalCode: "060-0001" },
    ],
    phone: "03-5555-0100",
  },
}

const ANYWHERE: Country = {
  names: ["Łukasz Żółty", "Maria Rossi", "François Lefèvre", "Şule Yılmaz", "محمد علي"],
  streets: ["1 Market Square", "Via Roma 10", "Calle Mayor 3"],
  places: [
    { city: "Centro", stateOrRegion: "Central", postalCode: "10000" },
    { city: "Łódź", stateOrRegion: "", postalCode: "90-001" },
  ],
  phone: "+00 555 0100",
}

export interface Person {
  name: string
  email: string
  address: Address
}

export function person(random: Random, countryCode: string): Person {
  const country = COUNTRIES[countryCode] ?? ANYWHERE
  const name = random.pick(country.names)
  const place = random.pick(country.places)
  const street = random.pick(country.streets)
  const address: Address = {
    name,
    addressLine1: street,
    city: place.city,
    ...(place.stateOrRegion ? { stateOrRegion: place.stateOrRegion } : {}),
    postalCode: place.postalCode,
    countryCode,
    phone: country.phone,
    addressType: random.pick(["RESIDENTIAL", "RESIDENTIAL", "COMMERCIAL"]),
  }
  if (random.chance(0.3)) address.addressLine2 = "Apt. 4"
  if (countryCode === "BR") {
    const streetNumber = String(random.int(1, 4000))
    address.addressLine1 = `${street}, ${streetNumber}`
    address.extendedFields = { streetName: street, streetNumber, neighborhood: "Centro" }
    if (random.chance(0.5)) address.extendedFields.complement = "Apto 12"
  }
  return { name, email: `${random.letters(14).toLowerCase()}@marketplace.amazon.example`, address }
}

/** A CPF with right check digits. */
export function cpf(random: Random): string {
  const base = [...random.digits(9)].map(Number)
  const first = checkDigit(base, [10, 9, 8, 7, 6, 5, 4, 3, 2])
  return [...base, first, checkDigit([...base, first], [11, 10, 9, 8, 7, 6, 5, 4, 3, 2])].join("")
}

/** A CNPJ with right check digits. */
export function cnpj(random: Random): string {
  const base = [...`${random.digits(8)}0001`].map(Number)
  const first = checkDigit(base, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
  return [...base, first, checkDigit([...base, first], [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])].join("")
}

function checkDigit(digits: readonly number[], weights: readonly number[]): number {
  const rest = digits.reduce((sum, digit, index) => sum + digit * (weights[index] ?? 0), 0) % 11
  return rest < 2 ? 0 : 11 - rest
}
