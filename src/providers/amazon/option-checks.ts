/** The options of a provider as they were given, by name. */
export type GivenOptions = Record<string, unknown>

const DEFAULT_TIMEOUT_MS = 30_000

/** The error that names an option, by what is wrong with it; the value is never repeated. */
export function complaint(name: string, sentence: string): Error {
  return new Error(`Option "${name}" of the marketplace provider "amazon" ${sentence}.`)
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

/** A web address that must be there, as it was written. */
export function address(given: GivenOptions, name: string): string {
  const text = requiredText(given, name)
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    throw complaint(name, "must be an address that begins with https:// or http://")
  }
  if (url.username || url.password || url.search || url.hash) {
    throw complaint(name, "must be an address without user, query and fragment")
  }
  return text
}

/** A web address without slashes at its end, or undefined. */
export function optionalAddress(given: GivenOptions, name: string): string | undefined {
  return optionalText(given, name) === undefined ? undefined : address(given, name).replace(/\/+$/, "")
}

/**
 * One web address for everything, or one for each of some names; undefined where there is none. Names that are not known are
 * refused, so that a mistyped one does not lead to the default unnoticed.
 */
export function optionalAddresses<Name extends string>(
  given: GivenOptions,
  name: string,
  names: readonly Name[],
): string | Partial<Record<Name, string>> | undefined {
  const value = given[name]
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return optionalAddress(given, name)
  }
  const parts: GivenOptions = Object.fromEntries(
    Object.entries(value).map(([part, one]) => [`${name}.${part}`, one]),
  )
  const unknown = Object.keys(value).find((part) => !names.some((known) => known === part))
  if (unknown !== undefined) {
    throw complaint(`${name}.${unknown}`, `is not known: there are ${names.join(", ")}`)
  }
  const addresses: Partial<Record<Name, string>> = {}
  for (const part of names) {
    const found = optionalAddress(parts, `${name}.${part}`)
    if (found !== undefined) addresses[part] = found
  }
  return Object.keys(addresses).length > 0 ? addresses : undefined
}

/** A time limit in milliseconds with its default. */
export function timeout(given: GivenOptions, name: string): number {
  const value = given[name] ?? DEFAULT_TIMEOUT_MS
  if (typeof value !== "number" || !Number.isInteger(value) || value < 100 || value > 300_000) {
    throw complaint(name, "must be a whole number of milliseconds between 100 and 300000")
  }
  return value
}

/** True or false; false when it is not given. */
export function flag(given: GivenOptions, name: string): boolean {
  const value = given[name] ?? false
  if (typeof value !== "boolean") {
    throw complaint(name, "must be true or false")
  }
  return value
}
