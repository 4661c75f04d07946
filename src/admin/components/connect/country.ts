import { useLanguage } from "../../lib/language"

/** A country's name in the reader's language; what is no ISO code is shown as the platform gave it. */
export function useCountryName(): (code: string) => string {
  const names = new Intl.DisplayNames(useLanguage(), { type: "region" })
  return (code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code)
}
