import { useMemo } from "react"
import { useLanguage } from "./language"

const RELATIVE_UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const

/** The unit in which a distance of time is best told. */
function relative(format: Intl.RelativeTimeFormat, seconds: number): string {
  const [unit, length] = RELATIVE_UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ["minute", 60]
  return format.format(Math.round(seconds / length), unit)
}

/** A length of time in the unit in which it is best told: "3 minutes". */
function duration(locale: string, seconds: number): string {
  const [unit, length] = RELATIVE_UNITS.find(([, size]) => seconds >= size) ?? (["second", 1] as const)
  const style = { style: "unit", unitDisplay: "long", maximumFractionDigits: 0 } as const
  return new Intl.NumberFormat(locale, { ...style, unit }).format(seconds / length)
}

/** What a platform calls a language may be no tag that Intl takes. */
function nameOfLanguage(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** Numbers, amounts and instants as the reader writes them, in the reader's own time zone. */
export function useFormat() {
  const locale = useLanguage()
  return useMemo(() => {
    const instant = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" })
    const number = new Intl.NumberFormat(locale)
    const signed = new Intl.NumberFormat(locale, { signDisplay: "exceptZero" })
    const language = new Intl.DisplayNames(locale, { type: "language", fallback: "code" })
    const distance = new Intl.RelativeTimeFormat(locale, { numeric: "auto" })
    return {
      instant: (at: string) => instant.format(new Date(at)),
      day: (at: string) => day.format(new Date(at)),
      number: (value: number) => number.format(value),
      /** With its sign, also when it is a plus; a minus as long as a plus is wide. */
      signed: (value: number) => signed.format(value).replace("-", "−"),
      /** "Portuguese", of a BCP 47 tag. */
      language: (tag: string) => nameOfLanguage(language, tag),
      /** "in 3 hours", "2 days ago". */
      relative: (at: string) => relative(distance, (new Date(at).getTime() - Date.now()) / 1000),
      duration: (seconds: number) => duration(locale, seconds),
      /** `amount` is a decimal string and is never made a float: Intl formats the string itself. */
      money: (amount: string, currency: string) =>
        new Intl.NumberFormat(locale, { style: "currency", currency }).format(
          amount as Intl.StringNumericLiteral,
        ),
    }
  }, [locale])
}
