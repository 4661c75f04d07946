import { SpApiError } from "./sp-api-answer"

export const UNREADABLE = "Request has missing or invalid parameters and cannot be parsed."

/** The JSON object of a request's body; anything else is refused. */
export function jsonBody(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text)
    if (isRecord(parsed)) return parsed
  } catch {
    // Answered below as any other body that is no object.
  }
  throw new SpApiError(400, "InvalidInput", UNREADABLE)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
