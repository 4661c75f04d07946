import { invalidInput } from "./sp-api-answer"

/** Decoded query parameters, each at most once (arrays are csv; repeating a parameter is not the contract). */
export type Query = ReadonlyMap<string, string>

export function parseQuery(rawQuery: string, known: readonly string[]): Query {
  const query = new Map<string, string>()
  for (const part of rawQuery.split("&").filter((text) => text !== "")) {
    const at = part.indexOf("=")
    const name = decode(at < 0 ? part : part.slice(0, at))
    const value = decode(at < 0 ? "" : part.slice(at + 1))
    if (!known.includes(name)) throw invalidInput(`Unknown parameter "${name}".`)
    if (query.has(name))
      throw invalidInput(`Parameter "${name}" is given more than once; use comma-separated values.`)
    if (value === "") throw invalidInput(`Parameter "${name}" is empty.`)
    query.set(name, value)
  }
  return query
}

/** `+` is a space in a query string: a token whose `+` was not encoded is another token. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "))
  } catch {
    throw invalidInput(`"${text}" is not correctly URL-encoded.`)
  }
}

export function csvOf<T extends string>(query: Query, name: string, allowed: readonly T[]): T[] | undefined {
  return csv(query, name)?.map((text) => {
    const value = allowed.find((candidate) => candidate === text)
    if (value === undefined) throw invalidInput(`"${text}" is not a value of "${name}".`)
    return value
  })
}

export function csv(query: Query, name: string, maximum = Number.POSITIVE_INFINITY): string[] | undefined {
  const values = query.get(name)?.split(",")
  if (values?.some((value) => value === "")) throw invalidInput(`Parameter "${name}" has an empty value.`)
  if (values && values.length > maximum)
    throw invalidInput(`Parameter "${name}" takes at most ${maximum} values.`)
  return values
}

export function integer(query: Query, name: string, min: number, max: number): number | undefined {
  const text = query.get(name)
  if (text === undefined) return undefined
  const value = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min && value <= max))
    throw invalidInput(`"${name}" must be an integer between ${min} and ${max}.`)
  return value
}

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/
const DATE_ONLY = /^(\d{4})-(\d{2})-(\d{2})$/

export function dateTime(query: Query, name: string, acceptDateOnly: boolean): number | undefined {
  const text = query.get(name)
  if (text === undefined) return undefined
  const value = isoDateTime(text, acceptDateOnly)
  if (value === undefined) throw invalidInput(`"${name}" must be a date-time in ISO 8601 format.`)
  return value
}

/** Milliseconds since 1970 of an ISO 8601 date-time with a zone; undefined when it is none. */
export function isoDateTime(text: string, acceptDateOnly = false): number | undefined {
  const match = DATE_TIME.exec(text) ?? (acceptDateOnly ? DATE_ONLY.exec(text) : null)
  if (!match) return undefined
  const [, year, month, day, hour = "00", minute = "00", second = "00"] = match
  const calendar = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const exists = calendar.getUTCMonth() === Number(month) - 1 && calendar.getUTCDate() === Number(day)
  const value = Date.parse(text)
  const wrong = !exists || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59
  return wrong || Number.isNaN(value) ? undefined : value
}
