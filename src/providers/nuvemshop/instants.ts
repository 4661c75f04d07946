import { z } from "@medusajs/framework/zod"

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d+)?)\s*(Z|[+-]\d{2}:?\d{2})$/i

/** Milliseconds since 1970 of the platform's instants, whose offset has no colon ("2022-11-15T19:36:59+0000"). */
function millisecondsOf(received: string): number {
  const parts = INSTANT.exec(received.trim())
  if (!parts) return NaN
  const [, day, time, zone] = parts
  return Date.parse(`${day}T${time}${zone.replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2")}`)
}

/** An instant with its offset. */
export const wireInstantSchema = z
  .string()
  .refine((received) => !Number.isNaN(millisecondsOf(received)), "must be an instant with an offset")

/** An instant of the platform as ISO 8601 in UTC with `Z` and milliseconds. */
export function utc(received: string): string {
  return new Date(millisecondsOf(received)).toISOString()
}

/** `completed_at` is PHP's way of writing an instant: local time without offset, and its zone beside it. */
export const zonedDateSchema = z.union([
  wireInstantSchema,
  z.looseObject({ date: z.string(), timezone: z.string() }),
])

/** The same in UTC; null where the zone is none that is known. */
export function utcOfZoned(received: z.infer<typeof zonedDateSchema>): string | null {
  if (typeof received === "string") return utc(received)
  const { date, timezone } = received
  if (/^[+-]\d{2}:?\d{2}$/.test(timezone)) return instantOrNull(millisecondsOf(`${date}${timezone}`))
  const asUtc = millisecondsOf(`${date}Z`)
  if (Number.isNaN(asUtc)) return null
  try {
    return instantOrNull(asUtc - offsetMs(asUtc, timezone))
  } catch {
    return null
  }
}

function instantOrNull(milliseconds: number): string | null {
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString()
}

/** How far the zone's clocks are ahead of UTC then. */
function offsetMs(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(new Date(at))
  return Date.parse(`${parts.replace(" ", "T")}Z`) - Math.floor(at / 1000) * 1000
}
