/** The options of a provider as they were given, by name. */
export type GivenOptions = Record<string, unknown>

const DEFAULT_TIMEOUT_MS = 30_000

/** The error that names an option, by what is wrong with it; the value is never repeated. */
export function complaint(name: string, sentence: string): Error {
  return new Error(`Option "${name}" of the marketplace provider "nuvemshop" ${sentence}.`)
}

/** A text that must be there, without blanks around it. */
export function requiredText(given: GivenOptions, name: string): string {
  const value = given[name]
  if (typeof value !== "string" || value.trim() === "") {
    throw complaint(name, "is missing: it must be a text that is not empty")
  }
  return value.trim()
}

/** A text, or undefined when it is not given or empty. */
export function optionalText(given: GivenOptions, name: string): string | undefined {
  const value = given[name]
  return value === undefined || value === null || value === "" ? undefined : requiredText(given, name)
}

/** The number by which the platform knows an application; digits as a text, or a number. */
export function applicationNumber(given: GivenOptions, name: string): string {
  const value = given[name]
  const text = requiredText({ [name]: typeof value === "number" ? String(value) : value }, name)
  if (!/^\d{1,15}$/.test(text)) throw complaint(name, "must be the application's number: digits only")
  return text
}

/** A text that can stand in the User-Agent header, as `AppName (contact)`. */
export function headerText(given: GivenOptions, name: string, text: string): string {
  if (!/^[\x20-\x7e]{1,200}$/.test(text) || /[()]/.test(text)) {
    throw complaint(name, "must be plain ASCII without parentheses, at most 200 characters")
  }
  return text
}

/** A web address without slashes at its end, or undefined. */
export function optionalAddress(given: GivenOptions, name: string): string | undefined {
  const text = optionalText(given, name)
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    throw complaint(name, "must be an address that begins with https:// or http://")
  }
  if (url.username || url.password || url.search || url.hash) {
    throw complaint(name, "must be an address without user, query and fragment")
  }
  return text.replace(/\/+$/, "")
}

/** One of some words, or undefined. */
export function optionalWord<Word extends string>(
  given: GivenOptions,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const text = optionalText(given, name)
  const word = words.find((one) => one === text)
  if (text !== undefined && word === undefined) throw complaint(name, `must be one of: ${words.join(", ")}`)
  return word
}

/** A time limit in milliseconds with its default. */
export function timeout(given: GivenOptions, name: string): number {
  const value = given[name] ?? DEFAULT_TIMEOUT_MS
  if (typeof value !== "number" || !Number.isInteger(value) || value < 100 || value > 300_000) {
    throw complaint(name, "must be a whole number of milliseconds between 100 and 300000")
  }
  return value
}
