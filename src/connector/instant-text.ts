import type { Language } from "./problem-texts"

/** An instant as the reader writes it, in UTC and said so. */
export function instantText(at: Date, language: Language): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  })
  return `${format.format(at)} UTC`
}
