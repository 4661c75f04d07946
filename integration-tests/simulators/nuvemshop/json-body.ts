import { refusal, unreadableJson } from "./answer"

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Whatever JSON a request carries; an empty body is an empty object. */
export function jsonBody(text: string): unknown {
  if (text.trim() === "") return {}
  try {
    return JSON.parse(text)
  } catch {
    throw unreadableJson()
  }
}

export function objectBody(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw refusal(422, "The body must be an object")
  return value
}

export function listBody(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw refusal(422, "The body must be an array")
  return value
}

const INT64 = "@int64:"

/** A number beyond the precision of a double; `jsonText` writes it as a bare number. */
export function int64(digits: bigint): string {
  return `${INT64}${digits}`
}

export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll(/"@int64:(\d+)"/g, "$1")
}
