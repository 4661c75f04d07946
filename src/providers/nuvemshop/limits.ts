import type { RateLimit } from "../../connector"

/** One leaky bucket for every call of an application in a store: there is only this one operation. */
export const API = "api"

/** Published: 40 calls at once, two a second after that; ten times as much on the plans Next and Evolution. */
export const limits: Record<typeof API, RateLimit> = { [API]: { ratePerSecond: 2, burst: 40 } }

/** The bucket drains in this many seconds on every plan: by its size the rate is known. */
const SECONDS_TO_DRAIN = 20

/** Calls per second that the answer's headers grant, when they say so. */
export function rateOf(headers: Headers): number | undefined {
  const size = numberOf(headers, "x-rate-limit-limit")
  return size === undefined || size === 0 ? undefined : size / SECONDS_TO_DRAIN
}

/** Milliseconds until the bucket is empty again, when the headers say so. */
export function resetMsOf(headers: Headers): number | undefined {
  return numberOf(headers, "x-rate-limit-reset")
}

/** Whether the headers say that the bucket takes no other call. */
export function nothingLeft(headers: Headers): boolean {
  return numberOf(headers, "x-rate-limit-remaining") === 0
}

function numberOf(headers: Headers, name: string): number | undefined {
  const text = headers.get(name)?.trim()
  const value = text ? Number(text) : NaN
  return Number.isFinite(value) && value >= 0 ? value : undefined
}
